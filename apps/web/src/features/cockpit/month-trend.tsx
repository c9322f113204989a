import { useTranslation } from 'react-i18next';
import { TrendLines } from '../../charts/series-chart.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import type { Month } from './cockpit-query.ts';

/** Whether the whole moves: found and closed by month. A month leads to what was found in it. */
export function MonthTrend({ months, height }: { months: readonly Month[]; height: number }) {
  const { t } = useTranslation(['cockpit', 'terms']);
  const href = useHref();
  const rangeOf = (month: string) => months.find((one) => one.month === month);
  return (
    <TrendLines
      label={t('trend.title')}
      points={months.map(({ month, found, closed }) => ({ x: month, values: { found, closed } }))}
      series={[
        { id: 'found', label: t('trend.found') },
        { id: 'closed', label: t('trend.closed'), accent: true },
      ]}
      unit={t('items')}
      xTitle={t('terms:month')}
      height={height}
      href={({ x }) => {
        const month = rangeOf(x);
        return month && href({ to: '/items', search: ledgerSearch({ found: { from: month.from, to: month.to } }) });
      }}
    />
  );
}
