import { leadershipRoles } from '@duban/rules/roles';
import type { Role } from '@duban/rules/vocabulary';
import { hasDesk } from '../session/desk.policy.ts';
import type { Viewer } from '../session/viewer.ts';

/** The supervision office opens supervision tasks (立项), one or many at once. */
export function canCreateTasks(viewer: Viewer): boolean {
  return hasDesk(viewer, 'SUPERVISION');
}

/** Who enters instructions on paper for a leader; a leader writes in the own name. Whether an item may be instructed on is the state table's. */
export function entersForLeaders(viewer: Viewer): boolean {
  return hasDesk(viewer, 'SUPERVISION');
}

/** Posts whose instruction counts as one. */
export function isLeader(role: Role): boolean {
  return leadershipRoles.has(role);
}
