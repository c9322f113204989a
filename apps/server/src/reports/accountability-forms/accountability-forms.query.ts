import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromRecords } from '../../modules/accountability/register-list.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const formRow = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  count: z.number(),
  administrativeHeads: z.number(),
});
export type AccountabilityFormCount = z.infer<typeof formRow>;

/**
 * Persons held to account by form, from education to discipline (policy 2(2)5), of those decided by the day and not revoked by it. Every form
 * in force is listed, also without any. The order is `extra.severity` of the dictionary, or the place in it where a form has none.
 */
export function accountabilityForms(viewer: Viewer, asOf: string, within: string | null = null): Promise<AccountabilityFormCount[]> {
  return rows(
    formRow,
    sql`WITH counted AS (
        SELECT r.form, count(*)::int AS count, (count(*) FILTER (WHERE r.administrative_head))::int AS heads
        ${fromRecords(viewer, asOf, { within, status: 'IN_FORCE' })} GROUP BY 1)
      SELECT t.code, t.name, t.name_en AS "nameEn", coalesce(c.count, 0) AS count, coalesce(c.heads, 0) AS "administrativeHeads"
      FROM term t LEFT JOIN counted c ON c.form = t.code
      WHERE t.dictionary = 'accountability-form' AND (c.count > 0 OR ${asOf}::date BETWEEN t.valid_from AND t.valid_to)
      ORDER BY coalesce((t.extra ->> 'severity')::int, t.position + 1), t.position, t.code`,
  );
}
