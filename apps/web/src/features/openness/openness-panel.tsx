import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { dayInCity } from '../../ui/time-in-city.ts';
import styles from './openness.module.css';
import { OpennessDrawer } from './openness-drawer.tsx';
import type { OpennessOutcome } from './openness-form.tsx';
import { OpennessOfItemDocument } from './openness-query.ts';
import { useOpennessWords } from './openness-words.ts';

/** 公开属性 on the page of a livelihood work: how it stands, by whom, and the act that is open to the viewer. */
export function OpennessPanel({ itemId }: { itemId: string }) {
  const { t } = useTranslation('openness');
  const { isPast } = useSession();
  const client = useApolloClient();
  const stands = useOpennessWords();
  const [isOpen, setIsOpen] = useState(false);
  const [outcome, setOutcome] = useState<OpennessOutcome | null>(null);
  const notice = useRef<HTMLParagraphElement>(null);
  const { data, error, refetch } = useQuery(OpennessOfItemDocument, { variables: { id: itemId }, fetchPolicy: 'cache-and-network' });
  useEffect(() => {
    if (outcome) notice.current?.focus({ preventScroll: true });
  }, [outcome]);
  const item = data?.item;
  const state = item?.openness;
  const canAct = !isPast && (item?.viewerCanSetOpenness || item?.viewerCanReviewOpenness);
  const label = item?.viewerCanReviewOpenness ? t('acts.REVIEW') : canAct ? t('acts.SET') : t('preview.open');
  return (
    <Panel
      id="openness"
      title={t('openness')}
      chart={false}
      extra={
        item && (
          <Button size="small" onClick={() => setIsOpen(true)}>
            {label}
          </Button>
        )
      }
    >
      {error && !item && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {!item && !error && <Skeleton rows={2} />}
      {item && <p>{stands(item)}</p>}
      {state && (
        <>
          <p className={styles.faint}>{t('setBy', { post: state.setBy, day: dayInCity(state.setAt) })}</p>
          {state.reviewedBy && state.reviewedAt && (
            <p className={styles.faint}>{t('reviewedBy', { post: state.reviewedBy, day: dayInCity(state.reviewedAt) })}</p>
          )}
          {state.reason && <p className={styles.faint}>{t('because', { reason: state.reason })}</p>}
        </>
      )}
      {outcome && (
        <p ref={notice} tabIndex={-1} role="status" className={styles.done}>
          {outcome.refused[0]?.message ?? t('done', { count: 1 })}
        </p>
      )}
      {isOpen && item && (
        <OpennessDrawer
          items={[item]}
          isPast={isPast}
          onClose={() => setIsOpen(false)}
          onDone={(next) => {
            setOutcome(next);
            setIsOpen(false);
            void client.refetchQueries({ include: 'active' });
          }}
        />
      )}
    </Panel>
  );
}
