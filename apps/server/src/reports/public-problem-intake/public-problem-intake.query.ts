import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { monthStart } from '../report-days.ts';

const months = 12;

const cellRow = z.object({
  month: z.string(),
  from: z.string(),
  to: z.string(),
  channel: z.string(),
  channelName: z.string(),
  channelNameEn: z.string(),
  count: z.number(),
});
export type PublicProblemIntakeCell = z.infer<typeof cellRow>;

/**
 * Problems of the public (policy 2(4)3) by month raised and channel, over the twelve months up to that of the as-of day; months before the
 * first problem are left out. Counted are items, each once; merged ones aren't counted.
 */
export function publicProblemIntake(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<PublicProblemIntakeCell[]> {
  const since = monthStart(asOf, months - 1);
  return rows(
    cellRow,
    sql`WITH counted AS (
        SELECT date_trunc('month', i.found_on)::date AS month, q.channel, count(*)::int AS count
        ${fromItems(viewer, asOf, { ...given, kinds: ['PUBLIC_PROBLEM'] }, sql`JOIN public_problem q ON q.item_id = i.id`)}
          AND i.found_on BETWEEN ${since}::date AND ${asOf}::date GROUP BY 1, 2)
      SELECT to_char(m.month, 'YYYY-MM') AS month, m.month::date AS "from",
        least((m.month + interval '1 month' - interval '1 day')::date, ${asOf}::date) AS "to",
        t.code AS channel, t.name AS "channelName", t.name_en AS "channelNameEn", coalesce(k.count, 0) AS count
      FROM generate_series((SELECT min(month) FROM counted), ${asOf}::date, interval '1 month') m(month)
      CROSS JOIN term t LEFT JOIN counted k ON k.month = m.month::date AND k.channel = t.code
      WHERE t.dictionary = 'public-problem-channel'
        AND (t.valid_to >= ${asOf}::date OR EXISTS (SELECT 1 FROM counted used WHERE used.channel = t.code))
      ORDER BY m.month, t.position, t.code`,
  );
}
