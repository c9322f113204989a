import { type Satisfaction, satisfactions } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { BoxMark } from '../../charts/drill.tsx';
import { useFigures } from '../../charts/use-figures.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatPercent } from '../../ui/format.ts';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { colour, sequence } from '../../ui/tokens.ts';
import { useHref } from '../../ui/use-href.ts';
import type { GradeCount } from './complaints-query.ts';
import styles from './satisfaction-bar.module.css';

/** The satisfied grades on one hue, the dissatisfied ones in greys: red is the light's alone. */
const paint: Readonly<Record<Satisfaction, { fill: string; ink: string }>> = {
  VERY_SATISFIED: sequence[6] ?? { fill: colour.accent, ink: colour.onAccent },
  SATISFIED: sequence[4] ?? { fill: colour.accent, ink: colour.onAccent },
  BASICALLY_SATISFIED: sequence[2] ?? { fill: colour.accentSoft, ink: colour.ink },
  DISSATISFIED: { fill: colour.markSoft, ink: colour.ink },
  VERY_DISSATISFIED: { fill: colour.ink2, ink: colour.ground },
};
/** A narrower part has no room for its figure. */
const figureRoom = 0.06;

/** The five grades as one bar, and each with its figure and share; a grade leads to its complaints. */
export function SatisfactionBar({ grades }: { grades: readonly GradeCount[] }) {
  const { t } = useTranslation(['complaints', 'ledger', 'charts', 'common', 'terms']);
  const { number, withUnit } = useFigures();
  const href = useHref();
  const total = grades.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <EmptyState why={t('satisfaction.none')} />;
  const ordered = satisfactions.map((grade) => ({ grade, count: grades.find(({ satisfaction }) => satisfaction === grade)?.count ?? 0 }));
  const label = (grade: Satisfaction) => t(`ledger:satisfactions.${grade}`);
  const hrefOf = ({ grade, count }: { grade: Satisfaction; count: number }) =>
    count === 0 ? undefined : href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], satisfactions: [grade] }) });
  return (
    <ChartFrame
      label={t('satisfaction.title')}
      role="group"
      summary={t('charts:summary.lights', {
        label: t('satisfaction.title'),
        lights: ordered.map(({ grade, count }) => `${label(grade)} ${withUnit(count, t('items'))}`).join(t('common:listSeparator')),
      })}
      table={{
        columns: [
          { id: 'grade', title: t('satisfaction.grade') },
          { id: 'count', title: t('items'), numeric: true },
          { id: 'share', title: '%', numeric: true },
        ],
        rows: ordered.map((one) => ({
          id: one.grade,
          cells: [label(one.grade), one.count, formatPercent(one.count / total)],
          href: hrefOf(one),
        })),
      }}
    >
      <div className={styles.bar} aria-hidden="true">
        {ordered
          .filter(({ count }) => count > 0)
          .map(({ grade, count }) => (
            <span key={grade} style={{ flexGrow: count, background: paint[grade].fill, color: paint[grade].ink }}>
              {count / total >= figureRoom && number(count)}
            </span>
          ))}
      </div>
      <div className={styles.grades}>
        {ordered.map((one) => (
          <BoxMark
            key={one.grade}
            point={one}
            href={hrefOf}
            label={t('charts:labelled', { label: label(one.grade), value: withUnit(one.count, t('items')) })}
            className={styles.grade}
          >
            <span className={styles.swatch} style={{ background: paint[one.grade].fill }} />
            <span>{label(one.grade)}</span>
            <span className={styles.count}>{number(one.count)}</span>
            <span className={styles.share}>{formatPercent(one.count / total)}</span>
          </BoxMark>
        ))}
      </div>
    </ChartFrame>
  );
}
