import { expect, it } from 'vitest';
import { disorderListOf } from './rectification.ts';

it.each([
  ['1', null],
  ['2', null],
  ['3', 'enforcement-disorder'],
  ['4', 'road-disorder'],
  ['5', null],
  [null, null],
])('rectification %s takes its disorders from %s', (code, list) => {
  expect(disorderListOf(code)).toBe(list);
});
