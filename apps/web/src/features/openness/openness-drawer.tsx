import { Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { phone, useMediaQuery } from '../../ui/use-media-query.ts';
import styles from './openness.module.css';
import { type OpennessAct, OpennessForm, type OpennessOutcome } from './openness-form.tsx';
import type { OpennessItem } from './openness-query.ts';
import { useOpennessWords } from './openness-words.ts';
import { PublicPreview } from './public-preview.tsx';

type OpennessDrawerProps = {
  items: readonly OpennessItem[];
  /** Nothing is done on a past day. */
  isPast: boolean;
  onClose: () => void;
  onDone: (outcome: OpennessOutcome) => void;
};

/** One work as the public will see it, or the titles of many, and the form of what the viewer may do with them. */
export function OpennessDrawer({ items, isPast, onClose, onDone }: OpennessDrawerProps) {
  const { t } = useTranslation('openness');
  const stands = useOpennessWords();
  const narrow = useMediaQuery(phone);
  const reviewable = items.filter(({ viewerCanReviewOpenness }) => viewerCanReviewOpenness);
  const settable = items.filter(({ viewerCanSetOpenness }) => viewerCanSetOpenness);
  const acts: OpennessAct[] = isPast
    ? []
    : [...(reviewable.length > 0 ? ['REVIEW' as const] : []), ...(settable.length > 0 ? ['SET' as const] : [])];
  const [chosen, setChosen] = useState<OpennessAct | null>(null);
  const act = chosen ?? acts[0];
  const concerned = act === 'REVIEW' ? reviewable : settable;
  const [first] = items;
  const isOne = items.length === 1;
  return (
    <Drawer open onClose={onClose} title={isOne ? first?.number : t('many', { count: items.length })} size={narrow ? '100%' : 520}>
      {isOne && first ? (
        <>
          <PublicPreview item={first} />
          <p className={styles.stands}>{stands(first)}</p>
          {first.openness?.reason && <p className={styles.faint}>{t('because', { reason: first.openness.reason })}</p>}
        </>
      ) : (
        <ul className={styles.many}>
          {items.map((item) => (
            <li key={item.id}>
              <span className={styles.number}>{item.number}</span> {item.title}
              {item.__typename === 'LivelihoodWorkItem' && item.work?.promise && <div>{item.work.promise}</div>}
              <div className={styles.faint}>{stands(item)}</div>
            </li>
          ))}
        </ul>
      )}
      {acts.length > 1 && act && (
        <Segmented
          value={act}
          onChange={setChosen}
          options={acts.map((one) => ({ value: one, label: t(`acts.${one}`) }))}
          aria-label={t('acts.choose')}
        />
      )}
      {act && concerned.length < items.length && (
        <p className={styles.notice}>{t('leftOut', { count: items.length - concerned.length })}</p>
      )}
      {act ? (
        <OpennessForm key={act} act={act} items={concerned} onDone={onDone} />
      ) : (
        <p className={styles.notice}>{t(isPast ? 'pastDay' : 'nothingToDo')}</p>
      )}
    </Drawer>
  );
}
