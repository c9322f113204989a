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
 * WHERE on alias `i` of `item`: what of the complaints is kept from a viewer who sees the whole city: matters that the viewer keeps out of
 * (回避), and, for the supervision office, complaints about itself in which it has no part to answer.
 */
export function complaintsNotKeptFrom(viewer: Viewer): Sql {
  const notRecused = sql`NOT EXISTS (SELECT 1 FROM recusal q WHERE q.item_id = i.id AND q.user_id = ${viewer.userId}::uuid)`;
  if (viewer.role !== 'SUPERVISION_OFFICE') return sql`(i.kind <> 'COMPLAINT' OR ${notRecused})`;
  const isAboutOwn = sql`EXISTS (SELECT 1 FROM complaint c WHERE c.item_id = i.id AND c.complained_unit_id = ${viewer.unitId})`;
  const hasPart = sql`EXISTS (SELECT 1 FROM item_unit p WHERE p.item_id = i.id AND p.unit_id = ${viewer.unitId})`;
  return sql`(i.kind <> 'COMPLAINT' OR (${notRecused} AND (NOT ${isAboutOwn} OR ${hasPart})))`;
}
