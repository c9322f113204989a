import { addDays, monthEnd } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';

/** The ends of the `count` months before that of `asOf`, the oldest first, and `asOf` itself: the points of a course. */
export function courseDays(asOf: Day, count: number): Day[] {
  const days = [asOf];
  for (let end = endOfMonthBefore(asOf); days.length <= count; end = endOfMonthBefore(end)) days.unshift(end);
  return days;
}

/** First day of the month that lies `months` months before that of `asOf`. */
export function monthStart(asOf: Day, months: number): Day {
  const [first] = courseDays(asOf, months);
  return `${first!.slice(0, 7)}-01`;
}

function endOfMonthBefore(day: Day): Day {
  return monthEnd(addDays(`${day.slice(0, 7)}-01`, -1));
}
