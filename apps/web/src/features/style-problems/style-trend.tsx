import { useTranslation } from 'react-i18next';
import { TrendLines } from '../../charts/series-chart.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import type { StyleMonth } from './style-query.ts';

/** Found, closed and written off by month. A month leads to what was found in it. */
export function StyleTrend({ months }: { months: readonly StyleMonth[] }) {
  const { t } = useTranslation(['style-problems', 'terms']);
  const href = useHref();
  return (
    <TrendLines
      label={t('trend.title')}
      points={months.map(({ month, found, writtenOff }) => ({ x: month, values: { found, writtenOff } }))}
      series={[
        { id: 'found', label: t('found') },
        { id: 'writtenOff', label: t('terms:writeOff'), accent: true },
      ]}
      unit={t('items')}
      xTitle={t('terms:month')}
      href={({ x }) => {
        const month = months.find((one) => one.month === x);
        return (
          month && href({ to: '/items', search: ledgerSearch({ kinds: ['STYLE_PROBLEM'], found: { from: month.from, to: month.to } }) })
        );
      }}
    />
  );
}
