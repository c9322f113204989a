import { monthEnd } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';

/** The last day of a month `2014-08`; null where it is none. */
export function periodOf(month: string): Day | null {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) ? monthEnd(`${month}-01`) : null;
}
