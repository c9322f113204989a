import { administratorRoles, cityWideRoles, leadershipRoles } from '@duban/rules/roles';
import { type Role, roles } from '@duban/rules/vocabulary';
import { type Sql, sql } from '../../database.ts';
import type { Viewer } from '../session/viewer.ts';
import { clerksFor, signsFor } from '../unit/unit.policy.ts';

/** Who goes on visits: a post with what decides who may enter for it. */
export interface Leader {
  postId: string;
  unitId: string;
  role: Role;
}

/** All but the three administrators have a part in visits. */
export const visitReaders: readonly Role[] = roles.filter((role) => !administratorRoles.has(role));

/**
 * Enters, corrects and withdraws a leader's visits: the leader, whoever signs or reports for the leader's own unit, and the supervision office
 * for the leaders of the city.
 */
export function mayEnterFor(viewer: Viewer, { postId, unitId, role }: Leader): boolean {
  if (administratorRoles.has(viewer.role)) return false;
  if (viewer.postId === postId) return true;
  if (leadershipRoles.has(role)) return viewer.role === 'SUPERVISION_OFFICE';
  return viewer.unitId === unitId && (signsFor(viewer, unitId) || clerksFor(viewer, unitId));
}

/** Writes down what became of a need: who enters for the leader, the department charged, the supervision office. */
export function mayAnswerNeed(viewer: Viewer, leader: Leader, chargedUnitId: string | null): boolean {
  if (mayEnterFor(viewer, leader) || viewer.role === 'SUPERVISION_OFFICE') return true;
  return chargedUnitId !== null && (signsFor(viewer, chargedUnitId) || clerksFor(viewer, chargedUnitId));
}

/** Makes a need a supervised item: who enters for the leader, the leaders of the city and the supervision office. */
export function mayRaiseNeed(viewer: Viewer, leader: Leader): boolean {
  return mayEnterFor(viewer, leader) || leadershipRoles.has(viewer.role) || viewer.role === 'SUPERVISION_OFFICE';
}

/**
 * Whether the item is assigned at once: by those who may charge the unit, i.e. the leaders of the city, the supervision office, and who
 * signs for the unit charged; what others ask for waits for the supervision office.
 */
export function assignsAtOnce(viewer: Viewer, chargedUnitId: string): boolean {
  return leadershipRoles.has(viewer.role) || viewer.role === 'SUPERVISION_OFFICE' || signsFor(viewer, chargedUnitId);
}

/** Keep the contact points of all leaders. */
export const contactPointKeepers: readonly Role[] = ['SUPERVISION_OFFICE'];

export function keepsContactPoints({ role }: { role: Role }): boolean {
  return contactPointKeepers.includes(role);
}

/** Leaders whose duty the viewer sees: WHERE on alias `p` of `post`. */
export function leadersVisibleTo(viewer: Viewer): Sql {
  if (cityWideRoles.has(viewer.role)) return sql`TRUE`;
  if (administratorRoles.has(viewer.role)) return sql`FALSE`;
  return sql`p.unit_id = ANY(${viewer.unitIds}::text[])`;
}

/** WHERE on alias `v` of `visit`: a unit sees the visits of its own leaders, and those of which a need is charged to it. */
export function visitsVisibleTo(viewer: Viewer): Sql {
  if (cityWideRoles.has(viewer.role)) return sql`TRUE`;
  if (administratorRoles.has(viewer.role)) return sql`FALSE`;
  return sql`(EXISTS (SELECT 1 FROM post o WHERE o.id = v.post_id AND o.unit_id = ANY(${viewer.unitIds}::text[]))
    OR EXISTS (SELECT 1 FROM visit_need c WHERE c.visit_id = v.id AND c.unit_id = ANY(${viewer.unitIds}::text[])))`;
}
