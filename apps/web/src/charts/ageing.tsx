import type { Light } from '@duban/rules/vocabulary';
import { scaleLinear } from 'd3-scale';
import { useTranslation } from 'react-i18next';
import { LightShape, lightColour } from '../ui/light-shape.tsx';
import { colour } from '../ui/tokens.ts';
import styles from './ageing.module.css';
import { ChartFrame } from './chart-frame.tsx';
import type { Drill } from './chart-types.ts';
import { BoxMark } from './drill.tsx';
import { useFigures } from './use-figures.ts';

/** One bucket of age; `light` when all in it show that light (past the limit: RED). */
export type AgePoint = { id: string; label: string; value: number; light?: Light | null };

type AgeingProps = Drill<AgePoint> & { label: string; points: readonly AgePoint[]; unit: string /** 办理天数 */; rowTitle: string };

/** How many are how old: columns from zero, youngest first, the figure on top. */
export function Ageing({ label, points, unit, rowTitle, ...drill }: AgeingProps) {
  const { t } = useTranslation(['charts', 'terms', 'common']);
  const { number, withUnit } = useFigures();
  const y = scaleLinear([0, Math.max(0, ...points.map((point) => point.value)) || 1], [0, 84]);
  const said = (point: AgePoint) =>
    [t('labelled', { label: point.label, value: withUnit(point.value, unit) }), point.light ? t(`terms:lights.${point.light}`) : '']
      .filter(Boolean)
      .join(' · ');
  return (
    <ChartFrame
      label={label}
      role="group"
      summary={t('summary.lights', {
        label,
        lights: points.map((point) => `${point.label} ${withUnit(point.value, unit)}`).join(t('common:listSeparator')),
      })}
      table={{
        columns: [
          { id: 'label', title: rowTitle },
          { id: 'value', title: unit, numeric: true },
        ],
        rows: points.map((point) => ({ id: point.id, cells: [point.label, point.value], href: drill.href?.(point) })),
      }}
    >
      <div className={styles.columns}>
        {points.map((point) => (
          <BoxMark key={point.id} {...drill} point={point} label={said(point)} className={styles.column}>
            <span className={styles.plot}>
              <span className={styles.value}>{number(point.value)}</span>
              <span
                className={styles.bar}
                style={{ height: `${y(point.value)}%`, background: point.light ? lightColour[point.light].ink : colour.mark }}
              />
            </span>
            <span className={styles.label}>
              {point.light && <LightShape light={point.light} size={8} />}
              {point.label}
            </span>
          </BoxMark>
        ))}
      </div>
    </ChartFrame>
  );
}
