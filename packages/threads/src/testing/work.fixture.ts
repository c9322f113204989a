import { threadId } from 'node:worker_threads';
import { threadWork } from '../thread-work.ts';

export type Order = 'answer' | 'throw' | 'add up' | 'never end' | 'fill memory';

/** What a test orders: an answer by the thread's number, an error, the sum of what is told, or the misuse of time or memory. */
export const work = threadWork<Order, number, string, number>(async (order, { say, hear }) => {
  if (order === 'throw') throw new RangeError('none of that');
  if (order === 'never end') for (;;) threadId.toString();
  const filled: number[][] = [];
  while (order === 'fill memory') filled.push(new Array<number>(100_000).fill(0));
  if (order === 'answer') return threadId;
  let sum = 0;
  await hear((told) => {
    sum += told;
    say(`${sum}`);
  });
  return sum;
});
