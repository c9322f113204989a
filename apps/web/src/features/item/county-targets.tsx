import { useTranslation } from 'react-i18next';
import { BarList } from '../../charts/bar-list.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import type { WorkItem } from './item-query.ts';

/** What each county has to do and has done, the furthest behind first. */
export function CountyTargets({ work }: { work: NonNullable<WorkItem['work']> }) {
  const { t } = useTranslation(['item', 'terms']);
  const { asOf } = useSession();
  const points = work.countyTargets
    .map(({ county, target, actual }) => ({
      id: county.id,
      label: county.shortName,
      value: target > 0 ? actual / target : null,
      numerator: actual,
      denominator: target,
    }))
    .sort((a, b) => (a.value ?? 2) - (b.value ?? 2) || a.id.localeCompare(b.id));
  return (
    <Panel id="counties" title={t('countyTargets', { unit: work.quantityUnit })} unit="%" asOf={asOf}>
      <BarList
        label={t('countyTargets', { unit: work.quantityUnit })}
        points={points}
        unit="%"
        format="percent"
        rowTitle={t('terms:county')}
      />
    </Panel>
  );
}
