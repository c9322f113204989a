import { visitDutyStates } from '@duban/rules/visit-duty';
import { useTranslation } from 'react-i18next';
import type { FilterField } from '../../ui/filters/filter-field.ts';
import { leaderGroups } from './visits-search.ts';

const monthsOffered = 24;

/** The last months up to that of a day, the newest first. */
function monthsUpTo(day: string, count = monthsOffered): string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return Array.from({ length: count }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** The filters of the calendar: group, months, and leaders with a month of one state. */
export function useCalendarFields(asOf: string): FilterField[] {
  const { t } = useTranslation('visits');
  const months = monthsUpTo(asOf).map((month) => ({ value: month, label: month }));
  return [
    {
      kind: 'one',
      id: 'group',
      label: t('filters.group'),
      options: leaderGroups.map((value) => ({ value, label: t(`groups.${value}`) })),
    },
    { kind: 'one', id: 'fromMonth', label: t('filters.fromMonth'), options: months },
    { kind: 'one', id: 'toMonth', label: t('filters.toMonth'), options: months },
    {
      kind: 'one',
      id: 'only',
      label: t('filters.only'),
      options: visitDutyStates.filter((state) => state !== 'NOT_OWED').map((value) => ({ value, label: t(`states.${value}`) })),
    },
  ];
}
