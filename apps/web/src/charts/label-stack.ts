/** Moves labels apart that would overlap, keeping their order: the y of each, at least `gap` apart and, where there is room, above `bottom`. */
export function stackLabels(wanted: readonly number[], gap: number, bottom: number): number[] {
  const upwards = wanted.map((y, index) => ({ y: Math.min(y, bottom), index })).sort((a, b) => b.y - a.y);
  const placed = new Array<number>(wanted.length);
  let free = Number.POSITIVE_INFINITY;
  for (const { y, index } of upwards) {
    free = Math.min(y, free - gap);
    placed[index] = free;
  }
  return placed;
}
