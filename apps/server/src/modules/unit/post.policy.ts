import { leadershipRoles } from '@duban/rules/roles';
import type { Role } from '@duban/rules/vocabulary';

/** Posts that may have 分管 units: those of the city's leaders. */
export function mayOversee(role: Role): boolean {
  return leadershipRoles.has(role);
}
