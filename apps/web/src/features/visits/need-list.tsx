import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LightMark } from '../../ui/light-mark.tsx';
import { useSession } from '../../ui/session.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { useHref } from '../../ui/use-href.ts';
import { AnswerNeed, RaiseNeed } from './need-acts.tsx';
import { OutcomeMark } from './outcome-mark.tsx';
import styles from './visits.module.css';
import type { VisitDetail } from './visits-query.ts';

/** The needs of a visit, each with what became of it and what may be done about it now. */
export function NeedList({ visit, refresh }: { visit: VisitDetail; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation('visits');
  const { isPast } = useSession();
  const href = useHref();
  const [open, setOpen] = useState<{ needId: string; act: 'raise' | 'answer' } | null>(null);
  if (visit.needs.length === 0) return <EmptyState why={t('page.noNeeds')} />;
  return (
    <ol className={styles.needs}>
      {visit.needs.map((need) => {
        const isOpen = need.outcome === 'WAITING' && !isPast;
        const acts = {
          raise: isOpen && visit.viewerCanRaise,
          answer: isOpen && visit.answerableNeeds.includes(need.id),
        };
        const shown = open?.needId === need.id && acts[open.act] ? open.act : null;
        const close = () => setOpen(null);
        return (
          <li key={need.id}>
            <p>{need.text}</p>
            <div className={styles.became}>
              <OutcomeMark outcome={need.outcome} />
              {need.unitName && <span>{t('page.charged', { unit: need.unitName })}</span>}
              {need.dueOn && <span>{t('page.dueOn', { day: need.dueOn })}</span>}
              {need.itemNumber && (
                <span>
                  {need.item ? (
                    <a href={href({ to: '/items/$number', params: { number: need.item.number } })}>{need.itemNumber}</a>
                  ) : (
                    need.itemNumber
                  )}
                </span>
              )}
              {need.item?.standing && <StateTag state={need.item.standing.state} kind={need.item.kind} />}
              {need.item?.standing?.light && <LightMark light={need.item.standing.light} />}
            </div>
            {need.answer && <p className={styles.faint}>{t('page.answered', { day: need.answeredOn, answer: need.answer })}</p>}
            {(acts.raise || acts.answer) && !shown && (
              <div className={styles.buttons}>
                {acts.answer && (
                  <Button size="small" onClick={() => setOpen({ needId: need.id, act: 'answer' })}>
                    {t('acts.answer')}
                  </Button>
                )}
                {acts.raise && (
                  <Button size="small" type="primary" onClick={() => setOpen({ needId: need.id, act: 'raise' })}>
                    {t('acts.raise')}
                  </Button>
                )}
              </div>
            )}
            {shown === 'raise' && <RaiseNeed visit={visit} need={need} refresh={refresh} onClose={close} />}
            {shown === 'answer' && <AnswerNeed visit={visit} need={need} refresh={refresh} onClose={close} />}
          </li>
        );
      })}
    </ol>
  );
}
