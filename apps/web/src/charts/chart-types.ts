import type { Light } from '@duban/rules/vocabulary';

/** One line or column heading of a grid. */
export type Axis = { id: string; label: string };

/** How a figure is written: `percent` takes shares 0–1. */
export type FigureFormat = 'number' | 'percent';

/** A share with what it is made of; `share` is null when the denominator is 0. */
export type RatePoint = { id: string; label: string; share: number | null; numerator: number; denominator: number; light?: Light | null };

/** Named figures at one period or group; null is "not reported", never 0. */
export type SeriesPoint = { x: string; values: Readonly<Record<string, number | null>> };

/** One line or kind of column. At most one carries the accent; one that counts a light has the light's colour. */
export type Series = { id: string; label: string; accent?: boolean; light?: Light };

/** Where a mark leads. Prefer `href`: a drill is then a link that can be opened in a new tab. */
export type Drill<Point> = {
  href?: ((point: Point) => string | undefined) | undefined;
  onSelect?: ((point: Point) => void) | undefined;
};
