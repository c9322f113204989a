import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { closedOn, writtenOffOn } from '../../modules/item/item-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { monthStart } from '../report-days.ts';

const monthRow = z.object({
  month: z.string(),
  from: z.string(),
  to: z.string(),
  found: z.number(),
  closed: z.number(),
  writtenOff: z.number(),
});
export type FoundAndClosedMonth = z.infer<typeof monthRow>;

/**
 * Per month, of the items as of a day: found (found_on), closed (closed_on) and written off (written_off_on) in that month, each an own count,
 * so the same item may stand in three months (policy 4(6)). The last month ends with the as-of day. Months without any are 0.
 */
export async function foundAndClosed(viewer: Viewer, asOf: string, filter: ItemFilter = {}, months = 6): Promise<FoundAndClosedMonth[]> {
  const since = monthStart(asOf, months - 1);
  return rows(
    monthRow,
    sql`WITH days AS (
        SELECT d.what, date_trunc('month', d.day)::date AS month
        FROM (SELECT i.found_on, ${closedOn(asOf)} AS closed_on, ${writtenOffOn(asOf)} AS written_off_on ${fromItems(viewer, asOf, filter)}) s
        CROSS JOIN LATERAL (VALUES ('found', s.found_on), ('closed', s.closed_on), ('writtenOff', s.written_off_on)) d(what, day)
        WHERE d.day BETWEEN ${since}::date AND ${asOf}::date)
      SELECT to_char(m.month, 'YYYY-MM') AS month, m.month::date AS "from",
        least((m.month + interval '1 month' - interval '1 day')::date, ${asOf}::date) AS "to",
        count(*) FILTER (WHERE d.what = 'found')::int AS found, count(*) FILTER (WHERE d.what = 'closed')::int AS closed,
        count(*) FILTER (WHERE d.what = 'writtenOff')::int AS "writtenOff"
      FROM generate_series(${since}::date, ${asOf}::date, interval '1 month') m(month) LEFT JOIN days d ON d.month = m.month::date
      GROUP BY m.month ORDER BY m.month`,
  );
}
