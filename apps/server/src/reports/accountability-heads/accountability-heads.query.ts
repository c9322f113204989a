import { z } from 'zod';
import { row, sql } from '../../database.ts';
import { fromRecords } from '../../modules/accountability/register-list.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const shareRow = z.object({ heads: z.number(), total: z.number(), percent: z.number().nullable() });
export type AccountabilityHeads = z.infer<typeof shareRow>;

/**
 * 行政首长占比 (policy 2(2)5): administrative heads ÷ persons held to account, of those decided by the day and not revoked by it. Null
 * without any.
 */
export function accountabilityHeads(viewer: Viewer, asOf: string, within: string | null = null): Promise<AccountabilityHeads> {
  return row(
    shareRow,
    sql`SELECT heads, total, round(100.0 * heads / nullif(total, 0), 1)::float8 AS percent FROM (
        SELECT (count(*) FILTER (WHERE r.administrative_head))::int AS heads, count(*)::int AS total
        ${fromRecords(viewer, asOf, { within, status: 'IN_FORCE' })}) counted`,
  );
}
