import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { FilterBar } from '../../ui/filters/filter-bar.tsx';
import { LedgerTable } from '../../ui/ledger/ledger-table.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { WordsDocument } from '../../ui/words-query.ts';
import styles from './openness.module.css';
import { useOpennessColumns } from './openness-columns.tsx';
import { OpennessDrawer } from './openness-drawer.tsx';
import type { OpennessOutcome } from './openness-form.tsx';
import { OpennessNotice } from './openness-notice.tsx';
import { type OpennessItem, OpennessWorksDocument } from './openness-query.ts';
import { opennessStages } from './stages.ts';

const route = getRouteApi('/frame/openness');
const defaultSize = 50;

/** 公开审核: works that wait to be set, that wait for their reviewer, and what is public; one or many at once. */
export function OpennessPage() {
  const { t } = useTranslation(['openness', 'terms', 'tables']);
  const english = useLanguage() === 'en';
  const { units, viewer, isPast } = useSession();
  const search = route.useSearch();
  const patch = useSearchPatch();
  const href = useHref();
  const [known, setKnown] = useState<ReadonlyMap<string, OpennessItem>>(new Map());
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<readonly OpennessItem[] | null>(null);
  const [outcome, setOutcome] = useState<OpennessOutcome | null>(null);
  const isLeader = viewer.desks.includes('APPROVAL');
  const stage = search.stage ?? (isLeader ? 'WAITING' : 'UNSET');
  const filter = { units: search.units ?? null, programmes: search.programmes ?? null, text: search.q ?? null };
  const size = search.size ?? defaultSize;
  const { data, previousData, error, refetch } = useQuery(OpennessWorksDocument, {
    variables: {
      filter: { ...filter, stages: stage === 'ALL' ? null : [stage] },
      first: size,
      after: search.after ?? null,
      before: search.before ?? null,
    },
    fetchPolicy: 'cache-and-network',
  });
  const { data: words } = useQuery(WordsDocument);
  const columns = useOpennessColumns((item) => setOpened([item]));
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  const page = (data ?? previousData)?.opennessWorks;
  const count = (of: string) => page?.counts.find((one) => one.stage === of)?.count ?? 0;
  const programmes = (words?.terms ?? []).filter(({ dictionary }) => dictionary === 'livelihood-programme');
  const go = (changes: Record<string, unknown>, options?: { replace?: boolean }) => {
    setKeys([]);
    patch({ ...changes, after: undefined, before: undefined }, options);
  };
  const choose = (next: string[]) => {
    setKeys(next);
    setKnown(new Map([...known, ...(page?.nodes ?? []).map(({ item }): [string, OpennessItem] => [item.id, item])]));
  };
  const chosen = keys.flatMap((key) => known.get(key) ?? []);
  return (
    <>
      <PageHead title={t('title')} subtitle={t('subtitle')} />
      {page && (
        <div className={styles.stages}>
          <Segmented
            value={stage}
            aria-label={t('stage')}
            onChange={(next) => go({ stage: next })}
            options={[
              ...opennessStages.map((one) => ({ value: one, label: t('stageCount', { stage: t(`stages.${one}`), count: count(one) }) })),
              { value: 'ALL' as const, label: t('stages.ALL') },
            ]}
          />
        </div>
      )}
      <FilterBar
        fields={[
          { kind: 'text', id: 'q', label: t('search') },
          {
            kind: 'some',
            id: 'programmes',
            label: t('columns.programme'),
            options: programmes.map(({ code, name, nameEn }) => ({ value: code, label: english ? nameEn : name })),
          },
          {
            kind: 'some',
            id: 'units',
            label: t('terms:leadUnit'),
            options: units.map(({ id, shortName }) => ({ value: id, label: shortName })),
          },
        ]}
        values={search}
        onChange={go}
      />
      {outcome && <OpennessNotice outcome={outcome} />}
      {page ? (
        <LedgerTable
          id="openness"
          caption={t('title')}
          rows={page.nodes}
          columns={columns}
          rowKey={({ item }) => item.id}
          href={({ item }) => href({ to: '/items/$number', params: { number: item.number } })}
          total={page.totalCount}
          pageInfo={page.pageInfo}
          size={size}
          onChange={patch}
          pending={!data}
          {...(isPast
            ? {}
            : {
                selection: {
                  keys,
                  onChange: choose,
                  actions: (
                    <Button size="small" type="primary" onClick={() => setOpened(chosen)}>
                      {t('handle', { count: keys.length })}
                    </Button>
                  ),
                },
              })}
          empty={<EmptyState why={t(`empty.${stage}`)} next={t('emptyNext')} />}
        />
      ) : (
        <Skeleton rows={10} height={420} />
      )}
      {opened && opened.length > 0 && (
        <OpennessDrawer
          items={opened}
          isPast={isPast}
          onClose={() => setOpened(null)}
          onDone={(next) => {
            setOutcome(next);
            setOpened(null);
            // What was refused stays chosen.
            setKeys(keys.filter((key) => !next.done.includes(key)));
            void refetch();
          }}
        />
      )}
    </>
  );
}
