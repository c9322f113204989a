import type { Light } from '@duban/rules/vocabulary';
import { scaleLinear } from 'd3-scale';
import { useTranslation } from 'react-i18next';
import { LightShape } from '../ui/light-shape.tsx';
import styles from './bar-list.module.css';
import { ChartFrame } from './chart-frame.tsx';
import type { Drill, FigureFormat } from './chart-types.ts';
import { BoxMark } from './drill.tsx';
import { useFigures } from './use-figures.ts';

/** One bar. `plan` is drawn as a tick; numerator and denominator stand beside a percentage. */
export type BarPoint = {
  id: string;
  label: string;
  value: number | null;
  plan?: number | null;
  numerator?: number;
  denominator?: number;
  light?: Light | null;
};

type BarListProps = Drill<BarPoint> & {
  label: string;
  /** In the order to show: the server sorts. */
  points: readonly BarPoint[];
  unit: string;
  format?: FigureFormat;
  /** What the rows are, for the table: 类别, 单位. */
  rowTitle: string;
  /** The one bar that carries the accent. */
  emphasis?: string;
};

/** Horizontal bars from zero with the figure at the end, and the plan as a tick. */
export function BarList({ label, points, unit, format = 'number', rowTitle, emphasis, ...drill }: BarListProps) {
  const { t } = useTranslation('charts');
  const { figure, withUnit, number } = useFigures(format);
  const most = Math.max(format === 'percent' ? 1 : 0, ...points.flatMap((point) => [point.value ?? 0, point.plan ?? 0]));
  const x = scaleLinear([0, most || 1], [0, 100]);
  const planned = points.some((point) => typeof point.plan === 'number');
  const fraction = (point: BarPoint) =>
    point.numerator === undefined || point.denominator === undefined ? '' : `${number(point.numerator)}/${number(point.denominator)}`;
  const counted = points.filter((point) => point.value !== null).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const named = (point: BarPoint | undefined) => (point ? `${point.label} ${withUnit(point.value, unit)}` : '—');
  const said = (point: BarPoint) =>
    [
      t('labelled', { label: point.label, value: withUnit(point.value, unit) }),
      fraction(point),
      typeof point.plan === 'number' ? t('labelled', { label: t('planned'), value: withUnit(point.plan, unit) }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  const cell = (value: number | null | undefined) => (format === 'percent' && typeof value === 'number' ? figure(value) : (value ?? null));

  return (
    <ChartFrame
      label={label}
      role="group"
      summary={t('summary.bars', { label, count: points.length, high: named(counted[0]), low: named(counted.at(-1)) })}
      table={{
        columns: [
          { id: 'label', title: rowTitle },
          { id: 'value', title: unit, numeric: true },
          ...(planned ? [{ id: 'plan', title: t('planned'), numeric: true }] : []),
          { id: 'fraction', title: `${t('numerator')}/${t('denominator')}`, numeric: true },
        ],
        rows: points.map((point) => ({
          id: point.id,
          cells: [point.label, cell(point.value), ...(planned ? [cell(point.plan)] : []), fraction(point) || null],
          href: drill.href?.(point),
        })),
      }}
    >
      <div className={styles.list}>
        {points.map((point) => (
          <BoxMark key={point.id} {...drill} point={point} label={said(point)} className={styles.row}>
            <span className={styles.name} title={point.label}>
              {point.light && <LightShape light={point.light} size={9} />}
              <span className={styles.nameText}>{point.label}</span>
            </span>
            <span className={styles.track}>
              <span className={point.id === emphasis ? styles.barAccent : styles.bar} style={{ width: `${x(point.value ?? 0)}%` }} />
              {typeof point.plan === 'number' && <span className={styles.plan} style={{ left: `${x(point.plan)}%` }} />}
            </span>
            <span className={styles.figure}>{figure(point.value)}</span>
            <span className={styles.fraction}>{fraction(point)}</span>
          </BoxMark>
        ))}
      </div>
      {planned && (
        <p className={styles.key} aria-hidden="true">
          <span className={styles.keyPlan} /> {t('planned')}
        </p>
      )}
    </ChartFrame>
  );
}
