import { formatPercent } from '../ui/format.ts';
import type { TableData } from '../ui/table-data.ts';
import type { RatePoint } from './chart-types.ts';

/** Shares with their fractions as rows. */
export function rateTable(
  points: readonly RatePoint[],
  rowTitle: string,
  numerator: string,
  denominator: string,
  href: ((point: RatePoint) => string | undefined) | undefined,
): TableData {
  return {
    columns: [
      { id: 'label', title: rowTitle },
      { id: 'share', title: '%', numeric: true },
      { id: 'numerator', title: numerator, numeric: true },
      { id: 'denominator', title: denominator, numeric: true },
    ],
    rows: points.map((point) => ({
      id: point.id,
      cells: [point.label, point.share === null ? null : formatPercent(point.share), point.numerator, point.denominator],
      href: href?.(point),
    })),
  };
}
