import type { ItemKind } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { join, rows, sql } from '../database.ts';
import { fromItems, type ItemFilter } from '../modules/item/item-filter.ts';
import type { Viewer } from '../modules/session/viewer.ts';

const ageRow = z.object({
  from: z.number(),
  to: z.number().nullable(),
  assignedFrom: z.string().nullable(),
  assignedTo: z.string().nullable(),
  count: z.number(),
  overdue: z.number(),
});
export type OpenAge = z.infer<typeof ageRow>;

/**
 * How long the open items of a register have been handled as of a day: working days after the day of 交办, in buckets that include both ends,
 * the last without end; `lasts` are the upper ends of the others. `assignedFrom` and `assignedTo` are the days of 交办 that fall into a bucket,
 * so that the ledger lists exactly the same. Overdue: of those, past the due day.
 */
export function openAgeing(viewer: Viewer, asOf: string, given: ItemFilter, kind: ItemKind, lasts: readonly number[]): Promise<OpenAge[]> {
  const buckets = [...lasts, null].map((last, at) => sql`(${at === 0 ? 0 : lasts[at - 1]! + 1}::int, ${last}::int)`);
  return rows(
    ageRow,
    sql`WITH bucket(low, high) AS (VALUES ${join(buckets)}),
      dated AS (
        SELECT b.low, b.high, CASE WHEN b.high IS NULL THEN '0001-01-01'::date ELSE min(d.day) END AS since, max(d.day) AS until
        FROM bucket b JOIN calendar_day now ON now.day = ${asOf}::date
        LEFT JOIN calendar_day d ON d.day <= now.day AND now.working_ordinal - d.working_ordinal >= b.low
          AND (b.high IS NULL OR now.working_ordinal - d.working_ordinal <= b.high)
        GROUP BY b.low, b.high),
      open AS (SELECT i.assigned_on, a.due_on ${fromItems(viewer, asOf, { ...given, kinds: [kind], phase: 'OPEN' })})
      SELECT t.low AS "from", t.high AS "to", CASE WHEN t.high IS NOT NULL THEN t.since END AS "assignedFrom", t.until AS "assignedTo",
        count(o.assigned_on)::int AS count, count(*) FILTER (WHERE o.due_on < ${asOf}::date)::int AS overdue
      FROM dated t LEFT JOIN open o ON o.assigned_on BETWEEN t.since AND t.until
      GROUP BY t.low, t.high, t.since, t.until ORDER BY t.low`,
  );
}
