import { scaleLinear } from 'd3-scale';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from './chart-frame.tsx';
import type { Drill, FigureFormat } from './chart-types.ts';
import styles from './curve.module.css';
import { axisLabels, CurveGrid, gutterOf } from './curve-grid.tsx';
import { stackLabels } from './label-stack.ts';
import { PeriodBands } from './period-bands.tsx';
import { segments } from './segments.ts';
import { useFigures } from './use-figures.ts';
import { useWidth } from './use-width.ts';

/** One period; null `actual` up to `reportedThrough` is 未报, after it not yet due. */
export type PlanPoint = { period: string; planned: number | null; actual: number | null };

type PlanCurveProps = Drill<PlanPoint> & {
  label: string;
  points: readonly PlanPoint[];
  unit: string;
  format?: FigureFormat;
  /** The last period whose report is due: gaps up to it are marked as 未报. */
  reportedThrough?: string;
  height?: number;
};

/** The plan as a thin line, the actual as a thick one that breaks where nothing was reported. */
export function PlanCurve({ label, points, unit, format = 'number', reportedThrough, height = 200, ...drill }: PlanCurveProps) {
  const { t } = useTranslation('charts');
  const { figure, withUnit, month } = useFigures(format);
  const [ref, width] = useWidth<HTMLDivElement>();
  const most = Math.max(0, ...points.flatMap((point) => [point.planned ?? 0, point.actual ?? 0]));
  const y = scaleLinear([0, most || 1], [height - 22, 16]).nice(4);
  const ticks = y.ticks(4);
  const plot = { left: gutterOf(ticks, figure), right: width - 84, bottom: height - 22 };
  const step = (plot.right - plot.left) / Math.max(points.length, 1);
  const x = (index: number) => plot.left + step * (index + 0.5);
  const line = (run: { index: number; value: number }[]) => run.map(({ index, value }) => `${x(index)},${y(value)}`).join(' ');
  const planned = segments(points.map((point) => point.planned));
  const actual = segments(points.map((point) => point.actual));
  const [lastPlanned, lastActual] = [planned.at(-1)?.at(-1), actual.at(-1)?.at(-1)];
  const [plannedY = 0, actualY = 0] = stackLabels([y(lastPlanned?.value ?? 0), y(lastActual?.value ?? 0)], 16, plot.bottom);
  const latest = lastActual ? points[lastActual.index] : undefined;
  const said = (point: PlanPoint) =>
    [
      month(point.period),
      t('labelled', { label: t('planned'), value: point.planned === null ? '—' : withUnit(point.planned, unit) }),
      t('labelled', { label: t('actual'), value: withUnit(point.actual, unit) }),
    ].join(' · ');
  const cell = (value: number | null) => (format === 'percent' && value !== null ? figure(value) : value);

  return (
    <ChartFrame
      label={label}
      role="group"
      summary={
        latest
          ? t('summary.planCurve', {
              label,
              period: latest.period,
              planned: latest.planned === null ? '—' : withUnit(latest.planned, unit),
              actual: withUnit(latest.actual, unit),
            })
          : t('summary.planCurveUnreported', { label })
      }
      table={{
        columns: [
          { id: 'period', title: t('period') },
          { id: 'planned', title: t('planned'), numeric: true },
          { id: 'actual', title: t('actual'), numeric: true },
        ],
        rows: points.map((point) => ({
          id: point.period,
          cells: [point.period, cell(point.planned), cell(point.actual)],
          href: drill.href?.(point),
        })),
      }}
    >
      <div ref={ref}>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it has the name and the summary */}
        <svg className={styles.svg} width={width} height={height}>
          <CurveGrid
            y={y}
            ticks={ticks}
            tickText={figure}
            left={plot.left}
            right={plot.right}
            baseline={plot.bottom}
            periods={axisLabels(
              points.map((point) => point.period),
              month,
              x,
              step,
            )}
          />
          {planned.map((run) => (
            <polyline key={run[0]?.index} className={styles.planned} points={line(run)} />
          ))}
          {actual.map((run) => (
            <polyline key={run[0]?.index} className={styles.actual} points={line(run)} />
          ))}
          {points.map((point, index) =>
            point.actual !== null ? (
              <circle key={point.period} className={styles.dot} cx={x(index)} cy={y(point.actual)} r="3" />
            ) : (
              reportedThrough !== undefined &&
              point.period <= reportedThrough && (
                <circle key={point.period} className={styles.unreported} cx={x(index)} cy={plot.bottom} r="3.5" />
              )
            ),
          )}
          {lastPlanned && (
            <text className={styles.labelPlanned} x={Math.min(x(lastPlanned.index) + 8, plot.right + 4)} y={plannedY + 4}>
              {t('planned')} {figure(lastPlanned.value)}
            </text>
          )}
          {lastActual && (
            <text className={styles.labelActual} x={x(lastActual.index) + 8} y={actualY + 4}>
              {t('actual')} {figure(lastActual.value)}
            </text>
          )}
          <PeriodBands {...drill} points={points} said={said} left={plot.left} top={0} width={plot.right - plot.left} height={height} />
        </svg>
      </div>
    </ChartFrame>
  );
}
