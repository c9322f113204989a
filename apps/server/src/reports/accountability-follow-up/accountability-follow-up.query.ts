import { z } from 'zod';
import { row, sql } from '../../database.ts';
import { fromRecords } from '../../modules/accountability/register-list.ts';
import { fromItems } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const followUpRow = z.object({
  complaints: z.number(),
  followed: z.number(),
  percent: z.number().nullable(),
  records: z.number(),
});
export type AccountabilityFollowUp = z.infer<typeof followUpRow>;

/**
 * 查实投诉追责率 (policy 2(2)5): complaints found true, wholly or in part, from which anybody was held to account ÷ all such complaints, by
 * the day. Complaints are counted as items, as their ledger lists them; a merged one counts where it goes on. `records`: the persons held to
 * account for them. Revoked records don't count.
 */
export function accountabilityFollowUp(viewer: Viewer, asOf: string): Promise<AccountabilityFollowUp> {
  return row(
    followUpRow,
    sql`WITH found AS (SELECT i.id ${fromItems(viewer, asOf, { kinds: ['COMPLAINT'], findings: ['TRUE', 'PARTLY_TRUE'] })}),
      held AS (
        SELECT coalesce(x.merged_into_id, x.id) AS item_id
        FROM (SELECT r.item_id ${fromRecords(viewer, asOf, { status: 'IN_FORCE', followsComplaint: true })}) k JOIN item x ON x.id = k.item_id),
      counted AS (
        SELECT (SELECT count(*)::int FROM found) AS complaints,
          (SELECT count(*)::int FROM found f WHERE EXISTS (SELECT 1 FROM held h WHERE h.item_id = f.id)) AS followed,
          (SELECT count(*)::int FROM held) AS records)
      SELECT complaints, followed, round(100.0 * followed / nullif(complaints, 0), 1)::float8 AS percent, records FROM counted`,
  );
}
