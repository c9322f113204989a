import { useQuery } from '@apollo/client/react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { FilterBar } from '../../ui/filters/filter-bar.tsx';
import { LedgerTable } from '../../ui/ledger/ledger-table.tsx';
import type { LedgerColumn } from '../../ui/ledger/ledger-types.ts';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import styles from './accountability.module.css';
import { type AccountabilityFigures, AccountabilityRegisterDocument, type RegisterRow } from './accountability-query.ts';
import { type AccountabilitySearch, exportHref, filterOf, isFiltered, statuses } from './register-search.ts';

const defaultSize = 50;

type RegisterProps = {
  search: AccountabilitySearch & { asOf?: string | undefined };
  scope: string | undefined;
  forms: AccountabilityFigures['accountabilityForms'];
};

/** The register: filters in the address, a page of rows, the newest decision first; a row opens its record beside it. */
export function Register({ search, scope, forms }: RegisterProps) {
  const { t } = useTranslation('accountability');
  const english = useLanguage() === 'en';
  const { units } = useSession();
  const patch = useSearchPatch();
  const href = useHref();
  const size = search.size ?? defaultSize;
  const { data, previousData, error, refetch } = useQuery(AccountabilityRegisterDocument, {
    variables: {
      asOf: search.asOf ?? null,
      filter: filterOf(search, scope),
      first: size,
      after: search.after ?? null,
      before: search.before ?? null,
    },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  const page = (data ?? previousData)?.accountabilities;
  const columns = columnsOf(t, english, (number) => href({ to: '/items/$number', params: { number } }));
  /** A record opens where the reader stands: the page doesn't jump to its top, as it would for another page. */
  const openInPlace = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="/accountability"]') : null;
    const record = link && new URL(link.href).searchParams.get('record');
    if (!record) return;
    event.preventDefault();
    patch({ record });
  };
  return (
    <>
      <FilterBar fields={fieldsOf(t, english, units, forms)} values={search} onChange={patch} />
      {page ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed are the links inside
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a press
        <div onClick={openInPlace}>
          {page.revokedCount > 0 && (
            <p className={styles.counts} role="status">
              {t('counts', { inForce: page.inForceCount, revoked: page.revokedCount })}
            </p>
          )}
          <LedgerTable
            id="accountability"
            caption={t('register')}
            rows={page.nodes}
            columns={columns}
            rowKey={(row) => row.id}
            href={(row) => href({ to: '/accountability', search: { ...search, record: row.number } })}
            total={page.totalCount}
            pageInfo={page.pageInfo}
            size={size}
            onChange={patch}
            pending={!data}
            exportHref={exportHref(search, { asOf: search.asOf, scope })}
            empty={
              isFiltered(search) || scope ? (
                <EmptyState why={t('none')} next={t('noneNext')} />
              ) : (
                <EmptyState why={t('empty')} next={t('emptyNext')} />
              )
            }
          />
        </div>
      ) : (
        <Skeleton rows={8} height={320} />
      )}
    </>
  );
}

type Words = ReturnType<typeof useTranslation<'accountability'>>['t'];

function columnsOf(t: Words, english: boolean, itemHref: (number: string) => string): LedgerColumn<RegisterRow>[] {
  return [
    { id: 'number', title: t('columns.number'), render: (row) => row.number, look: 'code', width: 124, main: true, always: true },
    {
      id: 'status',
      title: t('columns.status'),
      render: (row) => (
        <span className={row.isRevoked ? styles.revoked : undefined}>{t(row.isRevoked ? 'status.REVOKED' : 'status.IN_FORCE')}</span>
      ),
      width: 72,
    },
    { id: 'unit', title: t('columns.unit'), render: (row) => row.unitName, width: 160 },
    {
      id: 'post',
      title: t('columns.post'),
      render: (row) => (
        <>
          {row.post}
          {row.isAdministrativeHead && <span className={styles.head}>{t('columns.head')}</span>}
        </>
      ),
      width: 190,
    },
    { id: 'level', title: t('columns.level'), render: (row) => (english ? row.postLevelNameEn : row.postLevelName), width: 88 },
    { id: 'form', title: t('columns.form'), render: (row) => (english ? row.formNameEn : row.formName), width: 120 },
    { id: 'decidedOn', title: t('columns.decidedOn'), render: (row) => row.decidedOn, width: 104 },
    { id: 'decidedBy', title: t('columns.decidedBy'), render: (row) => row.decidedBy, width: 112 },
    {
      id: 'item',
      title: t('columns.item'),
      render: (row) => (row.itemNumber ? <a href={itemHref(row.itemNumber)}>{row.itemNumber}</a> : '—'),
      width: 124,
    },
    { id: 'effectUntil', title: t('columns.effectUntil'), render: (row) => row.effectUntil ?? '—', width: 104, hiddenAtFirst: true },
    { id: 'fact', title: t('columns.fact'), render: (row) => row.fact, width: 280, hiddenAtFirst: true },
    { id: 'rule', title: t('columns.rule'), render: (row) => row.rule, width: 200, hiddenAtFirst: true },
  ];
}

function fieldsOf(t: Words, english: boolean, units: ReturnType<typeof useSession>['units'], forms: RegisterProps['forms']) {
  return [
    {
      kind: 'some' as const,
      id: 'units',
      label: t('columns.unit'),
      options: units.filter(({ kind }) => kind !== 'CITY').map(({ id, shortName }) => ({ value: id, label: shortName })),
    },
    {
      kind: 'some' as const,
      id: 'forms',
      label: t('columns.form'),
      options: forms.map(({ code, name, nameEn }) => ({ value: code, label: english ? nameEn : name })),
    },
    {
      kind: 'one' as const,
      id: 'head',
      label: t('filters.head'),
      options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`head.${value}`) })),
    },
    {
      kind: 'one' as const,
      id: 'status',
      label: t('columns.status'),
      options: statuses.map((value) => ({ value, label: t(`status.${value}`) })),
    },
    {
      kind: 'one' as const,
      id: 'followsComplaint',
      label: t('filters.origin'),
      options: [{ value: 'true', label: t('followsComplaint') }],
    },
    { kind: 'text' as const, id: 'item', label: t('filters.item') },
    { kind: 'days' as const, id: 'days', label: t('filters.decided'), fromId: 'from', toId: 'to' },
  ];
}
