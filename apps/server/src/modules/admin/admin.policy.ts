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
