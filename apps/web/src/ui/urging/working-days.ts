import type { Day } from '@duban/rules/vocabulary';

export type CalendarDay = { day: Day; isWorking: boolean };

/** The `count`-th working day after a day; null when the days known don't reach that far. */
export function workingDayAfter(days: readonly CalendarDay[], after: Day, count: number): Day | null {
  return days.filter(({ day, isWorking }) => isWorking && day > after)[count - 1]?.day ?? null;
}
