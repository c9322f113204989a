type Reported = { index: number; value: number };

/** Splits a row of values into runs without a gap, so that a line breaks where nothing was reported. */
export function segments(values: readonly (number | null)[]): Reported[][] {
  const runs: Reported[][] = [];
  let open = false;
  for (const [index, value] of values.entries()) {
    if (value === null) {
      open = false;
    } else if (open) {
      runs.at(-1)?.push({ index, value });
    } else {
      runs.push([{ index, value }]);
      open = true;
    }
  }
  return runs;
}
