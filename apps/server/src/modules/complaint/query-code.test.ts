import { expect, it } from 'vitest';
import { newQueryCode, readCode, shownCode } from './query-code.ts';

it('a code is ten characters that nobody mistakes, and reads back however it is typed', () => {
  const codes = Array.from({ length: 2000 }, newQueryCode);
  expect(new Set(codes).size).toBe(2000);
  expect(new Set(codes.join('')).size).toBe(32);
  expect(codes.join('')).not.toMatch(/[ILOU]/);
  for (const code of codes) {
    expect(readCode(shownCode(code))).toBe(code);
    expect(readCode(` ${shownCode(code).toLowerCase()} `)).toBe(code);
  }
});

it.each([
  ['01abc-de234', '01ABCDE234'],
  ['OIabcLde23', '01ABC1DE23'],
  ['０１ＡＢＣ　ＤＥ２３４', '01ABCDE234'],
  ['01ABC–DE—234', '01ABCDE234'],
])('reads %s', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});

it.each([
  '',
  '01ABCDE23',
  '01ABCDE2345',
  '01ABCDE23U',
  '查询码',
  "'; DROP TABLE--",
  '01ABCDE23\u0000',
  '𠮷'.repeat(10),
  '0'.repeat(100_000),
])('finds no code in %j', (typed) => {
  expect(readCode(typed)).toBeNull();
});
