import type { Light } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { LightShape } from '../ui/light-shape.tsx';
import { ChartFrame } from './chart-frame.tsx';
import type { Drill, FigureFormat } from './chart-types.ts';
import { BoxMark } from './drill.tsx';
import styles from './tile-map.module.css';
import { useFigures } from './use-figures.ts';

/** One county at its place in the grid. `value` is null when there is nothing to count or nothing was reported. */
export type TilePoint = {
  id: string;
  label: string;
  /** 0 is west. */
  column: number;
  /** 0 is north. */
  row: number;
  value: number | null;
  numerator?: number;
  denominator?: number;
  light?: Light | null;
};

type TileMapProps = Drill<TilePoint> & { label: string; points: readonly TilePoint[]; unit: string; format?: FigureFormat };

/** Counties as equal tiles placed as they lie: no boundaries are drawn. */
export function TileMap({ label, points, unit, format = 'number', ...drill }: TileMapProps) {
  const { t } = useTranslation(['charts', 'terms']);
  const { figure, withUnit, number } = useFigures(format);
  const counted = points.filter((point) => point.value !== null).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const named = (point: TilePoint | undefined) => (point ? `${point.label} ${withUnit(point.value, unit)}` : '—');
  const fraction = (point: TilePoint) =>
    point.numerator === undefined || point.denominator === undefined ? '' : `${number(point.numerator)}/${number(point.denominator)}`;
  const columns = Math.max(1, ...points.map((point) => point.column + 1));

  return (
    <ChartFrame
      label={label}
      role="group"
      summary={t('summary.tileMap', { label, count: points.length, high: named(counted[0]), low: named(counted.at(-1)) })}
      table={{
        columns: [
          { id: 'county', title: t('terms:county') },
          { id: 'value', title: unit, numeric: true },
          { id: 'fraction', title: `${t('numerator')}/${t('denominator')}`, numeric: true },
          { id: 'light', title: t('terms:light') },
        ],
        rows: points.map((point) => ({
          id: point.id,
          cells: [
            point.label,
            format === 'percent' && point.value !== null ? figure(point.value) : point.value,
            fraction(point) || null,
            point.light ? t(`terms:lights.${point.light}`) : null,
          ],
          href: drill.href?.(point),
        })),
      }}
    >
      <div className={styles.map} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {points.map((point) => (
          <BoxMark
            key={point.id}
            {...drill}
            point={point}
            label={[
              t('labelled', { label: point.label, value: withUnit(point.value, unit) }),
              fraction(point),
              point.light ? t(`terms:lights.${point.light}`) : '',
            ]
              .filter(Boolean)
              .join(' ')}
            className={styles.tile}
            style={{ gridColumn: point.column + 1, gridRow: point.row + 1 }}
          >
            <span className={styles.name}>
              {point.light && <LightShape light={point.light} size={9} />}
              <span className={styles.nameText}>{point.label}</span>
            </span>
            <span className={styles.value}>{point.value === null ? '—' : figure(point.value)}</span>
            <span className={styles.fraction}>{fraction(point)}</span>
          </BoxMark>
        ))}
      </div>
    </ChartFrame>
  );
}
