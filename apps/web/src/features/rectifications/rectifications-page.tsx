import { useQuery } from '@apollo/client/react';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CampaignCard } from './campaign-card.tsx';
import { OwedMonths } from './owed-months.tsx';
import styles from './rectifications.module.css';
import { RectificationsDocument } from './rectifications-query.ts';
import { useScope } from './scope.ts';

/** The five special rectifications (policy 2(4)3) side by side: stage, found and put right, what is open and overdue, who did not report. */
export function RectificationsPage() {
  const { t } = useTranslation(['rectifications', 'nav']);
  const search = useSearch({ from: '/frame/rectifications' });
  const { asOf } = useSession();
  const scope = useScope(search.scope);
  const { data, previousData, error, refetch } = useQuery(RectificationsDocument, {
    variables: { asOf: search.asOf ?? null, ...scope },
    fetchPolicy: 'cache-and-network',
  });
  const shown = data ?? previousData;
  return (
    <div className={styles.page}>
      <PageHead title={t('nav:rectifications')} subtitle={t('subtitle', { day: asOf })} />
      {error && !shown && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {!shown && !error && <Skeleton rows={8} height={420} />}
      {shown?.rectifications.length === 0 && <EmptyState why={t('none')} next={t('noneNext')} />}
      {shown && shown.rectifications.length > 0 && (
        <>
          <OwedMonths />
          <div className={styles.five}>
            {shown.rectifications.map((board) => (
              <CampaignCard key={board.code} board={board} total={shown.rectificationTotals.find(({ code }) => code === board.code)} />
            ))}
          </div>
          <p className={styles.note}>{t('definition')}</p>
        </>
      )}
    </div>
  );
}
