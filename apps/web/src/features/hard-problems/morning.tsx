import { skipToken, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { timeInCity } from '../../ui/time-in-city.ts';
import styles from './morning.module.css';
import { decisionNeeds, linesListed, MorningDocument } from './morning-query.ts';
import { Moved } from './moved.tsx';
import { StuckList } from './stuck-list.tsx';
import { useLastLook } from './use-last-look.ts';
import { WaitingForMe } from './waiting-for-me.tsx';

/** A vice mayor's morning, of today alone: what moved since the last visit, what waits for a decision, what is stuck and on whom. */
export function Morning() {
  const { t } = useTranslation('hard-problems');
  const { campaign } = useSession();
  const last = useLastLook(campaign.today);
  const { data, previousData, error, refetch } = useQuery(
    MorningDocument,
    last ? { variables: { since: last.since, listed: linesListed }, fetchPolicy: 'cache-and-network' } : skipToken,
  );
  const shown = data ?? previousData;
  if (error && !shown) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  if (!shown || !last) return <Skeleton height={264} />;
  const { movements, myWork, myWorkCounts, stuckParts } = shown;
  const counts = decisionNeeds.map((need) => {
    const { count = 0, late = 0 } = myWorkCounts.find((one) => one.need === need) ?? {};
    return { need, count, late };
  });
  const waiting = myWorkCounts.find(({ need }) => need === null)?.count ?? 0;
  const moved = movements[0]?.total ?? 0;
  return (
    <section className={styles.morning} aria-label={t('morning.title')}>
      <Panel
        id="moved"
        title={t(last.previousAt ? 'morning.moved' : 'morning.movedAtFirst', { count: moved })}
        chart={false}
        extra={<span className={styles.aside}>{last.previousAt && t('morning.lastLook', { at: timeInCity(last.previousAt) })}</span>}
      >
        <Moved movements={movements} isFirst={!last.previousAt} />
      </Panel>
      <Panel id="waiting" title={t('morning.waiting', { count: waiting })} chart={false}>
        <WaitingForMe works={myWork} counts={counts} total={waiting} />
      </Panel>
      <Panel
        id="stuck"
        title={t('morning.stuck', { count: stuckParts[0]?.total ?? 0 })}
        chart={false}
        extra={<span className={styles.aside}>{t('morning.stuckNote')}</span>}
      >
        <StuckList parts={stuckParts} />
      </Panel>
    </section>
  );
}
