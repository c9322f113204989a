const restMs = 300;

/**
 * Reads what is on screen anew after signals: a burst once, one reading at a time, as long a rest after a reading as it took, and not while
 * the page can't be seen (then as soon as it can). Answers how to ask for it and how to stop.
 */
export function createRefresh(read: () => Promise<unknown>): { ask: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isDue = false;
  let isStopped = false;
  const wait = (ms: number) => {
    timer ??= setTimeout(() => void run(), ms);
  };
  const run = async () => {
    timer = undefined;
    if (document.visibilityState === 'hidden') return;
    isReading = true;
    isDue = false;
    const begun = performance.now();
    await read().catch(() => undefined);
    isReading = false;
    if (isDue && !isStopped) wait(Math.max(restMs, performance.now() - begun));
  };
  const ask = () => {
    isDue = true;
    if (!isReading && !isStopped) wait(restMs);
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
