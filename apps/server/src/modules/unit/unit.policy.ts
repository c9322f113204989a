import type { Role } from '@duban/rules/vocabulary';
import type { Viewer } from '../session/viewer.ts';

/** Offices whose staff also stand for the office itself, where it owes a duty of its own. */
const officeRoles: ReadonlySet<Role> = new Set<Role>(['SUPERVISION_OFFICE', 'INSPECTION', 'SERVICE_CENTRE']);

/** Stands and signs for the unit: its head or the head of a unit above it; of an office, its own staff. */
export function signsFor({ role, unitId: ownUnitId, unitIds }: Viewer, unitId: string): boolean {
  return role === 'UNIT_HEAD' ? unitIds.includes(unitId) : officeRoles.has(role) && ownUnitId === unitId;
}

/** Reports for the unit without signing: its clerk or the clerk of a unit above it. */
export function clerksFor({ role, unitIds }: Viewer, unitId: string): boolean {
  return role === 'UNIT_CLERK' && unitIds.includes(unitId);
}

/** The units for which the viewer signs or reports: those that `signsFor` and `clerksFor` say. */
export function unitsActedFor({ role, unitId, unitIds }: Viewer): readonly string[] {
  if (role === 'UNIT_HEAD' || role === 'UNIT_CLERK') return unitIds;
  return officeRoles.has(role) ? [unitId] : [];
}
