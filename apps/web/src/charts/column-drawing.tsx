import { scaleLinear } from 'd3-scale';
import { Bar, BarChart, LabelList, XAxis, YAxis } from 'recharts';
import { LightShape } from '../ui/light-shape.tsx';
import type { SeriesPoint } from './chart-types.ts';
import styles from './column-drawing.module.css';
import { axisLabels, CurveGrid, gutterOf, linesOf } from './curve-grid.tsx';
import { PeriodBands } from './period-bands.tsx';
import type { DrawingProps } from './series-chart.tsx';
import { seriesColour, seriesEdge } from './series-colour.ts';
import { useFigures } from './use-figures.ts';
import { useWidth } from './use-width.ts';

/** A column narrower than this has no room for its figure. */
const figureRoom = 22;

/** The drawing of Columns; loads Recharts. */
export function ColumnDrawing({ points, series, height, figure, said, stacked, ...drill }: DrawingProps & { stacked: boolean }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const { month } = useFigures();
  const heights = points.map((point) => {
    const values = series.map((one) => point.values[one.id] ?? 0);
    return stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
  });
  const xs = points.map((point) => point.x);
  const top = 18;
  const domain = scaleLinear([0, Math.max(0, ...heights) || 1], [0, 1]).nice(4);
  const columnWidth = (step: number) => Math.max(2, Math.min(36, (step * 0.72) / (stacked ? 1 : series.length)));
  const withFigures = !stacked && columnWidth(width / Math.max(points.length, 1)) >= figureRoom;
  const ticks = withFigures ? [0] : domain.ticks(4);
  const left = withFigures ? 0 : gutterOf(ticks, figure);
  const step = (width - left) / Math.max(points.length, 1);
  const labels = axisLabels(xs, month, (index) => left + step * (index + 0.5), step);
  const foot = 9 + 13 * linesOf(labels);
  const y = domain.copy().range([height - foot, top]);

  return (
    <div ref={ref}>
      {series.length > 1 && (
        <ul className={styles.key}>
          {series.map((one) => (
            <li key={one.id}>
              {one.light ? (
                <LightShape light={one.light} />
              ) : (
                <span
                  className={styles.swatch}
                  style={{ background: seriesColour(series, one), borderColor: seriesEdge(seriesColour(series, one)) }}
                />
              )}
              {one.label}
            </li>
          ))}
        </ul>
      )}
      <BarChart
        width={width}
        height={height}
        data={[...points]}
        margin={{ top, right: 0, bottom: foot, left }}
        barGap={1}
        barSize={columnWidth(step)}
        accessibilityLayer={false}
      >
        <XAxis dataKey="x" hide />
        <YAxis hide domain={y.domain()} />
        <CurveGrid
          y={y}
          ticks={ticks}
          tickText={withFigures ? () => '' : figure}
          left={left}
          right={width}
          baseline={height - foot}
          periods={labels}
        />
        {series.map((one) => (
          <Bar
            key={one.id}
            dataKey={(point: SeriesPoint) => point.values[one.id] ?? null}
            fill={seriesColour(series, one)}
            stroke={seriesEdge(seriesColour(series, one))}
            {...(stacked ? { stackId: 'all' } : {})}
            isAnimationActive={false}
          >
            {withFigures && (
              <LabelList
                className={styles.figure}
                position="top"
                offset={4}
                formatter={(value: unknown) => (typeof value === 'number' ? figure(value) : '')}
              />
            )}
          </Bar>
        ))}
        <PeriodBands {...drill} points={points} said={said} left={left} top={0} width={width - left} height={height} />
      </BarChart>
    </div>
  );
}
