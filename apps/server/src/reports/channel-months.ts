import { z } from 'zod';
import { rows, type Sql, sql } from '../database.ts';

const monthRow = z.object({
  month: z.string(),
  from: z.string(),
  to: z.string(),
  channel: z.string(),
  channelName: z.string(),
  channelNameEn: z.string(),
  count: z.number(),
});
/** What came in a month through a channel. */
export type ChannelMonth = z.infer<typeof monthRow>;

/**
 * What came by month and channel, up to the month of the as-of day: every channel of the dictionary that is in force or has any, in every month from
 * the first with any. `counted` selects `month` (its first day), `channel` and `count`.
 */
export function channelMonths(counted: Sql, dictionary: string, asOf: string): Promise<ChannelMonth[]> {
  return rows(
    monthRow,
    sql`WITH counted AS (${counted})
      SELECT to_char(m.month, 'YYYY-MM') AS month, m.month::date AS "from",
        least((m.month + interval '1 month' - interval '1 day')::date, ${asOf}::date) AS "to",
        t.code AS channel, t.name AS "channelName", t.name_en AS "channelNameEn", coalesce(k.count, 0) AS count
      FROM generate_series((SELECT min(month) FROM counted), ${asOf}::date, interval '1 month') m(month)
      CROSS JOIN term t LEFT JOIN counted k ON k.month = m.month::date AND k.channel = t.code
      WHERE t.dictionary = ${dictionary}
        AND (t.valid_to >= ${asOf}::date OR EXISTS (SELECT 1 FROM counted used WHERE used.channel = t.code))
      ORDER BY m.month, t.position, t.code`,
  );
}
