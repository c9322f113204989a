import type { Day } from '@duban/rules/vocabulary';
import { cleanText, numberText } from './clean-text.ts';
import type { ProblemCode, ProblemParams } from './problem.ts';

/** A cell as the workbook holds it; days are UTC midnights. */
export type RawCell = string | number | boolean | Date | null | undefined;

/** What a cell was read to: its value, or why not; `notice` is a warning beside a value. */
export type Reading<T> = { value: T; notice?: Finding } | { failure: Finding };
export type Finding = { [C in ProblemCode]: { code: C; params: ProblemParams[C] } }[ProblemCode];

export const fail = <C extends ProblemCode>(code: C, params: ProblemParams[C]): { failure: Finding } => ({
  failure: { code, params } as Finding,
});

const firstYear = 1980;
const lastYear = 2060;
/** Excel's serial numbers of the first and last day accepted. */
const firstSerial = 29_221;
const lastSerial = 58_804;
const dayMilliseconds = 86_400_000;

/** How a workbook counts days, and the year to assume where a cell has none. */
export interface DayContext {
  /** True for workbooks of the old Macintosh, whose serials begin in 1904. */
  from1904?: boolean;
  year?: number;
}

/**
 * Reads a day: a date cell, an Excel serial, 20140903, or text such as 2014-9-3, 2014/9/3 15:20, 2014.9.3, 2014年9月3日 星期三
 * (full-width too; a weekday and a time of day are dropped). 9月3日 takes the campaign's year with a notice.
 */
export function readDay(cell: RawCell, context: DayContext = {}): Reading<Day> {
  if (cell instanceof Date) return inRange(cell, isoDay(cell));
  if (typeof cell === 'number') return readDayNumber(cell, context);
  const written = cleanText(String(cell ?? ''));
  const text = dayText(written);
  const full = /^(\d{4})(?:[-/.、,。]|年)(\d{1,2})(?:[-/.、,。]|月)(\d{1,2})[日号]?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (full) return fromParts(Number(full[1]), Number(full[2]), Number(full[3]), written);
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return readDayNumber(Number(text), context);
  const partial = /^(\d{1,2})月(\d{1,2})[日号]?$/.exec(text);
  if (partial && context.year) {
    const reading = fromParts(context.year, Number(partial[1]), Number(partial[2]), written);
    return 'value' in reading ? { ...reading, notice: { code: 'YEAR_ASSUMED', params: { value: written, year: context.year } } } : reading;
  }
  return fail('BAD_DAY', { value: written });
}

/**
 * Reads a month to its last day: a date cell within it, 2014-09, 2014/9, 2014.09, 2014年9月(份), 201409, any full day, or 9月 / 9 with the campaign's year.
 * A number cell showing 2014.1 may have been 2014.10: refused.
 */
export function readMonth(cell: RawCell, context: DayContext = {}): Reading<Day> {
  if (cell instanceof Date) return toMonthEnd(readDay(cell));
  const written = typeof cell === 'number' ? numberText(cell) : cleanText(String(cell ?? ''));
  if (typeof cell === 'number' && written === `${Math.trunc(cell)}.1`) {
    const year = Math.trunc(cell);
    return fail('MONTH_AMBIGUOUS', { value: written, one: `${year}-01`, ten: `${year}-10` });
  }
  const text = dayText(written);
  const month = /^(\d{4})(?:[-/.、,。]|年)(\d{1,2})月?份?$/.exec(text) ?? /^(\d{4})(\d\d)$/.exec(text);
  if (month) return monthEnd(Number(month[1]), Number(month[2]), written);
  const bare = /^(\d{1,2})(?:月份?)?$/.exec(text);
  if (bare && context.year) {
    const reading = monthEnd(context.year, Number(bare[1]), written);
    return 'value' in reading ? { ...reading, notice: { code: 'YEAR_ASSUMED', params: { value: written, year: context.year } } } : reading;
  }
  const reading = toMonthEnd(readDay(cell, context));
  return 'failure' in reading && reading.failure.code === 'BAD_DAY' ? fail('BAD_MONTH', { value: written }) : reading;
}

function readDayNumber(number: number, { from1904 }: DayContext): Reading<Day> {
  const whole = Math.floor(number);
  if (whole === number && whole >= firstYear * 10_000 && whole < (lastYear + 1) * 10_000) {
    return fromParts(Math.floor(whole / 10_000), Math.floor(whole / 100) % 100, whole % 100, numberText(number));
  }
  const serial = from1904 ? whole + 1462 : whole;
  if (serial < firstSerial || serial > lastSerial) return fail('BAD_DAY', { value: numberText(number) });
  // Serial 60 is a 29 February 1900 that never was: from there on a serial is days since 1899-12-30.
  return { value: isoDay(new Date(Date.UTC(1899, 11, 30) + serial * dayMilliseconds)) };
}

/** A weekday and a time of day, as programs and people write them after a day: 星期四 下午3:20, T15:20:00Z, 15时20分, 9点. */
const weekday = String.raw`\(?(?:星期|周|礼拜)[一二三四五六日天]\)?`;
const timeOfDay = String.raw`(?:上午|下午|中午|早上|晚上|凌晨|AM|PM)?\s*\d{1,2}(?:[:时点]\d{0,2}.*|\s*(?:AM|PM))`;
const afterDay = new RegExp(String.raw`(?:(?<=[日号])|[T\s]+|(?=[\(星周礼上下中早晚凌]))(?:${weekday})?\s*(?:${timeOfDay})?$`, 'i');

const longestDay = 60;

/** Narrow characters, no blanks, no weekday, no time of day. */
function dayText(text: string): string {
  const narrow = text.normalize('NFKC').replace(/\s+/g, ' ');
  // No day is as long; trying every place of a long text would take long.
  if (narrow.length > longestDay) return narrow;
  return narrow
    .replace(afterDay, '')
    .replaceAll(' ', '')
    .replace(/[‐-―−]/g, '-');
}

function fromParts(year: number, month: number, day: number, written: string): Reading<Day> {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return fail('BAD_DAY', { value: written });
  return inRange(date, written);
}

function inRange(date: Date, written: string): Reading<Day> {
  const year = date.getUTCFullYear();
  if (!(year >= firstYear && year <= lastYear)) return fail('DAY_OUT_OF_RANGE', { value: written, from: firstYear, to: lastYear });
  return { value: isoDay(date) };
}

function monthEnd(year: number, month: number, written: string): Reading<Day> {
  if (month < 1 || month > 12) return fail('BAD_MONTH', { value: written });
  return inRange(new Date(Date.UTC(year, month, 0)), written);
}

function toMonthEnd(reading: Reading<Day>): Reading<Day> {
  if ('failure' in reading) return reading;
  const [year, month] = reading.value.split('-').map(Number);
  return { ...reading, value: isoDay(new Date(Date.UTC(year!, month!, 0))) };
}

function isoDay(date: Date): Day {
  return Number.isNaN(date.getTime()) ? 'NaN' : date.toISOString().slice(0, 10);
}
