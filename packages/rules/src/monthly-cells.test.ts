import { describe, expect, it } from 'vitest';
import { isMonthlyKey, judgeMonthlyRow, readMonthlyDay } from './monthly-cells.ts';
import type { MonthlyField } from './monthly-form.ts';

const facts = { periodOn: '2014-09-30', today: '2014-09-30', assignedOn: '2014-06-03' };
const field = (given: Partial<MonthlyField>): MonthlyField => ({
  key: 'actual',
  type: 'NUMBER',
  label: 'ACTUAL',
  line: '',
  unit: '公里',
  last: '75',
  lastPeriodOn: '2014-08-31',
  plan: null,
  known: null,
  target: 200,
  isAsked: true,
  isRequired: false,
  ...given,
});
const number = field({});
const day = field({ key: 'step:1:actualOn', type: 'DAY', label: 'STEP_ACTUAL_ON', last: null, target: null });
const text = field({ key: 'step:1:obstacle', type: 'TEXT', label: 'STEP_OBSTACLE', last: '旧困难', target: null });
const style = [
  field({ key: 'progressClass', type: 'CLASS', label: 'PROGRESS_CLASS', last: 'PARTLY', target: null }),
  field({ key: 'evidence', type: 'TEXT', label: 'EVIDENCE', last: null, target: null }),
];
const judge = (fields: MonthlyField[], cells: Record<string, string | null>) =>
  judgeMonthlyRow(fields, new Map(Object.entries(cells)), facts);
const codeOf = (one: MonthlyField, typed: string | null) => judge([one], { [one.key]: typed }).problems[0]?.code ?? null;
const read = (one: MonthlyField, typed: string | null) => judge([one], { [one.key]: typed }).values.get(one.key);

describe('numbers', () => {
  it.each([
    ['120', 120],
    ['１２０．５', 120.5],
    [' 120 公里 ', 120],
    ['1,20', 'NOT_A_NUMBER'],
    ['一百', 'NOT_A_NUMBER'],
    ['1e3', 'NOT_A_NUMBER'],
    ['-1', 'NEGATIVE'],
    ['100.125', 'TOO_MANY_DECIMALS'],
    ['100.10', 100.1],
    ['99999999999999', 'TOO_LARGE'],
  ])('%s', (typed, expected) => {
    if (typeof expected === 'number') expect(read(number, typed)).toBe(expected);
    else expect(codeOf(number, typed)).toBe(expected);
  });

  it('may not fall below last month without a reason', () => {
    expect(judge([number], { actual: '70' }).problems).toEqual([{ field: 'actual', code: 'FELL', last: 75 }]);
    expect(judge([number], { actual: '70', 'actual:reason': '  ' }).problems).toHaveLength(1);
    const explained = judge([number], { actual: '70', 'actual:reason': '验收核减' });
    expect(explained).toEqual({ values: new Map([['actual', 70]]), problems: [] });
  });

  it('above one and a half times the target need a confirmation of that very figure', () => {
    expect(codeOf(number, '300')).toBeNull();
    expect(judge([number], { actual: '301' }).problems).toEqual([{ field: 'actual', code: 'ABOVE_TARGET', target: 200 }]);
    expect(judge([number], { actual: '301', 'actual:confirmed': '301' }).problems).toEqual([]);
    expect(judge([number], { actual: '302', 'actual:confirmed': '301' }).problems).toHaveLength(1);
  });

  it('left or emptied stand as last month, and are missed where there is none', () => {
    expect(judge([number], {})).toEqual({ values: new Map(), problems: [] });
    expect(judge([number], { actual: null })).toEqual({ values: new Map(), problems: [] });
    const first = field({ last: null, isRequired: true });
    expect(codeOf(first, null)).toBe('REQUIRED');
    expect(judge([first], {}).problems).toEqual([{ field: 'actual', code: 'REQUIRED' }]);
    expect(read(first, '0')).toBe(0);
  });
});

describe('days', () => {
  it.each([
    ['9.12', '2014-09-12'],
    ['9月12日', '2014-09-12'],
    ['９月１２日', '2014-09-12'],
    ['9-12', '2014-09-12'],
    ['2014-09-12', '2014-09-12'],
    ['2014/9/2', '2014-09-02'],
    ['2014年9月2号', '2014-09-02'],
    ['20140912', '2014-09-12'],
    ['2.30', null],
    ['13.1', null],
    ['明天', null],
    ['9', null],
  ])('%s', (typed, expected) => expect(readMonthlyDay(typed, '2014-09-30')).toBe(expected));

  it('without a year are the nearest to the month', () => {
    expect(readMonthlyDay('12.28', '2015-01-31')).toBe('2014-12-28');
    expect(readMonthlyDay('1.5', '2014-12-31')).toBe('2015-01-05');
  });

  it('in the future or before the assignment are refused', () => {
    expect(codeOf(day, '10.1')).toBe('FUTURE_DAY');
    expect(codeOf(day, '6.2')).toBe('BEFORE_ASSIGNED');
    expect(read(day, '6.3')).toBe('2014-06-03');
    expect(read(day, '9.30')).toBe('2014-09-30');
    expect(read(day, null)).toBeNull();
  });
});

describe('classes and texts', () => {
  it.each(['到位', 'DONE', '已到位', '2'])('%s is 到位', (typed) =>
    expect(judge(style, { progressClass: typed, evidence: '驻发〔2014〕9号' }).values.get('progressClass')).toBe('DONE'),
  );
  it('refuses another word', () => expect(codeOf(style[0]!, '差不多')).toBe('NOT_A_CLASS'));

  it('asks evidence of what is 到位, new or known', () => {
    expect(judge(style, { progressClass: '到位' }).problems).toEqual([{ field: 'evidence', code: 'EVIDENCE_NEEDED' }]);
    expect(judge([style[0]!, field({ ...style[1]!, last: '已有' })], { progressClass: '到位' }).problems).toEqual([]);
    expect(judge([style[0]!, field({ ...style[1]!, last: '已有' })], { progressClass: '到位', evidence: null }).problems).toHaveLength(1);
    expect(judge(style, { progressClass: '部分到位' }).problems).toEqual([]);
  });

  it('takes 500 characters, not one more, and empties what is emptied', () => {
    expect(codeOf(text, '𠮷'.repeat(500))).toBeNull();
    expect(judge([text], { [text.key]: '难'.repeat(501) }).problems).toEqual([
      { field: text.key, code: 'TOO_LONG', length: 501, most: 500 },
    ]);
    expect(judge([number], { actual: '70', 'actual:reason': '难'.repeat(501) }).problems).toEqual([
      { field: 'actual', code: 'TOO_LONG', length: 501, most: 500 },
    ]);
    expect(read(text, null)).toBeNull();
  });
});

it('knows its keys: fields, and reason and confirmation of figures alone', () => {
  const fields = [number, text];
  expect(['actual', 'actual:reason', 'actual:confirmed', 'step:1:obstacle'].every((key) => isMonthlyKey(fields, key))).toBe(true);
  expect(['funds', 'step:1:obstacle:reason', 'actual:x', '__proto__'].some((key) => isMonthlyKey(fields, key))).toBe(false);
});
