import { useTranslation } from 'react-i18next';
import { DayText } from '../../ui/day-text.tsx';
import { LightShape } from '../../ui/light-shape.tsx';
import styles from '../../ui/queue/queue.module.css';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { QueueRow } from './review-query.ts';

type QueueProps = { rows: readonly QueueRow[]; total: number; chosen: string; onChoose: (id: string) => void };

/** The reports that wait, as a list to go through. */
export function Queue({ rows, total, chosen, onChoose }: QueueProps) {
  const { t } = useTranslation(['review', 'my-work', 'terms']);
  return (
    <nav className={styles.queue} aria-label={t('queue')}>
      <ol className={styles.list}>
        {rows.map(({ id, need, item, part, light, bitesOn, remainingWorkingDays }) => (
          <li key={id}>
            <button type="button" className={styles.entry} aria-current={id === chosen ? 'true' : undefined} onClick={() => onChoose(id)}>
              <span className={styles.entryHead}>
                {light && (
                  <span>
                    <LightShape light={light} size={10} />
                    <VisuallyHidden>{t(`terms:lights.${light}`)}</VisuallyHidden>
                  </span>
                )}
                <span className={styles.number}>{item.number}</span>
                <strong>{t(`my-work:verbs.${need}`)}</strong>
              </span>
              <span className={styles.entryTitle}>{item.title}</span>
              <span className={styles.faint}>
                {part?.unit.shortName} · <DayText day={bitesOn} remainingWorkingDays={remainingWorkingDays} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      {total > rows.length && <p className={styles.faint}>{t('more', { count: total - rows.length })}</p>}
    </nav>
  );
}
