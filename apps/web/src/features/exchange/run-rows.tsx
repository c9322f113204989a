import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import type { LedgerPatch } from '../../ui/ledger/ledger-types.ts';
import { Pager } from '../../ui/ledger/pager.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './exchange.module.css';
import { type ImportRow, ImportRowsDocument } from './exchange-query.ts';

type RunRowsProps = {
  runId: string;
  verdict: ImportRow['verdict'] | undefined;
  page: { after?: string | undefined; before?: string | undefined; size?: number | undefined };
  onPage: (patch: LedgerPatch) => void;
};

/** The rows of the file with sheet, row, column and reason; an update tells what changes. */
export function RunRows({ runId, verdict, page, onPage }: RunRowsProps) {
  const { t } = useTranslation('exchange');
  const size = page.size ?? 20;
  const { data, previousData, error, refetch } = useQuery(ImportRowsDocument, {
    variables: {
      id: runId,
      verdict: verdict ?? null,
      ...(page.before ? { last: size, before: page.before } : { first: size, after: page.after ?? null }),
    },
  });
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  const rows = (data ?? previousData)?.importRun?.rows;
  if (!rows) return <Skeleton rows={8} />;
  if (rows.edges.length === 0) return <EmptyState why={t('noRows')} />;
  return (
    <div aria-busy={!data}>
      <p className={styles.faint}>{t('rowCount', { count: rows.totalCount })}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['sheet', 'row', 'number', 'title', 'verdict', 'reason'] as const).map((id) => (
                <th key={id} scope="col">
                  {t(`columns.${id}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.edges.map(({ node }) => (
              <tr key={`${node.sheet}/${node.row}`}>
                <td className={styles.word}>{node.sheet}</td>
                <td className={styles.figure}>{node.row}</td>
                <td className={styles.word}>{node.itemNumber ?? '—'}</td>
                <td>{node.title ?? '—'}</td>
                <td className={styles.word}>{t(`verdicts.${node.verdict}`)}</td>
                <td className={styles.reason}>
                  <Reasons row={node} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(rows.pageInfo.hasNextPage || rows.pageInfo.hasPreviousPage) && <Pager pageInfo={rows.pageInfo} size={size} onChange={onPage} />}
    </div>
  );
}

function Reasons({ row }: { row: ImportRow }) {
  const { t } = useTranslation('exchange');
  const english = useLanguage() === 'en';
  if (row.problems.length === 0 && row.changes.length === 0) return '—';
  return (
    <ul>
      {row.problems.map((problem) => (
        <li key={`${problem.column}/${problem.code}/${problem.message}`}>
          {problem.column && <strong>{t('columnOf', { column: problem.column })}</strong>}
          {english ? problem.messageEn : problem.message}
        </li>
      ))}
      {row.changes.map((change) => (
        <li key={change.column}>
          {t('change', { column: change.column, before: change.before ?? t('blank'), after: change.after ?? t('blank') })}
        </li>
      ))}
    </ul>
  );
}
