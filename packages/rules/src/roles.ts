import type { Role } from './vocabulary.ts';

/** Roles whose view is the whole city (mission B10). */
export const cityWideRoles: ReadonlySet<Role> = new Set<Role>(['CITY_LEADER', 'VICE_MAYOR', 'SUPERVISION_OFFICE', 'INSPECTION']);

/** Roles that see only what concerns the unit of the post. */
export const unitRoles: ReadonlySet<Role> = new Set<Role>(['UNIT_HEAD', 'UNIT_CLERK']);

/** Roles that decide on matters from above: instructions, extensions, forced assignment. */
export const leadershipRoles: ReadonlySet<Role> = new Set<Role>(['CITY_LEADER', 'VICE_MAYOR']);

/** The three administrators (三员): no two of them in one hand, and none of them acts on items. */
export const administratorRoles: ReadonlySet<Role> = new Set<Role>(['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN']);
