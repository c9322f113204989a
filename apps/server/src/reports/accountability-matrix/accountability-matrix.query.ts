import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromRecords } from '../../modules/accountability/register-list.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const cellRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  form: z.string(),
  count: z.number(),
  administrativeHeads: z.number(),
});
export type AccountabilityCell = z.infer<typeof cellRow>;

/**
 * Persons held to account by unit and form, of those decided by the day and not revoked by it (policy 2(2)5): a record is a person, so one
 * held to account twice counts twice (人次). Units in the order of their totals, the most first; cells without any are left out.
 */
export function accountabilityMatrix(viewer: Viewer, asOf: string, within: string | null = null): Promise<AccountabilityCell[]> {
  return rows(
    cellRow,
    sql`WITH counted AS (
        SELECT r.unit_id, r.form, count(*)::int AS count, (count(*) FILTER (WHERE r.administrative_head))::int AS heads
        ${fromRecords(viewer, asOf, { within, status: 'IN_FORCE' })} GROUP BY 1, 2)
      SELECT c.unit_id AS "unitId", u.short_name AS "unitName", c.form, c.count, c.heads AS "administrativeHeads"
      FROM counted c JOIN unit u ON u.id = c.unit_id LEFT JOIN term t ON t.dictionary = 'accountability-form' AND t.code = c.form
      ORDER BY sum(c.count) OVER (PARTITION BY c.unit_id) DESC, u.position, u.id, t.position, c.form`,
  );
}
