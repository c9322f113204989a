/** So many wait already that one more would only wait too long. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/** Lets so many works run at once and as many wait; a flood is turned away (Busy) instead of starving everyone. */
export function lane(atOnce: number, mostWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw new Busy('Too many are waiting');
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
