import { addDays } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import type { ItemFilter } from '../../ui/ledger-link.ts';

/** Items still at work after their due day: what the server's `overdueByUnit` counts. */
export function overdueFilter(asOf: Day): ItemFilter {
  return {
    states: ['ASSIGNED', 'SIGNED', 'IN_PROGRESS', 'REPORTED', 'UNDER_REVIEW', 'REWORK'],
    due: { to: addDays(asOf, -1) },
  };
}
