import { useTranslation } from 'react-i18next';
import { Ageing } from '../../charts/ageing.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import type { ComplaintAge } from './complaints-query.ts';

/** How long the open ones have waited, in working days since 交办. A column leads to its complaints. */
export function OpenAgeing({ ages }: { ages: readonly ComplaintAge[] }) {
  const { t } = useTranslation('complaints');
  const href = useHref();
  if (ages.every(({ count }) => count === 0)) return <EmptyState why={t('ageing.none')} />;
  const ageOf = (id: string) => ages.find(({ from }) => String(from) === id);
  return (
    <Ageing
      label={t('ageing.title')}
      points={ages.map(({ from, to, count, overdue }) => ({
        id: String(from),
        label: to === null ? t('ageing.more', { from }) : t('ageing.range', { from, to }),
        value: count,
        light: count > 0 && overdue === count ? ('RED' as const) : null,
      }))}
      unit={t('items')}
      rowTitle={t('ageing.workingDays')}
      href={({ id }) => {
        const age = ageOf(id);
        if (!age || age.count === 0) return undefined;
        const assigned = { from: age.assignedFrom, to: age.assignedTo };
        return href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], phase: 'OPEN', assigned }) });
      }}
    />
  );
}
