import { useTranslation } from 'react-i18next';
import { BarList } from '../../charts/bar-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import type { VisitCalendar } from './visits-query.ts';
import type { VisitsSearch } from './visits-search.ts';

/** Done of owed by month. Each bar leads to the leaders who made their visit. */
export function DutyMonths({ months, group }: { months: VisitCalendar['months']; group: VisitsSearch['group'] }) {
  const { t } = useTranslation('visits');
  const href = useHref();
  const owing = months.filter(({ owed }) => owed > 0);
  if (owing.length === 0) return <EmptyState why={t('months.none')} />;
  return (
    <BarList
      label={t('months.title')}
      points={owing.map(({ month, done, owed, percent }) => ({
        id: month,
        label: month,
        value: shareOf(percent),
        numerator: done,
        denominator: owed,
      }))}
      unit="%"
      format="percent"
      rowTitle={t('months.row')}
      href={({ id }) => href({ to: '/visits', search: { group, fromMonth: id, toMonth: id, only: 'DONE' }, hash: 'calendar' })}
    />
  );
}
