import { useTranslation } from 'react-i18next';
import { useSession } from '../../ui/session.ts';
import { LadderMark } from '../../ui/urging/ladder-mark.tsx';
import { useHref } from '../../ui/use-href.ts';
import styles from './item.module.css';
import type { ItemDetail } from './item-query.ts';

/** Slips given on the item until the day that is shown, the newest first: the unit, the day, and whether it answered by that day. */
export function Urgings({ item }: { item: ItemDetail }) {
  const { t } = useTranslation(['urging', 'item']);
  const { asOf } = useSession();
  const href = useHref();
  const slips = item.urgings.filter(({ on }) => on <= asOf);
  if (slips.length === 0) return null;
  return (
    <>
      <h3 className={styles.urgings}>{t('item:urgings', { count: slips.length })}</h3>
      <ul className={styles.list}>
        {slips.map(({ id, number, rung, on, unitName, answerDueOn, answeredOn }) => (
          <li key={id}>
            <div className={styles.part}>
              <a href={href({ to: '/urgings/$number', params: { number } })}>{number}</a>
              <LadderMark rung={rung} />
            </div>
            <div className={styles.faint}>
              {[
                unitName,
                on,
                answeredOn && answeredOn <= asOf
                  ? t('answeredOn', { day: answeredOn })
                  : answerDueOn
                    ? t('dueAnswer', { day: answerDueOn })
                    : t('unanswered'),
              ].join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
