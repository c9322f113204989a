import {
  addDays,
  addWorkingDays,
  dayNumber,
  daysBetween,
  laterOf,
  type WorkingCalendar,
  workingDayOnOrAfter,
  workingDaysBetween,
} from './calendar.ts';
import { type Day, type DayUnit, openEnded } from './vocabulary.ts';

/** A length of time allowed, e.g. 20 working days. */
export interface Limit {
  days: number;
  unit: DayUnit;
}

/** Days on which the clock stands still, both ends included; `to` null while it still stands. */
export interface Pause {
  from: Day;
  to: Day | null;
}

export interface LimitInput {
  /** The day of 交办 or acceptance. It is not counted: the first day of a period is the next one. */
  start: Day;
  limit: Limit;
  /** Extensions granted, in the unit of the limit; each begins where the former end lay. */
  extensions?: readonly { days: number }[];
  pauses?: readonly Pause[];
  /** Calendar limits only: an end on a day off moves to the first working day after it. Default true. */
  rollForward?: boolean;
}

/**
 * The last day on which the duty can be done in time. It is overdue from the next day on.
 *
 * A calendar-day period that ends on a statutory holiday or a day off ends on the first working day after it: so count the civil code,
 * the procedure laws and the petition and reconsideration practice of the PRC. `rollForward: false` is for promises that name a date.
 * A working-day period ends on a working day by itself. Days of a pause are not counted, so a pause moves the end by as much of the
 * limit as fell into it; a pause that begins after the end moves nothing. With an open pause the end is open (`openEnded`).
 */
export function dueOf(calendar: WorkingCalendar, input: LimitInput): Day {
  const { start, limit, extensions = [], rollForward = true } = input;
  if (start === openEnded) return openEnded;
  const pauses = mergePauses(input.pauses ?? []);
  let due = forward(
    calendar,
    start,
    extensions.reduce((sum, extension) => sum + extension.days, limit.days),
    limit.unit,
  );
  for (const pause of pauses) {
    if (pause.to <= start) continue;
    if (pause.from > due) break;
    if (pause.to === openEnded) return openEnded;
    const beforePause = pause.from > start ? addDays(pause.from, -1) : start;
    due = forward(calendar, due, count(calendar, beforePause, pause.to, limit.unit), limit.unit);
  }
  return limit.unit === 'CALENDAR' && rollForward ? rollPastDaysOff(calendar, due, pauses) : due;
}

/**
 * Days to show beside a due day: the working days left in (on, due], 0 on the due day itself, and from the day after it minus the
 * working days overdue, at least -1, so that a matter that fell due on a Friday is not shown as due today on the Saturday.
 * null when there is no due day.
 */
export function remainingDays(calendar: WorkingCalendar, due: Day, on: Day): number | null {
  if (due === openEnded) return null;
  const left = workingDaysBetween(calendar, on, due);
  return on > due ? Math.min(left, -1) : left;
}

/** 按期: finished on or before the due day. */
export function finishedOnTime(due: Day, finishedOn: Day): boolean {
  return finishedOn <= due;
}

function forward(calendar: WorkingCalendar, day: Day, days: number, unit: DayUnit): Day {
  return unit === 'WORKING' ? addWorkingDays(calendar, day, days) : addDays(day, days);
}

function count(calendar: WorkingCalendar, after: Day, upTo: Day, unit: DayUnit): number {
  return unit === 'WORKING' ? workingDaysBetween(calendar, after, upTo) : daysBetween(after, upTo);
}

function rollPastDaysOff(calendar: WorkingCalendar, due: Day, pauses: readonly { from: Day; to: Day }[]): Day {
  const rolled = workingDayOnOrAfter(calendar, due);
  const pause = pauses.find(({ from, to }) => from <= rolled && rolled <= to);
  if (!pause || pause.from <= due) return rolled;
  return pause.to === openEnded ? openEnded : rollPastDaysOff(calendar, addDays(pause.to, 1), pauses);
}

/** Sorted, and joined where they overlap or touch. */
function mergePauses(pauses: readonly Pause[]): { from: Day; to: Day }[] {
  const merged: { from: Day; to: Day }[] = [];
  for (const { from, to } of [...pauses].sort((a, b) => dayNumber(a.from) - dayNumber(b.from))) {
    const end = to ?? openEnded;
    if (end < from) continue;
    const last = merged.at(-1);
    if (last && from <= addDays(last.to, 1)) last.to = laterOf(last.to, end);
    else merged.push({ from, to: end });
  }
  return merged;
}
