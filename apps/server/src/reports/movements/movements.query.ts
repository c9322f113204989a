import { itemActions } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, type Sql, sql } from '../../database.ts';
import { itemsVisibleTo } from '../../modules/item/item.policy.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const movementRow = z.object({
  itemId: z.string(),
  at: z.date(),
  actorTitle: z.string(),
  action: z.enum(itemActions),
  count: z.number(),
});
export type Movement = z.infer<typeof movementRow>;

/**
 * What moved since an instant of business time: items on which others acted after it, the newest first, each with its last act and the number
 * of acts. For a vice mayor the matters led (duty post) or overseen (portfolio) alone; for everybody else what they may see. The system's own
 * recomputations and what came in by ledger are no movement.
 */
export function movements(viewer: Viewer, since: Date, first: number): Promise<Movement[]> {
  return rows(
    movementRow,
    sql`SELECT * FROM (
          SELECT DISTINCT ON (i.id) i.id AS "itemId", e.at, e.actor_title AS "actorTitle", e.action,
            (count(*) OVER (PARTITION BY i.id))::int AS count
          FROM item_event e JOIN item i ON i.id = e.item_id
          WHERE e.at > ${since} AND e.action NOT IN ('RECOMPUTE', 'CREATE', 'IMPORT_FACTS')
            AND e.actor_id IS DISTINCT FROM ${viewer.userId}::uuid AND ${itemsVisibleTo(viewer)} AND ${inCharge(viewer)}
          ORDER BY i.id, e.sequence DESC
        ) moved ORDER BY at DESC, "itemId" LIMIT ${first}`,
  );
}

function inCharge({ role, postId, overseenUnitIds }: Viewer): Sql {
  if (role !== 'VICE_MAYOR') return sql`TRUE`;
  return sql`(i.duty_post_id = ${postId} OR EXISTS (SELECT 1 FROM item_unit p WHERE p.item_id = i.id AND p.superseded_by_id IS NULL
    AND p.unit_id = ANY(${overseenUnitIds}::text[])))`;
}
