import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { DayText } from '../../ui/day-text.tsx';
import { formatNumber } from '../../ui/format.ts';
import type { LedgerColumn } from '../../ui/ledger/ledger-types.ts';
import { LightMark } from '../../ui/light-mark.tsx';
import { useSession } from '../../ui/session.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { useWhy } from '../../ui/why.ts';
import styles from './ledger.module.css';
import type { LedgerRow } from './ledger-query.ts';

/** The columns of the one ledger. Light, number and title are always there. */
export function useLedgerColumns(): LedgerColumn<LedgerRow>[] {
  const { t } = useTranslation(['ledger', 'terms']);
  const english = useLanguage() === 'en';
  const why = useWhy();
  const { asOf } = useSession();
  return useMemo(() => {
    // A day after the as-of day wasn't known on it.
    const known = (day: string | null) => (day !== null && day <= asOf ? day : null);
    const columns: LedgerColumn<LedgerRow>[] = [
      {
        id: 'light',
        title: t('terms:light'),
        width: 112,
        sticky: true,
        always: true,
        sortBy: 'LIGHT',
        render: ({ standing }) =>
          standing?.light ? <LightMark light={standing.light} why={why(standing.why)} rule={standing.why?.rule} /> : t('noLight'),
      },
      {
        id: 'number',
        title: t('terms:number'),
        width: 132,
        sticky: true,
        always: true,
        look: 'code',
        sortBy: 'NUMBER',
        render: (row) => row.number,
      },
      { id: 'title', title: t('terms:title'), width: 300, main: true, sortBy: 'TITLE', render: (row) => row.title },
      { id: 'why', title: t('columns.why'), width: 250, render: ({ standing }) => why(standing?.why) ?? '—' },
      {
        id: 'category',
        title: t('terms:category'),
        width: 130,
        render: ({ category }) => (english ? category?.nameEn : category?.name) ?? '—',
      },
      {
        id: 'leadUnit',
        title: t('terms:leadUnit'),
        width: 140,
        sortBy: 'LEAD_UNIT',
        render: ({ leadUnit }) => leadUnit.shortName || leadUnit.name,
      },
      { id: 'county', title: t('terms:county'), width: 90, render: ({ county }) => county?.shortName ?? '—' },
      { id: 'level', title: t('terms:level'), width: 80, render: ({ level }) => (level ? t(`terms:levels.${level}`) : '—') },
      {
        id: 'dutyLeader',
        title: t('columns.dutyLeader'),
        width: 130,
        render: ({ dutyPost, dutyLeader }) => dutyPost?.title ?? dutyLeader ?? '—',
      },
      { id: 'foundOn', title: t('columns.foundOn'), width: 108, sortBy: 'FOUND_ON', render: ({ foundOn }) => <DayText day={foundOn} /> },
      {
        id: 'assignedOn',
        title: t('columns.assignedOn'),
        width: 108,
        sortBy: 'ASSIGNED_ON',
        hiddenAtFirst: true,
        render: ({ assignedOn }) => <DayText day={assignedOn} />,
      },
      { id: 'dueOn', title: t('columns.dueOn'), width: 108, sortBy: 'DUE_ON', render: ({ standing }) => <DayText day={standing?.dueOn} /> },
      {
        id: 'remaining',
        title: t('columns.remaining'),
        width: 104,
        look: 'figure',
        render: ({ standing }) => remainingText(standing?.remainingWorkingDays, t as unknown as TFunction<'ledger'>),
      },
      {
        id: 'state',
        title: t('terms:state'),
        width: 100,
        sortBy: 'STATE',
        render: ({ standing, kind }) => (standing ? <StateTag state={standing.state} kind={kind} /> : '—'),
      },
      {
        id: 'progress',
        title: t('columns.progress'),
        width: 84,
        look: 'figure',
        sortBy: 'PROGRESS',
        render: ({ standing }) =>
          typeof standing?.progressPercent === 'number' ? `${formatNumber(Math.round(standing.progressPercent * 10) / 10)}%` : '—',
      },
      {
        id: 'closedOn',
        title: t('columns.closedOn'),
        width: 108,
        sortBy: 'CLOSED_ON',
        render: ({ closedOn }) => <DayText day={known(closedOn)} />,
      },
      {
        id: 'onTime',
        title: t('columns.onTime'),
        width: 88,
        hiddenAtFirst: true,
        render: ({ isClosedOnTime, closedOn }) =>
          isClosedOnTime === null || !known(closedOn) ? '—' : isClosedOnTime ? t('onTime') : t('late'),
      },
      {
        id: 'writtenOffOn',
        title: t('columns.writtenOffOn'),
        width: 108,
        render: ({ writtenOffOn }) => <DayText day={known(writtenOffOn)} />,
      },
    ];
    return columns;
  }, [t, english, why, asOf]);
}

function remainingText(days: number | null | undefined, t: TFunction<'ledger'>) {
  if (typeof days !== 'number') return '—';
  return days < 0 ? <span className={styles.over}>{t('overdueDays', { count: -days })}</span> : t('remainingDays', { count: days });
}
