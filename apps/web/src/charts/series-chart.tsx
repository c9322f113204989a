import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../ui/skeleton.tsx';
import { ChartFrame } from './chart-frame.tsx';
import type { Drill, FigureFormat, Series, SeriesPoint } from './chart-types.ts';
import { seriesTable } from './series-table.ts';
import { useFigures } from './use-figures.ts';

const TrendDrawing = lazy(() => import('./trend-drawing.tsx').then((module) => ({ default: module.TrendDrawing })));
const ColumnDrawing = lazy(() => import('./column-drawing.tsx').then((module) => ({ default: module.ColumnDrawing })));

type SeriesChartProps = Drill<SeriesPoint> & {
  label: string;
  points: readonly SeriesPoint[];
  series: readonly Series[];
  unit: string;
  format?: FigureFormat;
  /** What stands along the axis, for the table: 月份, 渠道. */
  xTitle: string;
  height?: number;
};

/** What a drawing of series needs; `said` puts a point in words. */
export type DrawingProps = Pick<SeriesChartProps, 'points' | 'series' | 'href' | 'onSelect'> & {
  height: number;
  figure: (value: number | null) => string;
  said: (point: SeriesPoint) => string;
};

/** Lines over periods, each named at its end. Null breaks a line. */
export function TrendLines(props: SeriesChartProps) {
  return <SeriesChart {...props} draw={(drawing) => <TrendDrawing {...drawing} />} />;
}

/** Columns from zero, beside each other or `stacked`, with their figures on top. */
export function Columns({ stacked = false, ...props }: SeriesChartProps & { stacked?: boolean }) {
  return <SeriesChart {...props} draw={(drawing) => <ColumnDrawing {...drawing} stacked={stacked} />} />;
}

function SeriesChart({
  label,
  points,
  series,
  unit,
  format = 'number',
  xTitle,
  height = 220,
  draw,
  ...drill
}: SeriesChartProps & { draw: (props: DrawingProps) => ReactNode }) {
  const { t } = useTranslation(['charts', 'common']);
  const { figure, withUnit } = useFigures(format);
  const figureOf = (point: SeriesPoint, id: string) => withUnit(point.values[id] ?? null, unit);
  const said = (point: SeriesPoint) =>
    [point.x, ...series.map((one) => t('labelled', { label: one.label, value: figureOf(point, one.id) }))].join(' · ');
  const last = points.at(-1);
  return (
    <ChartFrame
      label={label}
      role="group"
      summary={t('summary.series', {
        label,
        from: points[0]?.x ?? '—',
        to: last?.x ?? '—',
        series: last ? series.map((one) => `${one.label} ${figureOf(last, one.id)}`).join(t('common:listSeparator')) : '—',
      })}
      table={seriesTable(points, series, xTitle, drill.href)}
    >
      <Suspense fallback={<Skeleton height={height} />}>{draw({ points, series, height, figure, said, ...drill })}</Suspense>
    </ChartFrame>
  );
}
