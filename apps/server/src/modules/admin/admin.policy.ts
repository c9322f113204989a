import type { Role } from '@duban/rules/vocabulary';

/** The three administrators and their separate duties (等保; mission B10): none of them sees any business. */

/** Keeps units, posts, accounts, dictionaries, calendar, limits and thresholds. */
export const systemKeepers = ['SYSTEM_ADMIN'] as const satisfies readonly Role[];

/** Watches accounts: locks, sessions, rights. */
export const securityKeepers = ['SECURITY_ADMIN'] as const satisfies readonly Role[];

/** Reads the system event chain, and changes nothing. */
export const auditors = ['AUDIT_ADMIN'] as const satisfies readonly Role[];

/** Both of those who look after accounts see them. */
export const accountKeepers = [...systemKeepers, ...securityKeepers] as const;

/** What an administrator has in hand. */
export const administratorDuties = ['SYSTEM', 'SECURITY', 'AUDIT'] as const;
export type AdministratorDuty = (typeof administratorDuties)[number];

const keepers: Record<AdministratorDuty, readonly Role[]> = { SYSTEM: systemKeepers, SECURITY: securityKeepers, AUDIT: auditors };

/** The duties of a role: none for those who administer nothing. */
export function dutiesOf(role: Role): AdministratorDuty[] {
  return administratorDuties.filter((duty) => keepers[duty].includes(role));
}
