import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
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
import { OutcomeMark } from './outcome-mark.tsx';
import { useVisitFields } from './use-visit-fields.ts';
import { type NeedRow, VisitNeedRegisterDocument } from './visits-query.ts';
import { isFiltered, needFilterOf, needOutcomes, type VisitsSearch } from './visits-search.ts';

const defaultSize = 20;

type NeedRegisterProps = { search: VisitsSearch & { asOf?: string | undefined }; scope: string | undefined };

/** The needs heard on visits, with what became of each; a row leads to its visit. */
export function NeedRegister({ search, scope }: NeedRegisterProps) {
  const { t } = useTranslation('visits');
  const patch = useSearchPatch();
  const href = useHref();
  const shared = useVisitFields();
  const { units } = useSession();
  const size = search.size ?? defaultSize;
  // Its places are counted: the page before is asked for by where it begins.
  const after = search.after ?? search.before ?? null;
  const { data, previousData, error, refetch } = useQuery(VisitNeedRegisterDocument, {
    variables: { asOf: search.asOf ?? null, filter: needFilterOf(search, scope), first: size, after },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  const page = (data ?? previousData)?.visitNeeds;
  const fields: FilterField[] = [
    ...shared,
    {
      kind: 'some',
      id: 'units',
      label: t('columns.charged'),
      options: units.filter(({ kind }) => kind !== 'CITY').map(({ id, shortName }) => ({ value: id, label: shortName })),
    },
    { kind: 'one', id: 'uncharged', label: t('filters.uncharged'), options: [{ value: 'true', label: t('units.nobody') }] },
    {
      kind: 'some',
      id: 'outcomes',
      label: t('columns.outcome'),
      options: needOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) })),
    },
    {
      kind: 'one',
      id: 'item',
      label: t('filters.item'),
      options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`yesNo.${value}`) })),
    },
  ];
  const columns: LedgerColumn<NeedRow>[] = [
    { id: 'text', title: t('columns.need'), render: (row) => row.text, width: 300, main: true, always: true },
    { id: 'outcome', title: t('columns.outcome'), render: (row) => <OutcomeMark outcome={row.outcome} />, width: 120 },
    { id: 'unit', title: t('columns.charged'), render: (row) => row.unitName ?? '—', width: 120 },
    { id: 'dueOn', title: t('columns.dueOn'), render: (row) => row.dueOn ?? '—', width: 104 },
    {
      id: 'item',
      title: t('columns.item'),
      render: (row) =>
        row.item ? (
          <a href={href({ to: '/items/$number', params: { number: row.item.number } })}>{row.item.number}</a>
        ) : (
          (row.itemNumber ?? '—')
        ),
      width: 128,
    },
    { id: 'leader', title: t('columns.leader'), render: (row) => row.leaderTitle, width: 150 },
    { id: 'visitedOn', title: t('columns.visitedOn'), render: (row) => row.visitedOn, width: 104 },
    { id: 'visit', title: t('columns.number'), render: (row) => row.visitNumber, look: 'code', width: 124 },
    { id: 'answer', title: t('columns.answer'), render: (row) => row.answer ?? '—', width: 220, hiddenAtFirst: true },
    { id: 'answeredOn', title: t('columns.answeredOn'), render: (row) => row.answeredOn ?? '—', width: 104, hiddenAtFirst: true },
  ];
  return (
    <>
      <FilterBar fields={fields} values={search} onChange={patch} />
      {page ? (
        <LedgerTable
          id="visit-needs"
          caption={t('register.needs')}
          rows={page.nodes}
          columns={columns}
          rowKey={(row) => row.id}
          href={(row) => href({ to: '/visits/$number', params: { number: row.visitNumber } })}
          total={page.totalCount}
          pageInfo={page}
          size={size}
          onChange={patch}
          pending={!data}
          empty={
            isFiltered(search) || scope ? (
              <EmptyState why={t('noneNeeds')} next={t('noneNext')} />
            ) : (
              <EmptyState why={t('emptyNeeds')} next={t('emptyNext')} />
            )
          }
        />
      ) : (
        <Skeleton rows={8} height={320} />
      )}
    </>
  );
}
