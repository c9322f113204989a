import { administratorRoles } from '@duban/rules/roles';
import { type Sql, sql } from '../../database.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import type { Viewer } from '../session/viewer.ts';

/** Those who act on items bring evidence; the three administrators do not. */
export function canUpload(viewer: Viewer): boolean {
  return !administratorRoles.has(viewer.role);
}

/** WHERE on `attachment` as `a`: files of an item that the viewer may see, and own uploads that no act has taken. */
export function attachmentsVisibleTo(viewer: Viewer): Sql {
  return sql`(CASE WHEN a.item_id IS NULL THEN a.added_by_id = ${viewer.userId}::uuid
    ELSE EXISTS (SELECT 1 FROM item i WHERE i.id = a.item_id AND ${itemsVisibleTo(viewer)}) END)`;
}
