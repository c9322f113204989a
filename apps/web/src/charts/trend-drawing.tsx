import { scaleLinear } from 'd3-scale';
import { Line, LineChart, XAxis, YAxis } from 'recharts';
import styles from './curve.module.css';
import { axisLabels, CurveGrid, gutterOf } from './curve-grid.tsx';
import { stackLabels } from './label-stack.ts';
import { PeriodBands } from './period-bands.tsx';
import type { DrawingProps } from './series-chart.tsx';
import { seriesColour } from './series-colour.ts';
import { useFigures } from './use-figures.ts';
import { useWidth } from './use-width.ts';

/** The drawing of TrendLines; loads Recharts. */
export function TrendDrawing({ points, series, height, figure, said, ...drill }: DrawingProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const { month } = useFigures();
  const room = Math.min(116, Math.max(64, Math.max(...series.map((one) => one.label.length)) * 12 + 44));
  const most = Math.max(0, ...points.flatMap((point) => series.map((one) => point.values[one.id] ?? 0)));
  const y = scaleLinear([0, most || 1], [height - 22, 16]).nice(4);
  const ticks = y.ticks(4);
  const plot = { left: gutterOf(ticks, figure), right: width - room, bottom: height - 22 };
  const step = (plot.right - plot.left) / Math.max(points.length, 1);
  const x = (index: number) => plot.left + step * (index + 0.5);
  const ends = series.map((one) => {
    const index = points.findLastIndex((point) => (point.values[one.id] ?? null) !== null);
    return { index, value: points[index]?.values[one.id] ?? 0 };
  });
  const labelY = stackLabels(
    ends.map((end) => y(end.value)),
    15,
    plot.bottom,
  );

  return (
    <div ref={ref}>
      <LineChart
        width={width}
        height={height}
        data={[...points]}
        margin={{ top: 16, right: room, bottom: 22, left: plot.left }}
        accessibilityLayer={false}
      >
        <XAxis dataKey="x" hide padding={{ left: step / 2, right: step / 2 }} />
        <YAxis hide domain={y.domain()} />
        <CurveGrid
          y={y}
          ticks={ticks}
          tickText={figure}
          left={plot.left}
          right={plot.right}
          baseline={plot.bottom}
          periods={axisLabels(
            points.map((point) => point.x),
            month,
            x,
            step,
          )}
        />
        {series.map((one) => (
          <Line
            key={one.id}
            dataKey={(point: (typeof points)[number]) => point.values[one.id] ?? null}
            stroke={seriesColour(series, one)}
            strokeWidth={one.accent || one.light ? 2.5 : 1.75}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
        {series.map((one, index) => {
          const end = ends[index];
          if (!end || end.index < 0) return null;
          const fill = seriesColour(series, one);
          const at = x(end.index);
          return (
            // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in SVG takes no focus
            <g key={one.id} aria-hidden="true">
              <circle cx={at} cy={y(end.value)} r="3" fill={fill} />
              <text className={one.accent ? styles.labelActual : styles.labelPlanned} x={at + 8} y={(labelY[index] ?? 0) + 4}>
                {one.label} {figure(end.value)}
              </text>
            </g>
          );
        })}
        <PeriodBands {...drill} points={points} said={said} left={plot.left} top={0} width={plot.right - plot.left} height={height} />
      </LineChart>
    </div>
  );
}
