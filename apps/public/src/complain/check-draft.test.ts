import { expect, test } from 'vitest';
import { form } from '../test/server.ts';
import { isCount, isIdentityNumber, isPhone, problemsOf } from './check-draft.ts';
import { type Draft, emptyDraft } from './draft.ts';

const good: Draft = { ...emptyDraft, unitId: 'u1', unitText: '市教育局', facts: '窗口不办。', isNamed: false };
const fields = (draft: Partial<Draft>, secret = 'long enough', secretAgain = secret) =>
  problemsOf({ draft: { ...good, ...draft }, form: form.complaintForm, secret, secretAgain, today: '2014-09-30', language: 'zh-CN' }).map(
    (problem) => `${problem.field} ${'key' in problem ? problem.key : ''}`,
  );

test('a complaint with unit, facts and secret is right', () => {
  expect(fields({})).toEqual([]);
});

test('whom it concerns: a unit of the list, or words', () => {
  expect(fields({ unitId: '', unitText: '' })).toEqual(['unitId problem.whomNeeded']);
  expect(fields({ unitId: '', unitText: '某局' })).toEqual(['unitId problem.unitUnmatched']);
  expect(fields({ unitId: '', unitText: ' ', concerns: '三楼窗口' })).toEqual([]);
});

test('facts are needed, and too many characters are counted as people see them', () => {
  expect(fields({ facts: ' \n' })).toEqual(['facts problem.factsNeeded']);
  expect(fields({ facts: '😀'.repeat(50) })).toEqual([]);
  expect(fields({ facts: '😀'.repeat(51) })).toEqual(['facts problem.factsLong']);
});

test('the day is a day, and not after today', () => {
  expect(fields({ occurredOn: '2014-09-30' })).toEqual([]);
  expect(fields({ occurredOn: '2014-10-01' })).toEqual(['occurredOn problem.dayLate']);
  for (const day of ['2014-02-30', '30.9.2014', '2014-13-01']) expect(fields({ occurredOn: day })).toEqual(['occurredOn problem.dayBad']);
});

test('named: name, and telephone or address; nothing of it when anonymous', () => {
  expect(fields({ isNamed: null })).toEqual(['isNamed problem.howNeeded']);
  expect(fields({ isNamed: true })).toEqual(['name problem.nameNeeded', 'phone problem.phoneNeeded']);
  expect(fields({ isNamed: true, name: '张某', phone: '13900000000' })).toEqual([]);
  expect(fields({ isNamed: true, name: '张某', phone: '12', identityNumber: '1' })).toEqual([
    'phone problem.phoneBad',
    'identityNumber problem.identityBad',
  ]);
  expect(fields({ isNamed: false, phone: '12' })).toEqual([]);
});

test('the secret has 8 to 64 characters, the same twice, and nothing of the person', () => {
  expect(fields({}, '')).toEqual(['secret problem.secretNeeded']);
  expect(fields({}, '1234567')).toEqual(['secret problem.secretShort']);
  expect(fields({}, 'x'.repeat(65))).toEqual(['secret problem.secretLong']);
  expect(fields({}, 'long enough', '')).toEqual(['secretAgain problem.againNeeded']);
  expect(fields({}, 'long enough', 'long enougj')).toEqual(['secretAgain problem.againDifferent']);
  expect(fields({ isNamed: true, name: '张某', phone: '139 0000 0000' }, '13900000000')).toEqual(['secret problem.secretPersonal']);
});

test('numbers as people write them', () => {
  for (const phone of [
    '13900000000',
    '139-0000-0000',
    '+86 139 0000 0000',
    '0396-2812345',
    '(0396) 2812345 转 801',
    '１３９００００００００',
  ])
    expect(isPhone(phone), phone).toBe(true);
  for (const phone of ['139000', 'abc', '1'.repeat(21), '']) expect(isPhone(phone), phone).toBe(false);
  expect(isIdentityNumber('11010519491231002x')).toBe(true);
  expect(isIdentityNumber('110105194912310021')).toBe(false);
  expect(['E12345678', '12345'].map(isIdentityNumber)).toEqual([true, false]);
  expect(['1', '9999', '２'].every(isCount)).toBe(true);
  expect(['0', '10000', '1.5', '-1'].some(isCount)).toBe(false);
});
