import { dayNumber } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import { calendarRows } from './calendar-rows.ts';
import { type PackProblem, problemIn } from './pack-file.ts';
import type { PackSourceFiles } from './read-pack.ts';

/** Ranges that hold no day, overrides outside the known years, a start day without a calendar. */
export function checkCalendar({ calendar, 'calendar-overrides': overrides, campaign }: PackSourceFiles): PackProblem[] {
  const problems: PackProblem[] = [];
  for (const [year, exceptions] of Object.entries(calendar.value)) {
    for (const side of ['off', 'working'] as const) {
      for (const [label, ranges] of Object.entries(exceptions[side])) {
        for (const [index, range] of ranges.entries()) {
          if (!isRange(year, range))
            problems.push(problemIn(calendar, [year, side, label, index], `${range} is no day or range of ${year}`));
        }
      }
    }
  }
  for (const [year, off] of Object.entries(overrides.value.provisionalYears)) {
    for (const [label, ranges] of Object.entries(off)) {
      for (const [index, range] of ranges.entries()) {
        if (!isRange(year, range))
          problems.push(problemIn(overrides, ['provisionalYears', year, label, index], `${range} is no day or range of ${year}`));
      }
    }
  }
  if (problems.length > 0) return problems;

  const known = new Set(calendarRows(calendar.value, overrides.value).map(({ day }) => day));
  for (const [index, { day }] of overrides.value.days.entries()) {
    if (!known.has(day)) problems.push(problemIn(overrides, ['days', index, 'day'], `${day} lies in no year of the calendar`));
  }
  if (!known.has(campaign.value.startOn)) problems.push(problemIn(campaign, ['startOn'], `no calendar for ${campaign.value.startOn}`));
  return problems;
}

function isRange(year: string, range: string): boolean {
  const [from, to = from] = range.split('/').map((monthDay) => `${year}-${monthDay}`);
  return isDay(from!) && isDay(to!) && from! <= to!;
}

function isDay(text: string): text is Day {
  try {
    return Number.isInteger(dayNumber(text));
  } catch {
    return false;
  }
}
