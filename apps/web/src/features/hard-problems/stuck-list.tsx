import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './morning.module.css';
import { MorningList } from './morning-list.tsx';
import type { Stuck } from './morning-query.ts';

/** What stands still in the viewer's charge: on whom, since when, after which act; the longest first. */
export function StuckList({ parts }: { parts: readonly Stuck[] }) {
  const { t } = useTranslation(['hard-problems', 'item']);
  if (parts.length === 0) return <EmptyState why={t('morning.nothingStuck')} />;
  return (
    <MorningList
      total={parts[0]?.total ?? 0}
      lines={parts.map(({ partId, number, title, unitName, on, since, stillWorkingDays, lastAction, lastActor }) => ({
        id: partId,
        number,
        title,
        told: (
          <>
            <span className={styles.on}>{t(`morning.on.${on}`, { unit: unitName })}</span>{' '}
            {t('morning.still', { since, count: stillWorkingDays })}
            {lastAction && t('morning.lastAct', { actor: lastActor ?? '', deed: t(`item:story.actions.${lastAction}`, { state: '' }) })}
          </>
        ),
      }))}
    />
  );
}
