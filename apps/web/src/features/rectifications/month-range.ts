import { monthEnd } from '@duban/rules/calendar';

/** The days of a month `2014-08` that are counted on a day: up to its end, or to the day. */
export function monthRange(month: string, asOf: string): { from: string; to: string } {
  const from = `${month}-01`;
  const end = monthEnd(from);
  return { from, to: end < asOf ? end : asOf };
}
