import { type Sql, sql } from '../../database.ts';
import { hasDesk } from '../session/desk.policy.ts';
import type { Viewer } from '../session/viewer.ts';

// Who may read and do what of complaints (policy 2(2)5). Acts on the item stand in the state table.

/** Only inspection may learn who complained; each look is reasoned and recorded. */
export function canRevealComplainant(viewer: Viewer): boolean {
  return viewer.role === 'INSPECTION';
}

/** Own words, supplements and files of complainants: whoever wrote them can often be told by them. */
export function canReadStatements(viewer: Viewer): boolean {
  return viewer.role === 'INSPECTION';
}

/** Windows and the complaint office enter what comes by phone, by letter or in person. */
export function canRegisterComplaints(viewer: Viewer): boolean {
  return hasDesk(viewer, 'COMPLAINT_INTAKE');
}

/**
 * WHERE on alias `i` of `item` and `e` of its first event: what the viewer registered at a desk. Windows see no complaint but, of these, that
 * they are there and how far they have come; what became a matter that is kept from the viewer is left out.
 */
export function registeredBy(viewer: Viewer): Sql {
  if (!canRegisterComplaints(viewer)) return sql`FALSE`;
  return sql`(i.kind = 'COMPLAINT' AND e.actor_id = ${viewer.userId}::uuid AND e.import_run_id IS NULL AND ${complaintsNotKeptFrom(viewer)})`;
}

/** A person, as SQL: an account, the role and the unit of its post. */
interface PersonSql {
  userId: Sql;
  role: Sql;
  unitId: Sql;
}

/**
 * Whether a complaint's item is kept from a person who else would see it: a matter that they keep out of (回避), and, for the supervision
 * office, a complaint about itself in which it has no part to answer. `itemId` is an SQL expression.
 */
export function isKeptFrom(itemId: Sql, { userId, role, unitId }: PersonSql): Sql {
  return sql`(EXISTS (SELECT 1 FROM recusal q WHERE q.item_id = ${itemId} AND q.user_id = ${userId})
    OR (${role} = 'SUPERVISION_OFFICE' AND EXISTS (SELECT 1 FROM complaint c WHERE c.item_id = ${itemId} AND c.complained_unit_id = ${unitId})
      AND NOT EXISTS (SELECT 1 FROM item_unit p WHERE p.item_id = ${itemId} AND p.unit_id = ${unitId})))`;
}

/** The same of the viewer. */
export function isKeptFromViewer(itemId: Sql, { userId, role, unitId }: Viewer): Sql {
  return isKeptFrom(itemId, { userId: sql`${userId}::uuid`, role: sql`${role}::text`, unitId: sql`${unitId}::text` });
}

/** WHERE on alias `i` of `item`: all but the complaints that are kept from the viewer. */
export function complaintsNotKeptFrom(viewer: Viewer): Sql {
  return sql`(i.kind <> 'COMPLAINT' OR NOT ${isKeptFromViewer(sql`i.id`, viewer)})`;
}
