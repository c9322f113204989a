import { useTranslation } from 'react-i18next';
import { BarList } from '../../charts/bar-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import type { OverdueUnit } from './cockpit-query.ts';

/** Which lead units hold overdue items, the most first, with how long the oldest has waited. `overdue` lists them all. */
export function OverdueUnits({ units, overdue }: { units: readonly OverdueUnit[]; overdue: ItemFilter }) {
  const { t } = useTranslation(['cockpit', 'terms']);
  const href = useHref();
  if (units.length === 0) return <EmptyState why={t('overdue.none')} />;
  return (
    <BarList
      label={t('overdue.title')}
      points={units.map((unit) => ({
        id: unit.unitId,
        label: t('overdue.unit', { unit: unit.unitName, count: unit.longestOverdueWorkingDays }),
        value: unit.count,
      }))}
      unit={t('items')}
      rowTitle={t('terms:leadUnit')}
      href={({ id }) => href({ to: '/items', search: ledgerSearch({ ...overdue, leadUnits: [id] }) })}
    />
  );
}
