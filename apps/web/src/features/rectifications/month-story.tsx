import { useQuery } from '@apollo/client/react';
import { monthFigures } from '@duban/rules/rectification-months';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { timeInCity } from '../../ui/time-in-city.ts';
import styles from './forms.module.css';
import { RectificationStoryDocument } from './rectifications-query.ts';

/** What was entered of a unit's month and put right, the newest first: who, when, why, before and after. */
export function MonthStory({ code, unitId, month }: { code: string; unitId: string; month: string }) {
  const { t } = useTranslation('rectifications');
  const { data, error, refetch } = useQuery(RectificationStoryDocument, {
    variables: { code, unitId, month },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  if (!data) return <Skeleton rows={4} height={160} />;
  const versions = data.rectificationEntryStory;
  if (versions.length === 0) return <EmptyState why={t('story.none')} />;
  const nameOf = (field: string) => {
    const known = monthFigures.find((figure) => figure === field);
    return known ? t(`monthly.${known}`) : t('form.note');
  };
  return (
    <ol className={styles.story}>
      {versions.map((one) => (
        <li key={one.version}>
          <span className={styles.faint}>
            {one.knownOn} · <time dateTime={one.recordedAt}>{timeInCity(one.recordedAt)}</time> · {one.enteredBy}
          </span>
          <p>
            <strong>{t(one.version === 1 ? 'story.first' : 'story.correction')}</strong>{' '}
            {one.reason && t('story.reason', { reason: one.reason })}
          </p>
          {one.version === 1 ? (
            <p>{monthFigures.map((figure) => `${t(`monthly.${figure}`)} ${one[figure]}`).join(' · ')}</p>
          ) : (
            <ul>
              {one.changes.map(({ field, before, after }) => (
                <li key={field}>
                  {t('story.change', { field: nameOf(field), before: before ?? t('story.blank'), after: after ?? t('story.blank') })}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
