import { cityWideRoles } from '@duban/rules/roles';
import type { Viewer } from '../session/viewer.ts';
import { clerksFor, signsFor } from '../unit/unit.policy.ts';

export const monthlyStates = ['DRAFT', 'SUBMITTED', 'SENT'] as const;
export type MonthlyState = (typeof monthlyStates)[number];

/** May see the unit's form: its people and those of units above it, and whoever sees the whole city. */
export function canReadMonthly(viewer: Viewer, unitId: string): boolean {
  return cityWideRoles.has(viewer.role) || clerksFor(viewer, unitId) || signsFor(viewer, unitId);
}

/** Units whose forms the viewer may see; null = all. */
export function monthlyUnitsVisibleTo(viewer: Viewer): readonly string[] | null {
  if (cityWideRoles.has(viewer.role)) return null;
  return viewer.unitIds.filter((unitId) => canReadMonthly(viewer, unitId));
}

/** May write cells. What lies before the head is the head's until it is given back. */
export function canFillMonthly(viewer: Viewer, unitId: string, state: MonthlyState): boolean {
  return signsFor(viewer, unitId) || (state !== 'SUBMITTED' && clerksFor(viewer, unitId));
}

/** May lay the form before the head. */
export function canSubmitMonthly(viewer: Viewer, unitId: string, state: MonthlyState): boolean {
  return state !== 'SUBMITTED' && clerksFor(viewer, unitId);
}

/** May give the form back to the clerks. */
export function canReturnMonthly(viewer: Viewer, unitId: string, state: MonthlyState): boolean {
  return state === 'SUBMITTED' && signsFor(viewer, unitId);
}

/** May sign and send it. */
export function canSendMonthly(viewer: Viewer, unitId: string): boolean {
  return signsFor(viewer, unitId);
}

/** Would have the act in another state of the report: the refusal then speaks of the state, else of the post. */
export function actsOnMonthly(viewer: Viewer, unitId: string): 'CLERK' | 'HEAD' | null {
  if (signsFor(viewer, unitId)) return 'HEAD';
  return clerksFor(viewer, unitId) ? 'CLERK' : null;
}
