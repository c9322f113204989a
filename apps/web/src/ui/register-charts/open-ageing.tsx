import type { Day, ItemKind } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { Ageing } from '../../charts/ageing.tsx';
import { EmptyState } from '../empty-state.tsx';
import { ledgerSearch } from '../ledger-link.ts';
import { useHref } from '../use-href.ts';

/** Open items that were assigned within some days, i.e. worked on for so many working days; `to` null: no end. */
type OpenAge = { from: number; to: number | null; assignedFrom: Day | null; assignedTo: Day | null; count: number; overdue: number };

type OpenAgeingProps = {
  ages: readonly OpenAge[];
  kind: ItemKind;
  label: string;
  /** Said when none is open. */
  none: string;
  unit: string;
};

/** How long the open items of a register have been worked on, in working days since 交办. A column leads to its items. */
export function OpenAgeing({ ages, kind, label, none, unit }: OpenAgeingProps) {
  const { t } = useTranslation('charts');
  const href = useHref();
  if (ages.every(({ count }) => count === 0)) return <EmptyState why={none} />;
  return (
    <Ageing
      label={label}
      points={ages.map(({ from, to, count, overdue }) => ({
        id: String(from),
        label: to === null ? t('ageing.more', { from }) : t('ageing.range', { from, to }),
        value: count,
        light: count > 0 && overdue === count ? ('RED' as const) : null,
      }))}
      unit={unit}
      rowTitle={t('ageing.workingDays')}
      href={({ id }) => {
        const age = ages.find(({ from }) => String(from) === id);
        if (!age?.count) return undefined;
        const assigned = { from: age.assignedFrom, to: age.assignedTo };
        return href({ to: '/items', search: ledgerSearch({ kinds: [kind], phase: 'OPEN', assigned }) });
      }}
    />
  );
}
