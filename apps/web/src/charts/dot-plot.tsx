import { scaleLinear } from 'd3-scale';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '../ui/format.ts';
import { LightShape } from '../ui/light-shape.tsx';
import { ChartFrame } from './chart-frame.tsx';
import type { Drill, RatePoint } from './chart-types.ts';
import styles from './dot-plot.module.css';
import { BoxMark } from './drill.tsx';
import { rateTable } from './rate-table.ts';
import { useFigures } from './use-figures.ts';

type DotPlotProps = Drill<RatePoint> & {
  label: string;
  /** In the order to show (the server ranks: slowest first). */
  points: readonly RatePoint[];
  /** The line to compare with. */
  mean: { label: string; share: number } | null;
  /** What the rows are, for the table: 单位. */
  rowTitle: string;
};

/** A ranking of shares as dots on one scale, with the mean as a line through all rows. Dots below the mean carry the accent. */
export function DotPlot({ label, points, mean, rowTitle, ...drill }: DotPlotProps) {
  const { t } = useTranslation('charts');
  const { fraction, number } = useFigures('percent');
  const lowest = Math.min(mean?.share ?? 1, ...points.flatMap((point) => point.share ?? []));
  const from = lowest < 0.3 ? 0 : Math.floor(lowest * 10) / 10;
  const x = scaleLinear([from, 1], [2, 98]).clamp(true);
  const ends = [points[0], points.at(-1)].map((point) => (point ? `${point.label} ${fraction(point)}` : '—'));

  return (
    <ChartFrame
      label={label}
      role="group"
      summary={t('summary.dotPlot', {
        label,
        count: points.length,
        first: ends[0],
        last: ends[1],
        mean: mean ? `${mean.label} ${formatPercent(mean.share)}` : '—',
      })}
      table={rateTable(points, rowTitle, t('numerator'), t('denominator'), drill.href)}
    >
      <div className={styles.plot}>
        <div className={styles.axis} aria-hidden="true">
          <span className={styles.track}>
            <span className={styles.from}>{formatPercent(from).replace('.0', '')}</span>
            <span className={styles.to}>100%</span>
            {mean && (
              <span className={styles.mean} style={{ left: `${x(mean.share)}%` }}>
                <span className={x(mean.share) > 60 ? styles.meanTextLeft : styles.meanText}>
                  {mean.label} {formatPercent(mean.share)}
                </span>
              </span>
            )}
          </span>
        </div>
        {points.map((point) => (
          <BoxMark
            key={point.id}
            {...drill}
            point={point}
            label={t('labelled', { label: point.label, value: fraction(point) })}
            className={styles.row}
          >
            <span className={styles.name} title={point.label}>
              {point.light && <LightShape light={point.light} size={9} />}
              <span className={styles.nameText}>{point.label}</span>
            </span>
            <span className={styles.track}>
              {point.share !== null && (
                <span className={mean && point.share < mean.share ? styles.dotBelow : styles.dot} style={{ left: `${x(point.share)}%` }} />
              )}
            </span>
            <span className={styles.figure}>{point.share === null ? '—' : formatPercent(point.share)}</span>
            <span className={styles.fraction}>
              {number(point.numerator)}/{number(point.denominator)}
            </span>
          </BoxMark>
        ))}
      </div>
    </ChartFrame>
  );
}
