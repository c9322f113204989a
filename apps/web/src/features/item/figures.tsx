import type { Day } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { PlanCurve, type PlanPoint } from '../../charts/plan-curve.tsx';
import { TrendLines } from '../../charts/series-chart.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import type { ItemDetail } from './item-query.ts';

type Figure = ItemDetail['figures'][number];
type Series = Figure['series'];

/** Cumulative figures by month, as known at the end of `asOf`; null where nothing is reported. */
export function byMonth<const Names extends readonly Series[]>(figures: readonly Figure[], names: Names, asOf: Day) {
  const known = figures.filter(
    ({ series, countyId, knownOn }) => names.includes(series) && countyId === null && (isPlan(series) || knownOn <= asOf),
  );
  const months = [...new Set(known.map(({ periodOn }) => periodOn.slice(0, 7)))].sort();
  return months.map((month) => ({
    month,
    values: Object.fromEntries(
      names.map((name) => [name, known.find(({ series, periodOn }) => series === name && periodOn.startsWith(month))?.value ?? null]),
    ) as Record<Names[number], number | null>,
  }));
}

const isPlan = (series: Series) => series === 'PLAN' || series === 'FUNDS_PLANNED' || series === 'INVESTMENT_PLANNED';

/** Monthly plan and actual; `reportedThrough` is the last month before `asOf`'s own. */
export function MonthlyFigures({ item }: { item: ItemDetail }) {
  const { t } = useTranslation('item');
  const { asOf } = useSession();
  const has = (...names: Series[]) => item.figures.some(({ series }) => names.includes(series));
  const points = (plan: Series, actual: Series): PlanPoint[] =>
    byMonth(item.figures, [plan, actual], asOf).map(({ month, values }) => ({
      period: month,
      planned: values[plan] ?? null,
      actual: values[actual] ?? null,
    }));
  const unit = item.__typename === 'LivelihoodWorkItem' ? (item.work?.quantityUnit ?? '') : '';
  return (
    <>
      {has('PLAN', 'ACTUAL') && (
        <Panel id="curve" title={t('curve')} unit={unit} asOf={asOf}>
          <PlanCurve label={t('curve')} points={points('PLAN', 'ACTUAL')} unit={unit} />
        </Panel>
      )}
      {has('INVESTMENT_PLANNED', 'INVESTMENT_ACTUAL') && (
        <Panel id="investment" title={t('investment')} unit={t('tenThousand')} asOf={asOf}>
          <PlanCurve label={t('investment')} points={points('INVESTMENT_PLANNED', 'INVESTMENT_ACTUAL')} unit={t('tenThousand')} />
        </Panel>
      )}
      {has('FUNDS_PLANNED', 'FUNDS_ARRIVED', 'FUNDS_PAID') && (
        <Panel id="funds" title={t('funds')} unit={t('tenThousand')} asOf={asOf}>
          <TrendLines
            label={t('funds')}
            unit={t('tenThousand')}
            xTitle={t('month')}
            points={byMonth(item.figures, ['FUNDS_PLANNED', 'FUNDS_ARRIVED', 'FUNDS_PAID'], asOf).map(({ month, values }) => ({
              x: month,
              values,
            }))}
            series={[
              ...(has('FUNDS_PLANNED') ? [{ id: 'FUNDS_PLANNED', label: t('fundsPlanned') }] : []),
              { id: 'FUNDS_ARRIVED', label: t('fundsArrived') },
              { id: 'FUNDS_PAID', label: t('fundsPaid'), accent: true },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
