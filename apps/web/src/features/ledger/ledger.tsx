import { useQuery } from '@apollo/client/react';
import type { ItemKind } from '@duban/rules/vocabulary';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { FilterBar } from '../../ui/filters/filter-bar.tsx';
import { activeFilters } from '../../ui/filters/filter-field.ts';
import { LedgerTable } from '../../ui/ledger/ledger-table.tsx';
import type { LedgerPatch } from '../../ui/ledger/ledger-types.ts';
import { filterOfSearch, type ItemFilter, type ItemsSearch, scopedFilter } from '../../ui/ledger-link.ts';
import type { SearchRecord } from '../../ui/search-params.ts';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { UrgedNotice } from '../../ui/urging/urged-notice.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { WordsDocument } from '../../ui/words-query.ts';
import { NamedExport } from '../complaints/named-export.tsx';
import styles from './ledger.module.css';
import { useLedgerColumns } from './ledger-columns.tsx';
import { exportHref } from './ledger-export.ts';
import { barValues, searchPatch, useLedgerFields } from './ledger-fields.ts';
import { defaultSize, LedgerItemsDocument, ledgerVariables } from './ledger-query.ts';

const UrgeChosen = lazy(() => import('./urge-chosen.tsx').then((module) => ({ default: module.UrgeChosen })));

type LedgerProps = {
  /** The page's search parameters: it must read at least `itemsSearchParams`. */
  search: ItemsSearch & { asOf?: string | undefined; scope?: string | undefined };
  /** What the page itself sets, e.g. `{ kinds: ['COMPLAINT'] }`: not to be chosen away. */
  fixed?: ItemFilter;
  /** Names the ledger for the remembered columns. */
  id?: string;
  /** What stands above the filters, given the count of the filter (null while unknown). */
  head?: (count: number | null) => ReactNode;
};

const nothingFixed: ItemFilter = {};

/** The items that the address asks for, with filters, order, pages and export. Shows exactly what was counted where the link came from. */
export function Ledger({ search, fixed = nothingFixed, id = 'items', head }: LedgerProps) {
  const { t } = useTranslation(['ledger', 'tables']);
  const { asOf, isPast, units, viewer } = useSession();
  const [showAll, setShowAll] = useState(false);
  const [keys, setKeys] = useState<string[]>([]);
  const [isUrging, setIsUrging] = useState(false);
  const [slips, setSlips] = useState<readonly string[]>([]);
  const patch = useSearchPatch();
  const href = useHref();
  const filter = useMemo(() => scopedFilter({ ...filterOfSearch(search), ...fixed }, search.scope, units), [search, fixed, units]);
  const { data, previousData, error, refetch } = useQuery(LedgerItemsDocument, { variables: ledgerVariables(filter, search, search.asOf) });
  const { data: words } = useQuery(WordsDocument);
  const kinds = useMemo<readonly ItemKind[]>(() => filter.kinds ?? [], [filter]);
  const hidden = useMemo(() => Object.keys(fixed), [fixed]);
  const fields = useLedgerFields(search, words, { kinds, hidden, showAll });
  const columns = useLedgerColumns();
  const values = useMemo(() => barValues(search), [search]);
  const change = useCallback((changes: SearchRecord, options?: { replace?: boolean }) => patch(searchPatch(changes), options), [patch]);

  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  const page = (data ?? previousData)?.items;
  // On a past day nothing is done.
  const canUrge = viewer.desks.includes('SUPERVISION') && !isPast;
  const exported = exportHref(filter, search.asOf);
  const canName = viewer.role === 'INSPECTION' && kinds.length === 1 && kinds[0] === 'COMPLAINT';
  const active = activeFilters(fields, values);
  const clear = () =>
    change(Object.assign({}, ...active.map(({ lift }) => Object.fromEntries(Object.keys(lift).map((name) => [name, undefined])))));

  return (
    <>
      {head?.(data?.items.totalCount ?? null)}
      <FilterBar fields={fields} values={values} onChange={change} />
      <p className={`${styles.more} no-print`}>
        <Button size="small" type="link" aria-expanded={showAll} onClick={() => setShowAll(!showAll)}>
          {showAll ? t('fewerFilters') : t('moreFilters')}
        </Button>
      </p>
      {slips.length > 0 && <UrgedNotice slips={slips} />}
      {isUrging && (
        <Suspense fallback={null}>
          <UrgeChosen
            itemIds={keys}
            onClose={() => setIsUrging(false)}
            onUrged={(urged) => {
              setSlips((before) => [...before, ...urged.slips]);
              // What was refused stays chosen.
              setKeys((before) => before.filter((key) => !urged.itemIds.includes(key)));
              if (urged.refused === 0) setIsUrging(false);
            }}
          />
        </Suspense>
      )}
      {page ? (
        <LedgerTable
          id={id}
          caption={t('caption', { day: asOf })}
          rows={page.nodes}
          columns={columns}
          rowKey={(row) => row.id}
          href={(row) => href({ to: '/items/$number', params: { number: row.number } })}
          total={page.totalCount}
          pageInfo={page.pageInfo}
          size={search.size ?? defaultSize}
          sort={search.orderBy && (search.descending === '1' ? `-${search.orderBy}` : search.orderBy)}
          onChange={(next) => patch(pagePatch(next))}
          pending={!data}
          {...exported}
          exportMore={canName && exported.exportHref && <NamedExport href={exported.exportHref} />}
          {...(canUrge
            ? {
                selection: {
                  keys,
                  onChange: setKeys,
                  actions: (
                    <Button
                      size="small"
                      type="primary"
                      onClick={() => {
                        setSlips([]);
                        setIsUrging(true);
                      }}
                    >
                      {t('urgeChosen', { count: keys.length })}
                    </Button>
                  ),
                },
              }
            : {})}
          empty={
            active.length > 0 ? (
              <EmptyState
                why={t('tables:emptyFiltered')}
                next={t('tables:emptyFilteredNext')}
                action={<Button onClick={clear}>{t('clearFilters')}</Button>}
              />
            ) : viewer.duties.length > 0 ? (
              <EmptyState why={t('emptyAdministrator')} next={t('emptyAdministratorNext')} />
            ) : (
              <EmptyState
                why={t('emptyAll')}
                next={t('emptyAllNext')}
                action={<Button href={href({ to: '/exchange' })}>{t('toImport')}</Button>}
              />
            )
          }
        />
      ) : (
        <Skeleton rows={defaultSize / 2} height={420} />
      )}
    </>
  );
}

/** `sort: '-DUE_ON'` → `orderBy=DUE_ON&descending=1`. */
export function pagePatch(patch: LedgerPatch): SearchRecord {
  if (!('sort' in patch)) return patch;
  const { sort, ...page } = patch;
  return { ...page, orderBy: sort?.replace(/^-/, ''), descending: sort?.startsWith('-') ? '1' : undefined };
}
