import { addDays, dayFromNumber, dayNumber } from './calendar.ts';
import type { Day } from './vocabulary.ts';

const msPerDay = 86_400_000;

/** The one clock from which business days and span instants come (model, Time 1). Real time is only for `recordedAt`, sessions and audit. */
export interface BusinessClock {
  now(): Date;
  today(): Day;
}

export interface BusinessClockOptions {
  /** Whole days by which business time runs ahead of real time (negative: behind, as in a demo that runs on from a past day). */
  offsetDays: number;
  /** IANA name of the pack's zone, e.g. `Asia/Shanghai`. */
  timeZone: string;
  /** `DUBAN_TODAY`: it stays this day; only the time of day runs, from midnight to midnight. */
  fixedToday?: Day;
  /** Source of real time. */
  realNow?: () => Date;
}

/** A clock that shows the real time of day on the business day. RangeError for an unknown zone or a day that is none. */
export function businessClock({ offsetDays, timeZone, fixedToday, realNow = () => new Date() }: BusinessClockOptions): BusinessClock {
  if (fixedToday !== undefined) dayNumber(fixedToday);
  formatterOf(timeZone);
  const businessDay = (real: Date) => fixedToday ?? addDays(dayOf(real, timeZone), offsetDays);
  return {
    today: () => businessDay(realNow()),
    now() {
      const real = realNow();
      const day = businessDay(real);
      const sinceMidnight = real.getTime() - startOfDay(dayOf(real, timeZone), timeZone).getTime();
      return new Date(Math.min(startOfDay(day, timeZone).getTime() + sinceMidnight, endOfDay(day, timeZone).getTime()));
    },
  };
}

/** The offset that makes business time run on from `start` when begun at real time `real`. */
export function offsetFrom(start: Day, real: Date, timeZone: string): number {
  return dayNumber(start) - dayNumber(dayOf(real, timeZone));
}

/** The civil day of an instant in a zone. */
export function dayOf(instant: Date, timeZone: string): Day {
  return dayFromNumber(Math.floor(localMs(instant.getTime(), timeZone) / msPerDay));
}

/** The first instant of a day in a zone. */
export function startOfDay(day: Day, timeZone: string): Date {
  return new Date(firstInstant(dayNumber(day), timeZone));
}

/** The last instant of a day in a zone, to the millisecond (instants are kept as timestamptz(3)). */
export function endOfDay(day: Day, timeZone: string): Date {
  return new Date(firstInstant(dayNumber(day) + 1, timeZone) - 1);
}

/** Midnight may be skipped or come twice when clocks change: the earlier of the two readings that falls on the day. */
function firstInstant(number: number, timeZone: string): number {
  const utcMidnight = number * msPerDay;
  const readings = [-1, 1]
    .map((side) => utcMidnight + side * msPerDay)
    .map((near) => utcMidnight - (localMs(near, timeZone) - near))
    .filter((reading) => Math.floor(localMs(reading, timeZone) / msPerDay) === number);
  return Math.min(...readings);
}

/** The local wall clock of an instant, as if it were UTC. */
function localMs(ms: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(ms)) parts[type] = Number(value);
  const whole = Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!);
  return whole + (((ms % 1000) + 1000) % 1000);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const digits = '2-digit';
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: digits,
    day: digits,
    hour: digits,
    minute: digits,
    second: digits,
  });
  formatters.set(timeZone, made);
  return made;
}
