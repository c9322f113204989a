import { useTranslation } from 'react-i18next';
import { DayText } from '../../ui/day-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useHref } from '../../ui/use-href.ts';
import styles from './morning.module.css';
import { MorningList } from './morning-list.tsx';
import type { Waiting, WaitingCount } from './morning-query.ts';

/** What waits for the viewer's decision: how much of each kind, then what bites first. */
export function WaitingForMe({ works, counts, total }: { works: readonly Waiting[]; counts: readonly WaitingCount[]; total: number }) {
  const { t } = useTranslation(['hard-problems', 'my-work']);
  const href = useHref();
  if (total === 0) return <EmptyState why={t('morning.nothingWaits')} />;
  return (
    <>
      <ul className={styles.kinds}>
        {counts.map(({ need, count, late }) => (
          <li key={need}>
            {count > 0 ? (
              <a href={href({ to: '/my-work', search: { need: [need] } })}>
                {t('morning.kind', { kind: t(`my-work:needs.${need}`), count })}
                {late > 0 && <span className={styles.late}>{t('morning.late', { count: late })}</span>}
              </a>
            ) : (
              t('morning.kind', { kind: t(`my-work:needs.${need}`), count })
            )}
          </li>
        ))}
      </ul>
      <MorningList
        total={total}
        lines={works.map(({ id, need, bitesOn, remainingWorkingDays, item, part }) => ({
          id,
          number: item.number,
          title: item.title,
          verb: t(`my-work:verbs.${need}`),
          told: (
            <>
              {(part?.unit ?? item.leadUnit).shortName} <DayText day={bitesOn} remainingWorkingDays={remainingWorkingDays} />
            </>
          ),
        }))}
      />
    </>
  );
}
