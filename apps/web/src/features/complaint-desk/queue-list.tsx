import { useTranslation } from 'react-i18next';
import { collectiveFrom } from '../../ui/complaint/collective.ts';
import styles from '../../ui/queue/queue.module.css';
import { DecisionDay } from './decision-day.tsx';
import type { QueuedComplaint } from './desk-query.ts';
import { useChannels } from './use-words.ts';

type QueueListProps = { rows: readonly QueuedComplaint[]; total: number; chosen: string; onChoose: (id: string) => void };

/** The complaints that wait, the nearest limit first. */
export function QueueList({ rows, total, chosen, onChoose }: QueueListProps) {
  const { t } = useTranslation('complaint-desk');
  const channels = useChannels();
  return (
    <nav className={styles.queue} aria-label={t('queue')}>
      <ol className={styles.list}>
        {rows.map(({ id, number, title, complaints: [complaint], standing }) => (
          <li key={id}>
            <button type="button" className={styles.entry} aria-current={id === chosen ? 'true' : undefined} onClick={() => onChoose(id)}>
              <span className={styles.entryHead}>
                <span className={styles.number}>{number}</span>
                {complaint && complaint.people >= collectiveFrom && <strong>{t('collective', { count: complaint.people })}</strong>}
                {complaint && (complaint.earlierCount ?? 0) > 0 && <strong>{t('repeated', { count: complaint.earlierCount ?? 0 })}</strong>}
              </span>
              <span className={styles.entryTitle}>{title}</span>
              <span className={styles.faint}>
                {complaint && [channels.nameOf(complaint.channel), t(complaint.isRealName ? 'named' : 'anonymous')].join(' · ')}
              </span>
              <span className={styles.faint}>
                {t('decideBy')} <DecisionDay day={complaint?.acceptDueOn ?? standing?.dueOn} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      {total > rows.length && <p className={styles.faint}>{t('more', { count: total - rows.length })}</p>}
    </nav>
  );
}
