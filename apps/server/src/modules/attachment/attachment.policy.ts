import { administratorRoles, leadershipRoles } from '@duban/rules/roles';
import { type Sql, sql } from '../../database.ts';
import { canReadStatements } from '../complaint/complaint.policy.ts';
import { isHandledIn } from '../complaint/handled-in.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import type { Viewer } from '../session/viewer.ts';
import { visitsVisibleTo } from '../visit/visit.policy.ts';

/** Those who act on items bring evidence; the three administrators do not. */
export function canUpload(viewer: Viewer): boolean {
  return !administratorRoles.has(viewer.role);
}

/**
 * WHERE on `attachment` as `a`: photos of a visit that the viewer may see, own uploads that no act has taken, and files of an item that the
 * viewer may see. Of these, what a
 * complainant brought is for inspection alone, never for those who keep out of the matter (回避); copies of it without traces never reach
 * the unit complained of, whoever holds the duty by then.
 */
export function attachmentsVisibleTo(viewer: Viewer): Sql {
  return sql`(CASE WHEN a.visit_id IS NOT NULL THEN EXISTS (SELECT 1 FROM visit v WHERE v.id = a.visit_id AND ${visitsVisibleTo(viewer)})
    WHEN a.item_id IS NULL THEN a.complaint_id IS NULL AND a.added_by_id = ${viewer.userId}::uuid
    ELSE EXISTS (SELECT 1 FROM item i WHERE i.id = a.item_id AND ${itemsVisibleTo(viewer)})
      AND (a.complaint_id IS NULL OR ${ownMaterialVisibleTo(viewer)})
      AND (a.forwarded_from_id IS NULL OR ${forwardedVisibleTo(viewer)}) END)`;
}

function ownMaterialVisibleTo(viewer: Viewer): Sql {
  if (!canReadStatements(viewer)) return sql`FALSE`;
  return sql`NOT EXISTS (SELECT 1 FROM recusal q WHERE q.user_id = ${viewer.userId}::uuid
    AND q.item_id IN (SELECT m.id FROM item m WHERE m.id = a.item_id UNION SELECT m.merged_into_id FROM item m WHERE m.id = a.item_id))`;
}

function forwardedVisibleTo(viewer: Viewer): Sql {
  if (canReadStatements(viewer) || leadershipRoles.has(viewer.role)) return sql`TRUE`;
  return sql`NOT EXISTS (SELECT 1 FROM complaint c WHERE ${isHandledIn(sql`a.item_id`)}
    AND (c.complained_unit_id = ANY(${viewer.unitIds}::text[]) OR c.complained_unit_id IN ${unitsFrom(viewer.unitId)}))`;
}

/** A unit and all above it. */
function unitsFrom(unitId: string): Sql {
  return sql`(WITH RECURSIVE above AS (SELECT u.id, u.parent_id FROM unit u WHERE u.id = ${unitId}
    UNION SELECT u.id, u.parent_id FROM unit u JOIN above ON u.id = above.parent_id) SELECT above.id FROM above)`;
}
