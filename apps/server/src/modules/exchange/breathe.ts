import { setImmediate } from 'node:timers/promises';

/** Longest stretch, in milliseconds, for which an import keeps the thread from other people's requests. */
const stretch = 12;

/** Answers a function to be awaited between small pieces of work: it lets others in when the last stretch was long enough. */
export function breather(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < stretch) return;
    await setImmediate();
    begun = performance.now();
  };
}
