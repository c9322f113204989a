import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromRecords } from '../../modules/accountability/register-list.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { monthStart } from '../report-days.ts';

const months = 12;

const monthRow = z.object({
  month: z.string(),
  from: z.string(),
  to: z.string(),
  count: z.number(),
  administrativeHeads: z.number(),
});
export type AccountabilityMonth = z.infer<typeof monthRow>;

/**
 * Persons held to account by month of the decision (policy 2(2)5), over the twelve months up to that of the as-of day, of those not revoked by
 * it; months before the first are left out, months between without any are not.
 */
export function accountabilityMonths(viewer: Viewer, asOf: string, within: string | null = null): Promise<AccountabilityMonth[]> {
  const since = monthStart(asOf, months - 1);
  return rows(
    monthRow,
    sql`WITH counted AS (
        SELECT date_trunc('month', r.decided_on)::date AS month, count(*)::int AS count,
          (count(*) FILTER (WHERE r.administrative_head))::int AS heads
        ${fromRecords(viewer, asOf, { within, status: 'IN_FORCE', from: since })} GROUP BY 1)
      SELECT to_char(m.month, 'YYYY-MM') AS month, m.month::date AS "from",
        least((m.month + interval '1 month' - interval '1 day')::date, ${asOf}::date) AS "to",
        coalesce(c.count, 0) AS count, coalesce(c.heads, 0) AS "administrativeHeads"
      FROM generate_series((SELECT min(month) FROM counted), ${asOf}::date, interval '1 month') m(month)
      LEFT JOIN counted c ON c.month = m.month::date ORDER BY m.month`,
  );
}
