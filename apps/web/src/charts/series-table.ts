import type { TableData } from '../ui/table-data.ts';
import type { Series, SeriesPoint } from './chart-types.ts';

/** Periods or groups down, series across. */
export function seriesTable(
  points: readonly SeriesPoint[],
  series: readonly Series[],
  xTitle: string,
  href: ((point: SeriesPoint) => string | undefined) | undefined,
): TableData {
  return {
    columns: [{ id: 'x', title: xTitle }, ...series.map((one) => ({ id: one.id, title: one.label, numeric: true }))],
    rows: points.map((point) => ({
      id: point.x,
      cells: [point.x, ...series.map((one) => point.values[one.id] ?? null)],
      href: href?.(point),
    })),
  };
}
