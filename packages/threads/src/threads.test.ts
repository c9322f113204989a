import { describe, expect, it } from 'vitest';
import type { Order } from './testing/work.fixture.ts';
import { createThreads, ThreadExhausted } from './threads.ts';

const run = createThreads<Order, number, string, number>(new URL('./testing/work-entry.mjs', import.meta.url));

async function* numbers() {
  yield 1;
  yield 2;
  yield 3;
}

describe('work in a thread', () => {
  it('is answered, by the same thread again, which is not this one', async () => {
    const first = await run('answer');
    expect(first).not.toBe(0);
    expect(await run('answer')).toBe(first);
  });

  it('is told what comes, and says things on the way, in order', async () => {
    const said: string[] = [];
    expect(await run('add up', { tell: numbers(), onSaid: (one) => said.push(one) })).toBe(6);
    expect(said).toEqual(['1', '3', '6']);
  });

  it('passes on what it throws, and what fails while it is told', async () => {
    await expect(run('throw')).rejects.toThrow('none of that');
    const failing = async function* () {
      yield 1;
      throw new Error('the database is away');
    };
    await expect(run('add up', { tell: failing() })).rejects.toThrow('the database is away');
    expect(await run('answer')).toBeGreaterThan(0);
  });

  it('is given up after its time, or its memory; the next has another thread', async () => {
    await expect(run('never end', { timeout: 50 })).rejects.toThrow(ThreadExhausted);
    await expect(run('fill memory')).rejects.toThrow(ThreadExhausted);
    expect(await run('answer', { timeout: 10_000 })).toBeGreaterThan(0);
  });

  it('stops when it is told to, with the reason given', async () => {
    const stop = new AbortController();
    const endless = run('never end', { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('gone')), 20);
    await expect(endless).rejects.toThrow('gone');
    await expect(run('answer', { signal: stop.signal })).rejects.toThrow('gone');
  });
});
