import { useTranslation } from 'react-i18next';
import styles from './record-story.module.css';
import { timeInCity } from './time-in-city.ts';

type RecordStoryProps = {
  events: readonly {
    sequence: number;
    reason: string | null;
    actorTitle: string;
    at: string;
    changes: readonly { field: string; before: string | null; after: string | null }[];
    /** What was done, in words. */
    act: string;
  }[];
  fieldName: (field: string) => string;
};

/** What was done to a record, the newest first: who, when, why, and what it changed. Of what is sealed only that it changed. */
export function RecordStory({ events, fieldName }: RecordStoryProps) {
  const { t } = useTranslation('common');
  return (
    <ol className={styles.story}>
      {events.map(({ sequence, act, reason, actorTitle, at, changes }) => (
        <li key={sequence}>
          <span className={styles.faint}>
            <time dateTime={at}>{timeInCity(at)}</time> · {actorTitle}
          </span>
          <p>
            <strong>{act}</strong> {reason && t('story.reason', { reason })}
          </p>
          {changes.length > 0 && (
            <ul>
              {changes.map(({ field, before, after }) => (
                <li key={`${field} ${before} ${after}`}>
                  {before === null && after === null
                    ? t('story.changed', { field: fieldName(field) })
                    : t('story.change', { field: fieldName(field), before: before ?? t('story.blank'), after: after ?? t('story.blank') })}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
