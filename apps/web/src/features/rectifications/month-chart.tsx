import { useTranslation } from 'react-i18next';
import { Columns } from '../../charts/series-chart.tsx';
import { useFigures } from '../../charts/use-figures.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useHref } from '../../ui/use-href.ts';
import styles from './rectifications.module.css';
import type { BoardMonth } from './rectifications-query.ts';

/** Found against fixed, month by month; a month leads to the rows that make it. */
export function MonthChart({ months, code }: { months: readonly BoardMonth[]; code: string }) {
  const { t } = useTranslation(['rectifications', 'common']);
  const { month } = useFigures();
  const href = useHref();
  if (months.length === 0) return <EmptyState why={t('chart.none')} />;
  const partial = months.filter(({ entered, asked }) => entered < asked);
  return (
    <>
      <Columns
        label={t('chart.title')}
        unit={t('items')}
        xTitle={t('chart.month')}
        points={months.map(({ month: x, found, fixed }) => ({ x, values: { found, fixed } }))}
        series={[
          { id: 'found', label: t('figures.found') },
          { id: 'fixed', label: t('figures.fixed'), accent: true },
        ]}
        href={({ x }) => href({ to: '/rectifications/$code', params: { code }, search: { month: x }, hash: 'entries' })}
      />
      {partial.length > 0 && (
        <p className={styles.note}>
          {t('chart.partial', {
            months: partial.map((one) => `${month(one.month)} ${one.entered}/${one.asked}`).join(t('common:listSeparator')),
          })}
        </p>
      )}
    </>
  );
}
