import { daysBetween } from './calendar.ts';
import { confirmedSuffix, type MonthlyField, reasonSuffix } from './monthly-form.ts';
import { type Day, type RectificationClass, rectificationClasses } from './vocabulary.ts';

/** What was filled in, by field key (reasons and confirmations under their own): text as typed, null = emptied; absent = as last month. */
export type MonthlyCells = ReadonlyMap<string, string | null>;

/** What a cell says once read; null = nothing. */
export type MonthlyValue = string | number | null;

/** What is wrong with a cell, with the values its sentence needs. */
export type MonthlyProblem = { field: string } & (
  | { code: 'NOT_A_NUMBER' | 'NOT_A_DAY' | 'NOT_A_CLASS' | 'NEGATIVE' | 'TOO_MANY_DECIMALS' | 'REQUIRED' | 'EVIDENCE_NEEDED' }
  | { code: 'TOO_LARGE'; most: number }
  | { code: 'TOO_LONG'; length: number; most: number }
  | { code: 'FUTURE_DAY'; today: Day }
  | { code: 'BEFORE_ASSIGNED'; assignedOn: Day }
  | { code: 'FELL'; last: number }
  | { code: 'ABOVE_TARGET'; target: number }
);
export type MonthlyProblemCode = MonthlyProblem['code'];

/** What cells are judged by beside their fields. */
export interface MonthlyFacts {
  periodOn: Day;
  today: Day;
  /** The day the item's clock began. */
  assignedOn: Day;
}

export const longestMonthlyText = 500;
const largest = 1e13;
/** A figure above so many times its target has to be confirmed. */
const doubtful = 1.5;

/** The three classes in every word that a person may type. */
const classWords: Record<RectificationClass, readonly string[]> = {
  NOT_STARTED: ['未启动', '未开始', '0', 'not started'],
  PARTLY: ['部分到位', '部分', '1', 'partly'],
  DONE: ['到位', '已到位', '完成', '2', 'done'],
};

/** What a row's cells come to: values by field key (fields left as last month have none), and what is wrong. */
export interface JudgedRow {
  values: Map<string, MonthlyValue>;
  problems: MonthlyProblem[];
}

/** Reads and judges the cells of one item. A cell with a problem has no value, so that what is sound can be shown while typing goes on. */
export function judgeMonthlyRow(fields: readonly MonthlyField[], cells: MonthlyCells, facts: MonthlyFacts): JudgedRow {
  const values = new Map<string, MonthlyValue>();
  const problems: MonthlyProblem[] = [];
  for (const field of fields) {
    const text = cells.get(field.key);
    const isEmptied = cells.has(field.key) && (text ?? '').trim() === '';
    // A figure can't be taken away: emptied, it stands as last month's.
    if (text === undefined || (isEmptied && field.type !== 'TEXT' && field.type !== 'DAY')) {
      if (field.isRequired) problems.push({ field: field.key, code: 'REQUIRED' });
      continue;
    }
    if (isEmptied) {
      values.set(field.key, null);
      continue;
    }
    const reading = readCell(field, text ?? '', facts);
    if (reading.problem) {
      problems.push({ field: field.key, ...reading.problem } as MonthlyProblem);
      continue;
    }
    const doubt = doubtOf(field, reading.value, cells);
    if (doubt) problems.push(doubt);
    else values.set(field.key, reading.value);
  }
  const evidence = fields.find(({ label }) => label === 'EVIDENCE');
  if (values.get('progressClass') === 'DONE' && evidence) {
    const given = values.has(evidence.key) ? values.get(evidence.key) : evidence.last;
    if (!given) problems.push({ field: evidence.key, code: 'EVIDENCE_NEEDED' });
  }
  for (const [key, text] of cells) {
    const length = [...(text ?? '')].length;
    if (key.endsWith(reasonSuffix) && length > longestMonthlyText)
      problems.push({ field: key.slice(0, -reasonSuffix.length), code: 'TOO_LONG', length, most: longestMonthlyText });
  }
  return { values, problems };
}

/** True of the keys that a row's cells may have. */
export function isMonthlyKey(fields: readonly MonthlyField[], key: string): boolean {
  const own = key.endsWith(reasonSuffix)
    ? key.slice(0, -reasonSuffix.length)
    : key.endsWith(confirmedSuffix)
      ? key.slice(0, -confirmedSuffix.length)
      : null;
  return fields.some((field) => field.key === key || (field.key === own && field.type === 'NUMBER'));
}

type WithoutField<P> = P extends MonthlyProblem ? Omit<P, 'field'> : never;
type Reading = { value: string | number; problem?: undefined } | { problem: WithoutField<MonthlyProblem> };

const wrong = (problem: WithoutField<MonthlyProblem>): Reading => ({ problem });

function readCell(field: MonthlyField, text: string, { periodOn, today, assignedOn }: MonthlyFacts): Reading {
  switch (field.type) {
    case 'NUMBER':
      return readNumber(text, field.unit);
    case 'CLASS': {
      const value = readMonthlyClass(text);
      return value ? { value } : wrong({ code: 'NOT_A_CLASS' });
    }
    case 'DAY': {
      const value = readMonthlyDay(text, periodOn);
      if (value === null) return wrong({ code: 'NOT_A_DAY' });
      if (value > today) return wrong({ code: 'FUTURE_DAY', today });
      return value < assignedOn ? wrong({ code: 'BEFORE_ASSIGNED', assignedOn }) : { value };
    }
    case 'TEXT': {
      const value = text.trim();
      const { length } = [...value];
      return length > longestMonthlyText ? wrong({ code: 'TOO_LONG', length, most: longestMonthlyText }) : { value };
    }
  }
}

/** A figure that fell needs its reason, one far above the target a confirmation: typing errors are found where they are made. */
function doubtOf({ key, type, last, target }: MonthlyField, value: MonthlyValue, cells: MonthlyCells): MonthlyProblem | null {
  if (type !== 'NUMBER' || typeof value !== 'number') return null;
  const before = last === null ? null : Number(last);
  if (before !== null && value < before && !cells.get(`${key}${reasonSuffix}`)?.trim()) return { field: key, code: 'FELL', last: before };
  if (target !== null && target > 0 && value > target * doubtful && cells.get(`${key}${confirmedSuffix}`) !== String(value))
    return { field: key, code: 'ABOVE_TARGET', target };
  return null;
}

/** A figure as people type it, for comparing; null when it can't be taken. */
export function readMonthlyNumber(text: string, unit: string | null): number | null {
  const reading = readNumber(text, unit);
  return reading.problem ? null : Number(reading.value);
}

/** A number as people type it: full-width digits, thousands separators, its own measure after it. */
function readNumber(text: string, unit: string | null): Reading {
  const narrow = text.normalize('NFKC').replace(/\s+/g, '');
  const bare = unit && narrow.endsWith(unit.normalize('NFKC')) ? narrow.slice(0, -unit.normalize('NFKC').length) : narrow;
  if (!/^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(bare)) return wrong({ code: 'NOT_A_NUMBER' });
  const value = Number(bare.replaceAll(',', ''));
  if (value < 0) return wrong({ code: 'NEGATIVE' });
  if (value > largest) return wrong({ code: 'TOO_LARGE', most: largest });
  return /\.\d{2}\d*[1-9]\d*$/.test(bare) ? wrong({ code: 'TOO_MANY_DECIMALS' }) : { value };
}

/** A class by any of its words; null when it is none. */
export function readMonthlyClass(text: string): RectificationClass | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  return rectificationClasses.find((each) => each.toLowerCase() === plain || classWords[each].includes(plain)) ?? null;
}

/**
 * A day as people type it: 2014-09-12, 2014/9/12, 2014.9.12, 2014年9月12日, 20140912, and without the year 9.12, 9-12, 9/12, 9月12日,
 * which is the one nearest to the month's end. Null when it is no day.
 */
export function readMonthlyDay(text: string, periodOn: Day): Day | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-');
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain);
  if (full) return dayOf(Number(full[1]), Number(full[2]), Number(full[3]));
  const partial = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(plain);
  if (!partial) return null;
  const year = Number(periodOn.slice(0, 4));
  const candidates = [year, year - 1, year + 1].flatMap((each) => dayOf(each, Number(partial[1]), Number(partial[2])) ?? []);
  const [nearest] = candidates.sort((a, b) => Math.abs(daysBetween(a, periodOn)) - Math.abs(daysBetween(b, periodOn)));
  return nearest ?? null;
}

function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isSame = year >= 1900 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame ? date.toISOString().slice(0, 10) : null;
}
