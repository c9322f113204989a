import { useTranslation } from 'react-i18next';
import { timeInCity } from '../../ui/time-in-city.ts';
import styles from './visits.module.css';
import type { VisitDetail } from './visits-query.ts';

const named = [
  'postId',
  'contactPointId',
  'place',
  'countyId',
  'visitedOn',
  'kinds',
  'isFrontLine',
  'peopleMet',
  'met',
  'opinions',
  'decision',
  'needs',
  'photos',
] as const;

/** What was done to a visit's record, the newest first: who, when, why, and what it changed. */
export function VisitStory({ events }: { events: VisitDetail['events'] }) {
  const { t } = useTranslation('visits');
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
                <li key={`${field}${before}${after}`}>
                  {t('story.change', { field: fieldName(field), before: before ?? t('story.blank'), after: after ?? t('story.blank') })}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
