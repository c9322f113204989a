import { useTranslation } from 'react-i18next';
import { Matrix } from '../../charts/matrix.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useHref } from '../../ui/use-href.ts';
import type { AccountabilityFigures } from './accountability-query.ts';

/** Persons by month of the decision, and the administrative heads among them. Each number leads to the month's records. */
export function MonthRow({ months }: { months: AccountabilityFigures['accountabilityMonths'] }) {
  const { t } = useTranslation('accountability');
  const href = useHref();
  if (months.length === 0) return <EmptyState why={t('months.none')} />;
  return (
    <Matrix
      label={t('months.title')}
      rows={[
        { id: 'every', label: t('months.every') },
        { id: 'heads', label: t('months.heads') },
      ]}
      columns={months.map(({ month }) => ({ id: month, label: month }))}
      points={months.flatMap(({ month, count, administrativeHeads }) => [
        { row: 'every', column: month, value: count },
        { row: 'heads', column: month, value: administrativeHeads },
      ])}
      unit={t('people')}
      rowTitle={t('months.row')}
      href={({ row, column, value }) => {
        const of = months.find(({ month }) => month === column);
        if (!of || value === 0) return undefined;
        const search = { from: of.from, to: of.to, status: 'IN_FORCE' as const, ...(row === 'heads' ? { head: 'yes' as const } : {}) };
        return href({ to: '/accountability', search, hash: 'register' });
      }}
    />
  );
}
