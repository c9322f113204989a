import { hasDesk } from '../session/desk.policy.ts';
import type { Viewer } from '../session/viewer.ts';
import { unitsActedFor } from '../unit/unit.policy.ts';

// Who may enter problems of the public and learn who raised them (policy 2(4)3). Acts on the item stand in the state table.

/** Units enter what they collected or found themselves, the supervision office anything. */
export function canRegisterProblems(viewer: Viewer): boolean {
  return hasDesk(viewer, 'SUPERVISION') || hasDesk(viewer, 'REPORTING');
}

/** Which unit may lead what the viewer enters: a unit only itself and those below it. */
export function mayLead(viewer: Viewer, unitId: string): boolean {
  return hasDesk(viewer, 'SUPERVISION') || viewer.unitIds.includes(unitId);
}

/** Whoever answers must be able to reach those who raised it: the lead unit's head and clerk, and the supervision office. */
export function canRevealRaiser(viewer: Viewer, leadUnitId: string): boolean {
  return hasDesk(viewer, 'SUPERVISION') || unitsActedFor(viewer).includes(leadUnitId);
}
