import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { FilterBar } from '../../ui/filters/filter-bar.tsx';
import type { FilterField } from '../../ui/filters/filter-field.ts';
import { LedgerTable } from '../../ui/ledger/ledger-table.tsx';
import type { LedgerColumn } from '../../ui/ledger/ledger-types.ts';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { useKindWord } from './use-kind-word.ts';
import { useVisitFields } from './use-visit-fields.ts';
import styles from './visits.module.css';
import { VisitRegisterDocument, type VisitRow } from './visits-query.ts';
import { exportHref, isFiltered, type VisitsSearch, visitFilterOf, visitStatuses } from './visits-search.ts';

const defaultSize = 20;

type VisitRegisterProps = { search: VisitsSearch & { asOf?: string | undefined }; scope: string | undefined };

/** The visits: filters in the address, a page of rows, the newest first; a row leads to its page. */
export function VisitRegister({ search, scope }: VisitRegisterProps) {
  const { t } = useTranslation('visits');
  const english = useLanguage() === 'en';
  const patch = useSearchPatch();
  const href = useHref();
  const kindWord = useKindWord();
  const shared = useVisitFields();
  const { asOf } = useSession();
  const size = search.size ?? defaultSize;
  const { data, previousData, error, refetch } = useQuery(VisitRegisterDocument, {
    variables: {
      asOf: search.asOf ?? null,
      filter: visitFilterOf(search, scope),
      first: size,
      after: search.after ?? null,
      before: search.before ?? null,
    },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  const page = (data ?? previousData)?.visits;
  const fields: FilterField[] = [
    ...shared,
    {
      kind: 'one',
      id: 'status',
      label: t('columns.status'),
      options: visitStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
    },
  ];
  const columns: LedgerColumn<VisitRow>[] = [
    {
      id: 'number',
      title: t('columns.number'),
      render: (row) => <span className={row.isWithdrawn ? styles.withdrawn : undefined}>{row.number}</span>,
      look: 'code',
      width: 128,
      main: true,
      always: true,
    },
    { id: 'visitedOn', title: t('columns.visitedOn'), render: (row) => row.visitedOn, width: 104 },
    { id: 'leader', title: t('columns.leader'), render: (row) => (english ? row.leaderTitleEn : row.leaderTitle), width: 160 },
    { id: 'place', title: t('columns.place'), render: (row) => row.place, width: 200 },
    { id: 'county', title: t('columns.county'), render: (row) => row.countyName ?? '—', width: 80 },
    {
      id: 'kinds',
      title: t('columns.kinds'),
      render: (row) => (
        <>
          {row.kinds.map(kindWord).join(t('calendar.separator'))}
          {row.isFrontLine && <span className={styles.tag}>{t('frontLine')}</span>}
        </>
      ),
      width: 190,
    },
    { id: 'peopleMet', title: t('columns.peopleMet'), render: (row) => row.peopleMet, look: 'figure', width: 72 },
    { id: 'needs', title: t('columns.needs'), render: (row) => row.needCount, look: 'figure', width: 64 },
    { id: 'photos', title: t('columns.photos'), render: (row) => row.photoCount, look: 'figure', width: 64 },
    { id: 'status', title: t('columns.status'), render: (row) => t(row.isWithdrawn ? 'status.WITHDRAWN' : 'status.IN_FORCE'), width: 72 },
    { id: 'enteredBy', title: t('columns.enteredBy'), render: (row) => row.enteredBy, width: 160, hiddenAtFirst: true },
    { id: 'knownOn', title: t('columns.knownOn'), render: (row) => row.knownOn, width: 104, hiddenAtFirst: true },
  ];
  return (
    <>
      <FilterBar fields={fields} values={search} onChange={patch} />
      {page ? (
        <LedgerTable
          id="visits"
          caption={t('register.visits')}
          rows={page.nodes}
          columns={columns}
          rowKey={(row) => row.id}
          href={(row) => href({ to: '/visits/$number', params: { number: row.number } })}
          total={page.totalCount}
          pageInfo={page.pageInfo}
          size={size}
          onChange={patch}
          pending={!data}
          exportHref={exportHref(search, { asOf: search.asOf ?? asOf, scope })}
          empty={
            isFiltered(search) || scope ? (
              <EmptyState why={t('none')} next={t('noneNext')} />
            ) : (
              <EmptyState why={t('empty')} next={t('emptyNext')} />
            )
          }
        />
      ) : (
        <Skeleton rows={8} height={320} />
      )}
    </>
  );
}
