import { Button } from 'antd';
import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { timeInCity } from '../../ui/time-in-city.ts';
import { useHref } from '../../ui/use-href.ts';
import type { VisitEntryWords } from './entry-query.ts';
import { changeSubmitted, onSubmittedChange, readSubmitted, type Submitted, submittedText } from './kept-visits.ts';
import styles from './visits.module.css';

/** What this person submitted on this device, as it changes. */
export function useSubmitted(userId: string): Submitted[] {
  const text = useSyncExternalStore(onSubmittedChange, () => submittedText(userId));
  return useMemo(() => readSubmitted(userId), [userId, text]);
}

type WaitingVisitsProps = {
  userId: string;
  list: readonly Submitted[];
  leaders: VisitEntryWords['visitingLeaders'];
  /** The form holds something else that is not submitted yet. */
  isFormTaken: boolean;
  onTakeBack: (visit: Submitted) => void;
  onSendNow: () => void;
};

/** Visits submitted on this device: waiting for the network, refused, or sent, with what can be done now. */
export function WaitingVisits({ userId, list, leaders, isFormTaken, onTakeBack, onSendNow }: WaitingVisitsProps) {
  const { t } = useTranslation('visits');
  const english = useLanguage() === 'en';
  const href = useHref();
  if (list.length === 0) return null;
  const nameOf = ({ values }: Submitted) => {
    const leader = leaders.find(({ postId }) => postId === values.postId);
    return t('waiting.name', { leader: leader ? (english ? leader.titleEn : leader.title) : values.postId, day: values.visitedOn });
  };
  return (
    <section className={styles.waiting} aria-label={t('waiting.title')}>
      <h2>{t('waiting.title')}</h2>
      <ul>
        {list.map((visit) => (
          <li key={visit.requestId}>
            <span>
              {nameOf(visit)} <span className={styles.faint}>{timeInCity(visit.at)}</span>
            </span>
            <span role="status">{t(`waiting.${visit.state}`, { number: visit.number ?? '' })}</span>
            {visit.state === 'WAITING' && (
              <Button size="small" onClick={onSendNow}>
                {t('waiting.now')}
              </Button>
            )}
            {visit.state === 'REFUSED' && (
              <Button
                size="small"
                type="primary"
                disabled={isFormTaken}
                title={isFormTaken ? t('waiting.taken') : ''}
                onClick={() => onTakeBack(visit)}
              >
                {t('waiting.takeBack')}
              </Button>
            )}
            {visit.state === 'SENT' && (
              <span className={styles.buttons}>
                {visit.number && <a href={href({ to: '/visits/$number', params: { number: visit.number } })}>{t('waiting.see')}</a>}
                <Button size="small" onClick={() => changeSubmitted(userId, visit.requestId, null)}>
                  {t('waiting.dismiss')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
