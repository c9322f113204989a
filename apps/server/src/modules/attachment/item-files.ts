import type { Attachment } from '@duban/db/generated/prisma/client';
import DataLoader from 'dataloader';
import { z } from 'zod';
import { db, rows, sql } from '../../database.ts';
import type { Viewer } from '../session/viewer.ts';
import { attachmentsVisibleTo } from './attachment.policy.ts';

const fileRow = z.object({ itemId: z.string(), id: z.string() });

/**
 * Files of items that the viewer may see, the newest first. What a complainant brought to a matter that was merged into another stands at
 * both.
 */
export function filesLoader(viewer: Viewer): DataLoader<string, Attachment[]> {
  return new DataLoader(async (itemIds) => {
    const places = await rows(
      fileRow,
      sql`SELECT p."itemId", a.id FROM attachment a
          JOIN LATERAL (SELECT a.item_id AS "itemId"
            UNION SELECT m.merged_into_id FROM item m WHERE m.id = a.item_id AND a.complaint_id IS NOT NULL) p ON p."itemId" = ANY(${itemIds}::uuid[])
          WHERE (a.item_id = ANY(${itemIds}::uuid[]) OR a.item_id IN (SELECT m.id FROM item m WHERE m.merged_into_id = ANY(${itemIds}::uuid[])))
            AND ${attachmentsVisibleTo(viewer)}
          ORDER BY a.added_at DESC, a.id`,
    );
    const found = await db.attachment.findMany({ where: { id: { in: places.map(({ id }) => id) } } });
    const byId = new Map(found.map((file) => [file.id, file]));
    return itemIds.map((itemId) => places.flatMap((place) => (place.itemId === itemId ? (byId.get(place.id) ?? []) : [])));
  });
}
