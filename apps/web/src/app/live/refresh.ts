/** Signals that come together are one; the server has already gathered them. */
const gatherMs = 100;
const restMs = 300;

/**
 * Reads what is on screen anew after signals: a burst once, one reading at a time, after each a rest that is at least as long as it took, and
 * not while the page can't be seen (then as soon as it can). Answers how to ask for it and how to stop.
 */
export function createRefresh(read: () => Promise<unknown>): { ask: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isDue = false;
  let isStopped = false;
  let restUntil = 0;
  const wait = () => {
    timer ??= setTimeout(() => void run(), Math.max(gatherMs, restUntil - performance.now()));
  };
  const run = async () => {
    timer = undefined;
    if (document.visibilityState === 'hidden') return;
    isReading = true;
    isDue = false;
    const begun = performance.now();
    await read().catch(() => undefined);
    isReading = false;
    const now = performance.now();
    restUntil = now + Math.max(restMs, now - begun);
    if (isDue && !isStopped) wait();
  };
  const ask = () => {
    isDue = true;
    if (!isReading && !isStopped) wait();
  };
  const seen = () => {
    if (document.visibilityState === 'visible' && isDue) ask();
  };
  document.addEventListener('visibilitychange', seen);
  return {
    ask,
    stop() {
      isStopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    },
  };
}
