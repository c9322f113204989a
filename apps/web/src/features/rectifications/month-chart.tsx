import { useTranslation } from 'react-i18next';
import { Columns } from '../../charts/series-chart.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useHref } from '../../ui/use-href.ts';
import type { BoardMonth } from './rectifications-query.ts';

/** Found against fixed, month by month; a month leads to the rows that make it. */
export function MonthChart({ months, code }: { months: readonly BoardMonth[]; code: string }) {
  const { t } = useTranslation('rectifications');
  const href = useHref();
  if (months.length === 0) return <EmptyState why={t('chart.none')} />;
  return (
    <Columns
      label={t('chart.title')}
      unit={t('items')}
      xTitle={t('chart.month')}
      points={months.map(({ month, found, fixed }) => ({ x: month, values: { found, fixed } }))}
      series={[
        { id: 'found', label: t('figures.found') },
        { id: 'fixed', label: t('figures.fixed'), accent: true },
      ]}
      href={({ x }) => href({ to: '/rectifications/$code', params: { code }, search: { month: x }, hash: 'entries' })}
    />
  );
}
