import { type Day, openEnded } from './vocabulary.ts';

const msPerDay = 86_400_000;

/** One day of the PRC working calendar; `provisional` while no holiday notice of its year is loaded (暂定). */
export interface CalendarRow {
  day: Day;
  isWorking: boolean;
  provisional?: boolean;
}

interface CalendarYear {
  /** Day number of 1 January. */
  first: number;
  /** Working days from 1 January through the n-th day of the year. */
  through: Uint16Array;
  /** Day numbers of the year's working days, ascending. */
  working: number[];
  provisional: boolean;
}

/** Working days of whole years, indexed so that a count or a step costs one look-up per year touched. */
export interface WorkingCalendar {
  readonly years: ReadonlyMap<number, CalendarYear>;
}

/** A count touched a year of which the calendar has no data, or not every day. */
export class CalendarYearMissing extends Error {
  override readonly name = 'CalendarYearMissing';
  readonly year: number;

  constructor(year: number) {
    super(`No working calendar for ${year}`);
    this.year = year;
  }
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01; RangeError when the text is no day. */
export function dayNumber(day: Day): number {
  const [year, month, date] = [yearOf(day), Number(day.slice(5, 7)), Number(day.slice(8))];
  const civil = new Date(Date.UTC(year, month - 1, date));
  // Date.UTC rolls 30 February over into March, and takes years below 100 for 19xx.
  const isSame =
    dayPattern.test(day) && civil.getUTCFullYear() === year && civil.getUTCMonth() + 1 === month && civil.getUTCDate() === date;
  if (!isSame) throw new RangeError(`Not a day: ${day}`);
  return civil.getTime() / msPerDay;
}

/** The day so many days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  return new Date(number * msPerDay).toISOString().slice(0, 10);
}

/** The calendar day `n` days after `day` (before it when negative). "No end" stays "no end". */
export function addDays(day: Day, n: number): Day {
  return day === openEnded ? openEnded : dayFromNumber(dayNumber(day) + n);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The later of two days. */
export function laterOf(a: Day, b: Day): Day {
  return a < b ? b : a;
}

/** Last day of the month in which `day` lies. */
export function monthEnd(day: Day): Day {
  return new Date(Date.UTC(yearOf(day), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);
}

/** Last day of the month after that of `day`. */
export function nextMonthEnd(day: Day): Day {
  return monthEnd(addDays(monthEnd(day), 1));
}

/** Builds the index. A year counts as known only when each of its days has a row; it is provisional when any of them is. */
export function createCalendar(rows: readonly CalendarRow[]): WorkingCalendar {
  const byYear = new Map<number, Map<number, CalendarRow>>();
  for (const row of rows) {
    const year = yearOf(row.day);
    const ofYear = byYear.get(year) ?? new Map<number, CalendarRow>();
    byYear.set(year, ofYear.set(dayNumber(row.day), row));
  }
  const years = new Map<number, CalendarYear>();
  for (const [year, ofYear] of byYear) {
    const first = dayNumber(`${year}-01-01`);
    const length = dayNumber(`${year}-12-31`) - first + 1;
    if (ofYear.size === length) years.set(year, indexYear(first, length, ofYear));
  }
  return { years };
}

/** True when the year's holidays are a guess until its notice is loaded; CalendarYearMissing without data. */
export function isProvisional(calendar: WorkingCalendar, day: Day): boolean {
  return yearData(calendar, yearOf(day)).provisional;
}

/** True on working days, 调休 weekends included. */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  const { first, through } = yearData(calendar, yearOf(day));
  const index = dayNumber(day) - first;
  return (through[index] ?? 0) > (through[index - 1] ?? 0);
}

/**
 * The `n`-th working day after `day`, which itself is not counted (a period is counted from the next day);
 * before it when `n` is negative; `day` itself when `n` is 0. CalendarYearMissing when the way leads through an unknown year.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, n: number): Day {
  if (n === 0) return day;
  let year = yearOf(day);
  // The rank, among the working days of `year`, of the day looked for (0 = the first).
  let rank = n > 0 ? countThrough(calendar, day) + n - 1 : countThrough(calendar, day) - Number(isWorkingDay(calendar, day)) + n;
  while (rank >= yearData(calendar, year).working.length) {
    rank -= yearData(calendar, year).working.length;
    year += 1;
  }
  while (rank < 0) {
    year -= 1;
    rank += yearData(calendar, year).working.length;
  }
  return dayFromNumber(yearData(calendar, year).working[rank]!);
}

/** Number of working days in (after, upTo]; the negative of the reverse count when `upTo` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, after: Day, upTo: Day): number {
  if (after === upTo) return 0;
  if (after > upTo) return 0 - workingDaysBetween(calendar, upTo, after);
  let count = countThrough(calendar, upTo) - countThrough(calendar, after);
  for (let year = yearOf(after); year < yearOf(upTo); year += 1) count += yearData(calendar, year).working.length;
  return count;
}

/** The first working day after `day`. */
export function nextWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  return addWorkingDays(calendar, day, 1);
}

/** `day` when it is a working day, else the first working day after it. */
export function workingDayOnOrAfter(calendar: WorkingCalendar, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
}

/** Calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function indexYear(first: number, length: number, rows: ReadonlyMap<number, CalendarRow>): CalendarYear {
  const through = new Uint16Array(length);
  const working: number[] = [];
  for (let index = 0; index < length; index += 1) {
    if (rows.get(first + index)?.isWorking) working.push(first + index);
    through[index] = working.length;
  }
  return { first, through, working, provisional: [...rows.values()].some((row) => row.provisional) };
}

function yearData(calendar: WorkingCalendar, year: number): CalendarYear {
  const data = calendar.years.get(year);
  if (!data) throw new CalendarYearMissing(year);
  return data;
}

/** Working days from 1 January of the day's year through the day. */
function countThrough(calendar: WorkingCalendar, day: Day): number {
  const { first, through } = yearData(calendar, yearOf(day));
  return through[dayNumber(day) - first]!;
}
