import { dueOf } from '@duban/rules/limits';
import type { Day } from '@duban/rules/vocabulary';
import type { LedgerContext } from './ledger-context.ts';

/** Last day for signing in what is assigned on a day (limit `sign-in`); null where the city has no such limit. CalendarYearMissing as `dueOf`. */
export function signDueOn(assignedOn: Day, { calendar, limits }: Pick<LedgerContext, 'calendar' | 'limits'>): Day | null {
  const limit = limits.get('sign-in');
  return limit ? dueOf(calendar, { start: assignedOn, limit }) : null;
}
