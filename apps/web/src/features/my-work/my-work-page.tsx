import { useQuery } from '@apollo/client/react';
import type { WorkNeed } from '@duban/rules/vocabulary';
import { getRouteApi } from '@tanstack/react-router';
import { Button, DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { LedgerTable } from '../../ui/ledger/ledger-table.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { OwedMonths } from '../rectifications/owed-months.tsx';
import { BulkOutcome } from './bulk-outcome.tsx';
import styles from './my-work.module.css';
import { defaultSize, MyWorkDocument, type WorkRow, workVariables } from './my-work-query.ts';
import { NeedTabs } from './need-tabs.tsx';
import { StandingStill } from './standing-still.tsx';
import { bulkNeeds, useBulkActs } from './use-bulk-acts.ts';
import { useWorkColumns } from './work-columns.tsx';

const route = getRouteApi('/frame/my-work');

/** What waits on the person: what bites first comes first; one kind alone can be done in one go. */
export function MyWorkPage() {
  const { t } = useTranslation('my-work');
  const search = route.useSearch();
  const { viewer, campaign, isPast } = useSession();
  const { data, previousData, error, refetch } = useQuery(MyWorkDocument, {
    variables: workVariables(search),
    fetchPolicy: 'cache-and-network',
  });
  const patch = useSearchPatch();
  const subtitle = t('subtitle', { unit: viewer.unit.name, day: campaign.today });
  const shown = data ?? previousData;
  return (
    <div className={styles.page}>
      <PageHead title={t('title')} subtitle={subtitle} actions={<Doors />} />
      {isPast && <p className={styles.notice}>{t('past')}</p>}
      {error && !shown && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {!shown && !error && <Skeleton rows={12} height={480} />}
      {shown && (
        <>
          <NeedTabs
            counts={shown.myWorkCounts}
            chosen={search.need?.[0]}
            onChoose={(need) => patch({ need, after: undefined, before: undefined })}
          />
          {!search.need?.length && <OwedMonths />}
          <Panel
            id="work"
            title={search.need?.[0] ? t(`needs.${search.need[0]}`) : t('all')}
            note={search.need?.[0] ? t(`notes.${search.need[0]}`) : t('note')}
            chart={false}
          >
            <WorkList key={search.need?.[0] ?? 'all'} rows={shown.myWork} counts={shown.myWorkCounts} pending={!data} refetch={refetch} />
          </Panel>
          {viewer.desks.includes('SUPERVISION') && !search.need?.length && <StandingStill />}
        </>
      )}
    </div>
  );
}

/** Where the work of a role is done many at a time. */
function Doors() {
  const { t } = useTranslation('my-work');
  const { viewer } = useSession();
  const href = useHref();
  const isUnit = viewer.desks.includes('REPORTING');
  const reviews = viewer.desks.includes('SIGNING');
  return (
    <>
      {reviews && <Button href={href({ to: '/review' })}>{t('review')}</Button>}
      {viewer.desks.includes('SUPERVISION') && (
        <>
          <Button href={href({ to: '/urgings' })}>{t('urgings')}</Button>
          <Button href={href({ to: '/new-tasks' })}>{t('newTasks')}</Button>
        </>
      )}
      {isUnit && (
        <Button type="primary" href={href({ to: '/monthly-report' })}>
          {t('monthly')}
        </Button>
      )}
    </>
  );
}

type WorkListProps = {
  rows: readonly WorkRow[];
  counts: readonly { need: WorkNeed | null; count: number }[];
  pending: boolean;
  refetch: () => Promise<unknown>;
};

function WorkList({ rows, counts, pending, refetch }: WorkListProps) {
  const { t } = useTranslation('my-work');
  const search = route.useSearch();
  const patch = useSearchPatch();
  const href = useHref();
  const { isPast, viewer } = useSession();
  const columns = useWorkColumns();
  const [keys, setKeys] = useState<string[]>([]);
  const [dueOn, setDueOn] = useState<Dayjs | null>(null);
  const need = search.need?.[0];
  const bulk = useBulkActs(refetch);
  const { skip, first } = workVariables(search);
  const total = counts.find((each) => each.need === (need ?? null))?.count ?? 0;
  const chosen = rows.filter(({ id }) => keys.includes(id));
  const canBulk = need !== undefined && bulkNeeds.includes(need) && !isPast;
  const run = async () => {
    if (!need) return;
    const results = await bulk.run(need, chosen, dueOn?.format('YYYY-MM-DD') ?? null);
    // What was refused stays chosen, so that nothing has to be looked for again.
    if (results) setKeys(chosen.filter(({ item }) => results.some(({ itemId, done }) => itemId === item.id && !done)).map(({ id }) => id));
  };
  return (
    <>
      {bulk.outcome && <BulkOutcome outcome={bulk.outcome} onClose={bulk.clear} />}
      <LedgerTable
        id="my-work"
        caption={t('caption')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => href({ to: '/items/$number', params: { number: row.item.number } })}
        total={total}
        size={search.size ?? defaultSize}
        pageInfo={{
          hasPreviousPage: skip > 0,
          hasNextPage: skip + rows.length < total,
          startCursor: String(skip),
          endCursor: String(skip + first),
        }}
        onChange={({ after, before, size }) => patch({ after, before, ...(size ? { size } : {}) })}
        pending={pending}
        {...(canBulk
          ? {
              selection: {
                keys,
                onChange: setKeys,
                actions: (
                  <>
                    {need === 'ASSIGN' && (
                      <DatePicker
                        size="small"
                        value={dueOn}
                        onChange={setDueOn}
                        placeholder={t('dueOn')}
                        aria-label={t('dueOn')}
                        minDate={dayjs()}
                      />
                    )}
                    <Button
                      size="small"
                      type="primary"
                      loading={bulk.running}
                      disabled={need === 'ASSIGN' && !dueOn}
                      onClick={() => void run()}
                    >
                      {t(`bulk.${need}` as 'bulk.SIGN_IN', { count: chosen.length })}
                    </Button>
                  </>
                ),
              },
            }
          : {})}
        empty={
          viewer.duties.length > 0 ? (
            <EmptyState why={t('emptyAdministrator')} />
          ) : (
            <EmptyState
              why={need ? t('emptyNeed') : t('empty')}
              next={t('emptyNext')}
              action={<Button href={href({ to: '/' })}>{t('toCockpit')}</Button>}
            />
          )
        }
      />
    </>
  );
}
