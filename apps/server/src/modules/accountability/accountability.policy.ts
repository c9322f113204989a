import { cityWideRoles } from '@duban/rules/roles';
import { type Role, roles } from '@duban/rules/vocabulary';
import { type Sql, sql } from '../../database.ts';
import { isKeptFromViewer } from '../complaint/complaint.policy.ts';
import type { Viewer } from '../session/viewer.ts';

/** What somebody may do with the register: nothing, read it, or keep it. */
export const accountabilityAccesses = ['NONE', 'READ', 'KEEP'] as const;
export type AccountabilityAccess = (typeof accountabilityAccesses)[number];

/**
 * Inspection keeps the register and alone may ask for a name; the city's leaders and the supervision office read it; a head reads what
 * concerns the own unit. Clerks, the service centre and the administrators have no part in it (policy 2(2)5).
 */
export function accessOf({ role }: { role: Role }): AccountabilityAccess {
  if (role === 'INSPECTION') return 'KEEP';
  return cityWideRoles.has(role) || role === 'UNIT_HEAD' ? 'READ' : 'NONE';
}

export const registerReaders: readonly Role[] = roles.filter((role) => accessOf({ role }) !== 'NONE');
export const registerKeepers: readonly Role[] = roles.filter((role) => accessOf({ role }) === 'KEEP');

/** Only inspection may learn who a post was; each look is recorded with its reason. */
export function canRevealPerson(viewer: Viewer): boolean {
  return accessOf(viewer) === 'KEEP';
}

/** True for those to whom the figures of the whole city are shown. */
export function seesWholeRegister(viewer: Viewer): boolean {
  return cityWideRoles.has(viewer.role);
}

/** WHERE on alias `r` of `accountability`. From whom a matter is kept, what followed from it is kept too. */
export function recordsVisibleTo(viewer: Viewer): Sql {
  if (accessOf(viewer) === 'NONE') return sql`FALSE`;
  const own = seesWholeRegister(viewer) ? sql`TRUE` : sql`r.unit_id = ANY(${viewer.unitIds}::text[])`;
  return sql`(${own} AND NOT ${isKeptFromViewer(sql`r.item_id`, viewer)})`;
}
