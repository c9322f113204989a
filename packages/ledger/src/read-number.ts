import { cleanText, numberText, plainText } from './clean-text.ts';
import type { Column } from './column.ts';
import { fail, type RawCell, type Reading } from './read-day.ts';

/** What numbers are counted in; another of these after a number means that it must be converted. */
export const measures = [
  '万元',
  '亿元',
  '元',
  '千元',
  '百万元',
  '亩',
  '公顷',
  '平方米',
  '平方公里',
  '公里',
  '千米',
  '米',
  '户',
  '人',
  '万人',
  '个',
  '件',
  '次',
  '天',
  '日',
  '工作日',
  '%',
];

const plainNumber = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

type Limits = Pick<Column, 'type' | 'min' | 'max' | 'scale' | 'measure'>;

/**
 * Reads a number cell or a number as text: full-width digits, thousands separators, a currency sign, the column's own measure after it.
 * Refuses another measure, exponents, anything else; rounds to the column's decimals with a notice.
 */
export function readNumber(cell: RawCell, column: Limits): Reading<number> {
  const written =
    cell instanceof Date ? cell.toISOString().slice(0, 10) : typeof cell === 'number' ? numberText(cell) : cleanText(String(cell ?? ''));
  const number = typeof cell === 'number' ? cell : typeof cell === 'string' ? fromText(written, column.measure) : Number.NaN;
  if (number === 'other measure') return fail('WRONG_MEASURE', { value: written, measure: column.measure ?? '' });
  const bad = column.type === 'integer' ? 'BAD_INTEGER' : 'BAD_DECIMAL';
  if (!Number.isFinite(number)) return fail(bad, { value: written });
  if (column.type === 'integer' && !Number.isInteger(number)) return fail(bad, { value: written });
  if (column.min !== undefined && number < column.min) return fail('TOO_SMALL', { value: written, min: column.min });
  if (column.max !== undefined && number > column.max) return fail('TOO_LARGE', { value: written, max: column.max });
  if (!Number.isSafeInteger(Math.trunc(number))) return fail('TOO_LARGE', { value: written, max: Number.MAX_SAFE_INTEGER });
  return column.type === 'integer' ? { value: number } : rounded(number, written, column.scale ?? 2);
}

function fromText(written: string, measure: string | undefined): number | 'other measure' {
  const text = plainText(written).replace(/^[¥￥]/, '');
  const parts = /^([+\-\d.,]+)(.*)$/.exec(text);
  const [, digits = '', after = ''] = parts ?? [];
  if (!plainNumber.test(digits)) return Number.NaN;
  const unit = after.replace(/^\((.*)\)$/, '$1');
  if (unit !== '' && unit !== measure) return measures.includes(unit) && measure ? 'other measure' : Number.NaN;
  return Number(digits.replaceAll(',', ''));
}

function rounded(number: number, written: string, scale: number): Reading<number> {
  const value = Number(number.toFixed(scale));
  // What floating point leaves of a sum such as 0.1 + 0.2 isn't worth a word.
  if (Math.abs(value - number) <= Math.max(1, Math.abs(number)) * 1e-9) return { value };
  return { value, notice: { code: 'ROUNDED', params: { value: written, result: numberText(value), scale } } };
}
