import type { Dice } from '../dice.ts';

/**
 * Fills a pattern: `{name}` from the values given, `{5-30}` with a whole number of that range, `{甲|乙}` with one of the words.
 */
export function fill(dice: Dice, pattern: string, values: Readonly<Record<string, string>> = {}): string {
  return pattern.replace(/\{([^{}]+)\}/g, (_, slot: string) => {
    const range = /^(\d+)-(\d+)$/.exec(slot);
    if (range) return String(dice.whole(Number(range[1]), Number(range[2])));
    if (slot.includes('|')) return dice.pick(slot.split('|'));
    const value = values[slot];
    if (value === undefined) throw new RangeError(`No value for {${slot}} in ${pattern}`);
    return value;
  });
}

/** Makes texts that are all different: tries `make` until it answers a new one, and after many tries takes the last as it is. */
export class Distinct {
  readonly #seen = new Set<string>();

  text(make: () => string): string {
    let text = make();
    for (let tries = 0; this.#seen.has(text) && tries < 12; tries += 1) text = make();
    this.#seen.add(text);
    return text;
  }
}
