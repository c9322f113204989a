import { useTranslation } from 'react-i18next';
import { timeInCity } from '../../ui/time-in-city.ts';
import styles from './accountability.module.css';
import type { RecordDetail } from './accountability-query.ts';

const named = [
  'unitId',
  'post',
  'postLevel',
  'administrativeHead',
  'name',
  'fact',
  'rule',
  'form',
  'decidedBy',
  'decidedOn',
  'effect',
  'effectUntil',
  'itemId',
  'enforcementRecord',
  'source',
] as const;

/** What was done to a record, the newest first: who, when, why, and what it changed. Of a name only that it changed. */
export function RecordStory({ events }: { events: RecordDetail['events'] }) {
  const { t } = useTranslation('accountability');
  const fieldName = (field: string) => {
    const known = named.find((one) => one === field);
    return known ? t(`fields.${known}`) : field;
  };
  return (
    <ol className={styles.story}>
      {events.map(({ sequence, action, reason, actorTitle, at, changes }) => (
        <li key={sequence}>
          <span className={styles.faint}>
            <time dateTime={at}>{timeInCity(at)}</time> · {actorTitle}
          </span>
          <p>
            <strong>{t(`story.${action}`)}</strong> {reason && t('story.reason', { reason })}
          </p>
          {changes.length > 0 && (
            <ul>
              {changes.map(({ field, before, after }) => (
                <li key={field}>
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
