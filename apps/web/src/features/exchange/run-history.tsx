import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './exchange.module.css';
import { ImportRunsDocument, type PastRun } from './exchange-query.ts';

const pageSize = 10;

/** What was uploaded before, by whom, and how it ended. */
export function RunHistory({ onOpen }: { onOpen: (runId: string) => void }) {
  const { t } = useTranslation('exchange');
  const { data, error, refetch, fetchMore, loading } = useQuery(ImportRunsDocument, {
    variables: { first: pageSize },
    fetchPolicy: 'cache-and-network',
  });
  const more = async (after: string) => {
    await fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult }) => ({
        importRuns: { ...fetchMoreResult.importRuns, edges: [...before.importRuns.edges, ...fetchMoreResult.importRuns.edges] },
      }),
    });
  };
  const runs = data?.importRuns;
  return (
    <Panel id="history" title={t('history')} chart={false}>
      {error && !runs && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {!runs && !error && <Skeleton rows={4} />}
      {runs?.edges.length === 0 && <EmptyState why={t('noHistory')} next={t('noHistoryNext')} />}
      {runs && runs.edges.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {(['when', 'register', 'file', 'who', 'state', 'result'] as const).map((id) => (
                  <th key={id} scope="col">
                    {t(`historyColumns.${id}`)}
                  </th>
                ))}
                <th aria-label={t('openRun')} />
              </tr>
            </thead>
            <tbody>
              {runs.edges.map(({ node }) => (
                <HistoryRow key={node.id} run={node} onOpen={onOpen} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {runs?.pageInfo.hasNextPage && runs.pageInfo.endCursor && (
        <Button size="small" type="link" loading={loading} onClick={() => void more(runs.pageInfo.endCursor ?? '')}>
          {t('moreHistory')}
        </Button>
      )}
    </Panel>
  );
}

function HistoryRow({ run, onOpen }: { run: PastRun; onOpen: (runId: string) => void }) {
  const { t } = useTranslation('exchange');
  const isDiscarded = run.failure?.code === 'DISCARDED';
  return (
    <tr>
      <td>
        <time dateTime={run.createdAt}>{new Date(run.createdAt).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' })}</time>
      </td>
      <td>{t(`registers.${run.kind}`)}</td>
      <td>{run.fileName}</td>
      <td>{run.actorTitle}</td>
      <td>{isDiscarded ? t('states.DISCARDED') : t(`states.${run.state}`)}</td>
      <td>
        {run.totalRows > 0 &&
          t('result', { created: run.createCount, updated: run.updateCount, unchanged: run.unchangedCount, refused: run.refuseCount })}
      </td>
      <td>
        <Button size="small" type="link" onClick={() => onOpen(run.id)} aria-label={t('openRunOf', { file: run.fileName })}>
          {t('openRun')}
        </Button>
      </td>
    </tr>
  );
}
