import { addDays } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import type { PackDay } from './pack.ts';
import type { PackSources } from './schema.ts';

/**
 * Every day of every year in the calendar files, in order: Monday to Friday are working days but for the exceptions.
 * Days of `calendar-overrides.yaml` come last and win.
 */
export function calendarRows(calendar: PackSources['calendar'], overrides: PackSources['calendar-overrides']): PackDay[] {
  const published = Object.entries(calendar).map(([year, { off, working }]) => ({ year, off, working, provisional: false }));
  const guessed = Object.entries(overrides.provisionalYears)
    .filter(([year]) => !(year in calendar))
    .map(([year, off]) => ({ year, off, working: {}, provisional: true }));

  const days = new Map<Day, PackDay>();
  for (const { year, off, working, provisional } of [...published, ...guessed].sort((a, b) => Number(a.year) - Number(b.year))) {
    for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) {
      days.set(day, { day, isWorking: !isWeekend(day), label: null, provisional });
    }
    for (const [isWorking, named] of [
      [false, off],
      [true, working],
    ] as const) {
      for (const [label, ranges] of Object.entries(named)) {
        for (const day of ranges.flatMap((range) => daysOf(year, range))) days.set(day, { day, isWorking, label, provisional });
      }
    }
  }
  for (const { day, isWorking, label } of overrides.days) {
    const known = days.get(day);
    if (known) days.set(day, { ...known, isWorking, label });
  }
  return [...days.values()];
}

/** The days of `01-31/02-06` in a year. */
export function daysOf(year: string, range: string): Day[] {
  const [from, to = from] = range.split('/');
  const days: Day[] = [];
  for (let day = `${year}-${from}`; day <= `${year}-${to}`; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
