import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetShared, shared } from '../shared.ts';

vi.mock(import('../clock.ts'), async (original) => ({
  ...(await original()),
  clock: { today: () => '2014-09-30', now: () => new Date('2014-09-30T04:00:00Z') },
}));

beforeEach(() => {
  forgetShared();
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('is computed once for all who ask at the same moment, and anew after five seconds', async () => {
  const compute = vi.fn(async () => compute.mock.calls.length);
  expect(await Promise.all([shared('x', compute), shared('x', compute), shared('y', compute)])).toEqual([1, 1, 2]);
  vi.advanceTimersByTime(4999);
  expect(await shared('x', compute)).toBe(1);
  vi.advanceTimersByTime(2);
  // The old answer is told while the new one is computed.
  expect(await Promise.all([shared('x', compute), shared('x', compute)])).toEqual([1, 1]);
  expect(await shared('x', compute)).toBe(3);
  expect(compute).toHaveBeenCalledTimes(3);
});

it('is never older than fifteen seconds', async () => {
  let told = '公开';
  await shared('x', async () => told);
  told = '已撤下';
  vi.advanceTimersByTime(15_001);
  expect(await shared('x', async () => told)).toBe('已撤下');
});

it('keeps no failure', async () => {
  await expect(shared('x', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await shared('x', async () => 1)).toBe(1);
  vi.advanceTimersByTime(6000);
  expect(await shared('x', () => Promise.reject(new Error('down')))).toBe(1);
  expect(await shared('x', async () => 2)).toBe(1);
  expect(await shared('x', async () => 3)).toBe(2);
});
