import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { BoxMark } from '../../charts/drill.tsx';
import { walkGrid } from '../../charts/grid-walk.ts';
import { useFigures } from '../../charts/use-figures.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import type { IntakePeriod } from './complaints-query.ts';
import styles from './intake-bars.module.css';

type IntakeBarsProps = { periods: readonly IntakePeriod[]; by: 'DAY' | 'MONTH' };

/** How many came in, day by day or month by month: columns from zero, the figure on top. A column leads to its complaints. */
export function IntakeBars({ periods, by }: IntakeBarsProps) {
  const { t } = useTranslation(['complaints', 'charts']);
  const { number, withUnit, month } = useFigures();
  const href = useHref();
  const [at, setAt] = useState(periods.length - 1);
  const total = periods.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <EmptyState why={t(`intake.none.${by}`)} />;
  const most = periods.reduce((top, period) => (period.count > top.count ? period : top));
  const height = scaleLinear([0, most.count], [0, 84]);
  const hrefOf = ({ from, to, count }: IntakePeriod) =>
    count === 0 ? undefined : href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], found: { from, to } }) });
  return (
    <ChartFrame
      label={t(`intake.title.${by}`)}
      role="group"
      summary={t('intake.summary', {
        from: periods[0]?.period ?? '',
        to: periods.at(-1)?.period ?? '',
        total: number(total),
        most: most.period,
        count: number(most.count),
      })}
      table={{
        columns: [
          { id: 'period', title: t(`intake.period.${by}`) },
          { id: 'count', title: t('items'), numeric: true },
        ],
        rows: periods.map((period) => ({ id: period.period, cells: [period.period, period.count], href: hrefOf(period) })),
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the columns inside */}
      <div className={by === 'DAY' ? styles.days : styles.months} onKeyDown={(event) => walkGrid(event, ({ column }) => setAt(column))}>
        {periods.map((period, index) => (
          <BoxMark
            key={period.period}
            point={period}
            href={hrefOf}
            label={t('charts:labelled', { label: period.period, value: withUnit(period.count, t('items')) })}
            className={styles.column}
            cell={{ row: 0, column: index, tabbable: index === at }}
          >
            <span className={styles.plot}>
              <span className={styles.value}>{period.count > 0 && number(period.count)}</span>
              <span className={styles.bar} style={{ height: `${height(period.count)}%` }} />
            </span>
            <span className={styles.label}>
              {by === 'MONTH' ? month(period.period) : Number(period.period.slice(8))}
              {(index === 0 || period.period.endsWith('-01')) && (
                <span className={styles.turn}>{by === 'MONTH' ? period.period.slice(0, 4) : month(period.period.slice(0, 7))}</span>
              )}
            </span>
          </BoxMark>
        ))}
      </div>
    </ChartFrame>
  );
}
