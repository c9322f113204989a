import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../ui/day-text.tsx';
import type { LedgerColumn } from '../../ui/ledger/ledger-types.ts';
import { LightMark } from '../../ui/light-mark.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import type { WorkRow } from './my-work-query.ts';

/** What is to be done, of what, by whom, by when. */
export function useWorkColumns(): LedgerColumn<WorkRow>[] {
  const { t } = useTranslation(['my-work', 'terms']);
  return useMemo(
    () => [
      {
        id: 'light',
        title: t('terms:light'),
        width: 96,
        sticky: true,
        always: true,
        render: ({ light }) => (light ? <LightMark light={light} /> : '—'),
      },
      { id: 'need', title: t('columns.need'), width: 116, always: true, render: ({ need }) => <strong>{t(`verbs.${need}`)}</strong> },
      { id: 'number', title: t('terms:number'), width: 132, always: true, look: 'code', render: ({ item }) => item.number },
      { id: 'title', title: t('terms:title'), width: 300, main: true, render: ({ item }) => item.title },
      {
        id: 'unit',
        title: t('columns.unit'),
        width: 140,
        render: ({ part, item }) =>
          part ? `${part.unit.shortName}（${t(`terms:duties.${part.duty}`)}）` : `${item.leadUnit.shortName}（${t('terms:duties.LEAD')}）`,
      },
      {
        id: 'bitesOn',
        title: t('columns.bitesOn'),
        width: 150,
        render: ({ bitesOn, remainingWorkingDays }) => <DayText day={bitesOn} remainingWorkingDays={remainingWorkingDays} />,
      },
      {
        id: 'state',
        title: t('terms:state'),
        width: 100,
        hiddenAtFirst: true,
        render: ({ part }) => (part ? <StateTag state={part.state} /> : '—'),
      },
      {
        id: 'more',
        title: t('columns.more'),
        width: 200,
        render: ({ need, part }) => {
          if (need === 'DECIDE_EXTENSION' && part?.extensionAskedTo)
            return t('asked', { day: part.extensionAskedTo, reason: part.extensionReason ?? '' });
          return need === 'REASSIGN' && part?.returnReason ? t('returned', { reason: part.returnReason }) : '—';
        },
      },
    ],
    [t],
  );
}
