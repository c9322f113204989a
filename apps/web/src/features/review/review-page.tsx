import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import queue from '../../ui/queue/queue.module.css';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { Queue } from './queue.tsx';
import styles from './review.module.css';
import { ReviewPane } from './review-pane.tsx';
import { type QueueRow, queueSize, ReviewQueueDocument } from './review-query.ts';

/** What of one's work is a report to weigh; the server leaves out what isn't the person's. */
const needs = ['SIGN_OFF', 'REVIEW', 'JUDGE'] as const;

const route = getRouteApi('/frame/review');

/** The review queue: the reports on the left, what bites first coming first; on the right one of them beside what was promised. */
export function ReviewPage() {
  const { t } = useTranslation('review');
  const search = route.useSearch();
  const patch = useSearchPatch();
  const { data, error, refetch } = useQuery(ReviewQueueDocument, {
    variables: { needs: [...needs], first: queueSize },
    fetchPolicy: 'cache-and-network',
  });
  const rows: readonly QueueRow[] = data?.myWork ?? [];
  const total = data?.myWorkCounts[0]?.count ?? 0;
  // What was chosen may be done meanwhile: the next one comes up in its place.
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === search.at),
  );
  const chosen = rows[at];
  const go = (step: number) => {
    const next = rows[at + step];
    if (next) patch({ at: next.id }, { replace: true });
  };
  return (
    <div className={styles.page}>
      <PageHead title={t('title')} subtitle={t('subtitle', { count: total })} />
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {!data && !error && <Skeleton rows={10} height={480} />}
      {data && rows.length === 0 && <EmptyState why={t('empty')} next={t('emptyNext')} />}
      {chosen && (
        <div className={queue.columns}>
          <Queue rows={rows} total={total} chosen={chosen.id} onChoose={(id) => patch({ at: id }, { replace: true })} />
          <ReviewPane
            key={chosen.id}
            row={chosen}
            place={{ at: at + 1, of: rows.length }}
            onPrevious={at > 0 ? () => go(-1) : undefined}
            onNext={at < rows.length - 1 ? () => go(1) : undefined}
            onActed={() => void refetch()}
          />
        </div>
      )}
    </div>
  );
}
