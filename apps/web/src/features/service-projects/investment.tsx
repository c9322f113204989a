import { useTranslation } from 'react-i18next';
import { PlanCurve } from '../../charts/plan-curve.tsx';
import type { InvestmentMonth } from './projects-query.ts';

/** Investment planned and actual, cumulative, and how many projects reported the last month. */
export function Investment({ months }: { months: readonly InvestmentMonth[] }) {
  const { t } = useTranslation('service-projects');
  const last = months.findLast(({ actual }) => actual !== null);
  return (
    <>
      <PlanCurve
        label={t('investment.title')}
        points={months.map(({ month, planned, actual }) => ({ period: month, planned, actual }))}
        unit={t('tenThousand')}
        height={240}
      />
      {last && <p>{t('investment.reported', { month: last.month, reported: last.reported, projects: last.projects })}</p>}
    </>
  );
}
