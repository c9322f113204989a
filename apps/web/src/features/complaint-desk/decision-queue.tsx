import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import queue from '../../ui/queue/queue.module.css';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import styles from './complaint-desk.module.css';
import { DecisionPane } from './decision-pane.tsx';
import { ComplaintQueueDocument, type QueuedComplaint, queueFilters, queueSize } from './desk-query.ts';
import { QueueList } from './queue-list.tsx';

type DecisionQueueProps = { at: string | undefined; due: 'TODAY' | 'LATE' | undefined };

/** What waits for the decision: how many, how many are due today and late, the list, and one of them to decide on. */
export function DecisionQueue({ at: chosenId, due }: DecisionQueueProps) {
  const { t } = useTranslation('complaint-desk');
  const { campaign } = useSession();
  const patch = useSearchPatch();
  const href = useHref();
  const [decided, setDecided] = useState<string | null>(null);
  const place = useRef(0);
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (decided) notice.current?.focus({ preventScroll: true });
  }, [decided]);
  const filters = queueFilters(campaign.today);
  const filter = due === 'TODAY' ? filters.today : due === 'LATE' ? filters.late : filters.waiting;
  const { data, error, refetch } = useQuery(ComplaintQueueDocument, {
    variables: { ...filters, filter, first: queueSize },
    fetchPolicy: 'cache-and-network',
  });
  const rows = (data?.items.nodes ?? []).filter((row): row is QueuedComplaint => row.__typename === 'ComplaintItem');
  // What was chosen may be decided on meanwhile: the next one comes up in its place.
  const found = rows.findIndex(({ id }) => id === chosenId);
  const at = found >= 0 ? found : Math.max(0, Math.min(place.current, rows.length - 1));
  useEffect(() => {
    if (found >= 0) place.current = found;
  }, [found]);
  const chosen = rows[at];
  const go = (step: number) => {
    const next = rows[at + step];
    if (next) patch({ at: next.id }, { replace: true });
  };
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  if (!data) return <Skeleton rows={10} height={480} />;
  const counts = [
    { id: undefined, count: data.waiting.totalCount, word: t('counts.waiting') },
    { id: 'TODAY', count: data.today.totalCount, word: t('counts.today') },
    { id: 'LATE', count: data.late.totalCount, word: t('counts.late') },
  ] as const;
  return (
    <>
      <fieldset className={`${styles.counts} no-print`}>
        <legend className="visually-hidden">{t('counts.legend')}</legend>
        {counts.map(({ id, count, word }) => (
          <button
            key={word}
            type="button"
            className={styles.count}
            aria-pressed={due === id}
            onClick={() => patch({ due: id, at: undefined })}
          >
            <span className={styles.countWord}>{word}</span>
            <span className={styles.figure}>{count}</span>
          </button>
        ))}
      </fieldset>
      {decided && (
        <p ref={notice} tabIndex={-1} role="status" className={styles.decided}>
          {t('decided')} <a href={href({ to: '/items/$number', params: { number: decided } })}>{decided}</a>
        </p>
      )}
      {!chosen && <EmptyState why={t(due ? 'emptyDue' : 'empty')} next={t('emptyNext')} />}
      {chosen && (
        <div className={queue.columns}>
          <QueueList rows={rows} total={data.items.totalCount} chosen={chosen.id} onChoose={(id) => patch({ at: id }, { replace: true })} />
          <DecisionPane
            key={chosen.id}
            id={chosen.id}
            title={chosen.title}
            place={{ at: at + 1, of: rows.length }}
            onPrevious={at > 0 ? () => go(-1) : undefined}
            onNext={at < rows.length - 1 ? () => go(1) : undefined}
            onDecided={async () => {
              const { data: after } = await refetch();
              if (!after?.items.nodes.some(({ id }) => id === chosen.id)) setDecided(chosen.number);
            }}
          />
        </div>
      )}
    </>
  );
}
