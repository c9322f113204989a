import { expect, test } from 'vitest';
import { safeFrom } from './use-enter.ts';

test.each([
  ['/style?category=3', '/style?category=3'],
  [undefined, '/'],
  ['https://example.org/', '/'],
  ['//example.org/', '/'],
  ['/\\example.org', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?from=/', '/'],
  ['/password?from=/', '/'],
  ['/passwords', '/passwords'],
])('from %s', (from, to) => {
  expect(safeFrom(from)).toBe(to);
});
