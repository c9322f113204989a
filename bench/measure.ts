/** Milliseconds of one contender. */
export interface Timing {
  median: number;
  worst: number;
}

/** Times the contenders in turns, so that a noisy moment hits all alike; the first turn warms up and doesn't count. */
export async function measure(contenders: readonly (() => Promise<unknown>)[], turns: number): Promise<Timing[]> {
  const times: number[][] = contenders.map(() => []);
  for (let turn = 0; turn <= turns; turn += 1)
    for (const [index, contender] of contenders.entries()) {
      const started = performance.now();
      await contender();
      if (turn > 0) times[index]!.push(performance.now() - started);
    }
  return times.map((each) => {
    const sorted = each.toSorted((a, b) => a - b);
    return { median: sorted[Math.floor(sorted.length / 2)]!, worst: sorted.at(-1)! };
  });
}
