import { useTranslation } from 'react-i18next';
import { Ageing } from '../../charts/ageing.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './style-problems.module.css';
import type { WriteOffTime as Time } from './style-query.ts';

/** How long it took from the day found to 销号: the median in words, the spread as columns. */
export function WriteOffTime({ time }: { time: Time }) {
  const { t } = useTranslation(['style-problems', 'terms']);
  const href = useHref();
  if (time.medianWorkingDays === null) return <EmptyState why={t('writeOff.none')} />;
  return (
    <>
      <p className={styles.median}>
        <strong>{t('writeOff.days', { days: time.medianWorkingDays })}</strong> {t('writeOff.median')}
        <span>
          {t('writeOff.ninetieth', { days: time.ninetiethWorkingDays ?? 0 })}
          {' · '}
          <a href={href({ to: '/items', search: ledgerSearch({ kinds: ['STYLE_PROBLEM'], states: ['WRITTEN_OFF'] }) })}>
            {t('writeOff.all', { count: time.count })}
          </a>
        </span>
      </p>
      <Ageing
        label={t('writeOff.title')}
        points={time.buckets.map(({ from, to, count }) => ({
          id: String(from),
          label: to === null ? t('writeOff.more', { from }) : t('writeOff.range', { from, to }),
          value: count,
        }))}
        unit={t('items')}
        rowTitle={t('writeOff.workingDays')}
      />
    </>
  );
}
