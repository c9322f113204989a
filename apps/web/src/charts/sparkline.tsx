import { scaleLinear } from 'd3-scale';
import { useTranslation } from 'react-i18next';
import { colour } from '../ui/tokens.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { FigureFormat } from './chart-types.ts';
import { segments } from './segments.ts';
import styles from './sparkline.module.css';
import { useFigures } from './use-figures.ts';

export type SparkPoint = { x: string; value: number | null };

type SparklineProps = { label: string; points: readonly SparkPoint[]; format?: FigureFormat; width?: number; height?: number };

/** The movement of one figure, without axes; the last reported point is marked. */
export function Sparkline({ label, points, format = 'number', width = 96, height = 28 }: SparklineProps) {
  const { t } = useTranslation(['charts', 'terms']);
  const { figure, month } = useFigures(format);
  const reported = points.flatMap((point, index) => (point.value === null ? [] : [{ x: point.x, value: point.value, index }]));
  const values = reported.map((point) => point.value);
  const x = scaleLinear([0, Math.max(points.length - 1, 1)], [2, width - 4]);
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [height - 4, 4]);
  const last = reported.at(-1);
  const first = reported[0];
  return (
    <ChartFrame
      label={label}
      role="img"
      summary={t('summary.sparkline', {
        label,
        fromPeriod: month(first?.x ?? '—'),
        from: figure(first?.value ?? null),
        toPeriod: month(last?.x ?? '—'),
        to: figure(last?.value ?? null),
      })}
      table={{
        columns: [
          { id: 'x', title: t('period') },
          { id: 'value', title: label, numeric: true },
        ],
        rows: points.map((point) => ({
          id: point.x,
          cells: [point.x, format === 'percent' && point.value !== null ? figure(point.value) : point.value],
        })),
      }}
    >
      <svg className={styles.line} width={width} height={height} aria-hidden="true" focusable="false">
        {segments(points.map((point) => point.value)).map((run) => (
          <polyline
            key={run[0]?.index}
            points={run.map(({ index, value }) => `${x(index)},${y(value)}`).join(' ')}
            fill="none"
            stroke={colour.mark}
            strokeWidth="1.5"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        ))}
        {last && <circle cx={x(last.index)} cy={y(last.value)} r="2.5" fill={colour.accent} />}
      </svg>
    </ChartFrame>
  );
}
