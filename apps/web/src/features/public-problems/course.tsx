import { useTranslation } from 'react-i18next';
import { TrendLines } from '../../charts/series-chart.tsx';
import type { Month } from './public-problems-query.ts';
import { useDrill } from './use-drill.ts';

/** Raised and closed by month. A month leads to what was raised in it. */
export function Course({ months }: { months: readonly Month[] }) {
  const { t } = useTranslation(['public-problems', 'terms']);
  const drill = useDrill();
  return (
    <TrendLines
      label={t('trend.title')}
      points={months.map(({ month, found, closed }) => ({ x: month, values: { found, closed } }))}
      series={[
        { id: 'found', label: t('stand.raised') },
        { id: 'closed', label: t('stand.closed'), accent: true },
      ]}
      unit={t('items')}
      xTitle={t('terms:month')}
      href={({ x }) => {
        const month = months.find((one) => one.month === x);
        return month && drill({ found: { from: month.from, to: month.to } });
      }}
    />
  );
}
