import { expect, test } from 'vitest';
import { stackLabels } from './label-stack.ts';

test.each([
  ['apart enough stay', [10, 50], [10, 50]],
  ['the same height part, in order', [50, 50], [50, 34]],
  ['none falls below the bottom', [200, 195], [100, 84]],
  ['none', [], []],
])('%s', (_, wanted, placed) => {
  expect(stackLabels(wanted, 16, 100)).toEqual(placed);
});
