import { type Day, openEnded } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import styles from './day-text.module.css';

type DayTextProps = {
  day: Day | null | undefined;
  /** Working days left until `day`; negative when past. */
  remainingWorkingDays?: number | null | undefined;
};

/** A civil day as `2014-09-12`, with the working days that remain when given. */
export function DayText({ day, remainingWorkingDays }: DayTextProps) {
  const { t } = useTranslation('common');
  if (!day) return <span className={styles.none}>—</span>;
  if (day === openEnded) return <span>{t('openEnded')}</span>;
  return (
    <span className={styles.day}>
      <time dateTime={day}>{day}</time>
      {typeof remainingWorkingDays === 'number' && (
        <span className={remainingWorkingDays < 0 ? styles.past : styles.left}>
          {remainingWorkingDays === 0 && t('dueToday')}
          {remainingWorkingDays > 0 && t('remaining', { count: remainingWorkingDays })}
          {remainingWorkingDays < 0 && t('overdue', { count: -remainingWorkingDays })}
        </span>
      )}
    </span>
  );
}
