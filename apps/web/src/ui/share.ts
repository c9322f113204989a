/** A percentage of the API (62.4) as the share (0.624) that charts and `formatPercent` take; null stays null. */
export function shareOf(percent: number): number;
export function shareOf(percent: number | null): number | null;
export function shareOf(percent: number | null): number | null {
  return percent === null ? null : percent / 100;
}
