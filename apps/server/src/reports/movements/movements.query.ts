import { itemActions } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { itemsVisibleTo } from '../../modules/item/item.policy.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { itemInCharge } from '../in-charge.ts';

const movementRow = z.object({
  itemId: z.string(),
  at: z.date(),
  actorTitle: z.string(),
  action: z.enum(itemActions),
  count: z.number(),
  total: z.number(),
});
export type Movement = z.infer<typeof movementRow>;

/**
 * What moved since an instant of business time: items on which others acted after it, the newest first, each with its last act and the number
 * of acts. For a vice mayor the matters led (duty post) or overseen (portfolio) alone; for everybody else what they may see. The system's own
 * recomputations and what came in by ledger are no movement. `total` counts all.
 */
export function movements(viewer: Viewer, since: Date, first: number): Promise<Movement[]> {
  return rows(
    movementRow,
    sql`SELECT moved.*, (count(*) OVER ())::int AS total FROM (
          SELECT DISTINCT ON (i.id) i.id AS "itemId", e.at, e.actor_title AS "actorTitle", e.action,
            (count(*) OVER (PARTITION BY i.id))::int AS count
          FROM item_event e JOIN item i ON i.id = e.item_id
          WHERE e.at > ${since} AND e.action NOT IN ('RECOMPUTE', 'CREATE', 'IMPORT_FACTS')
            AND e.actor_id IS DISTINCT FROM ${viewer.userId}::uuid AND ${itemsVisibleTo(viewer)} AND ${itemInCharge(viewer)}
          ORDER BY i.id, e.sequence DESC
        ) moved ORDER BY at DESC, "itemId" LIMIT ${first}`,
  );
}
