import { useTranslation } from 'react-i18next';
import { Ageing } from '../../charts/ageing.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Age } from './public-problems-query.ts';
import { useDrill } from './use-drill.ts';

/** How long the open ones have been worked on, in working days since 交办. A column leads to its problems. */
export function OpenAgeing({ ages }: { ages: readonly Age[] }) {
  const { t } = useTranslation('public-problems');
  const drill = useDrill();
  if (ages.every(({ count }) => count === 0)) return <EmptyState why={t('ageing.none')} />;
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
        const age = ages.find(({ from }) => String(from) === id);
        return age?.count ? drill({ phase: 'OPEN', assigned: { from: age.assignedFrom, to: age.assignedTo } }) : undefined;
      }}
    />
  );
}
