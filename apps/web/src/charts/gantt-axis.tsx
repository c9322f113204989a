import type { Day } from '@duban/rules/vocabulary';
import type { ScaleTime } from 'd3-scale';
import { useTranslation } from 'react-i18next';
import styles from './gantt.module.css';
import { useFigures } from './use-figures.ts';

type GanttAxisProps = { scale: ScaleTime<number, number>; today: Day; todayAt: number };

const monthOf = (date: Date) => date.toISOString().slice(0, 7);

/** Months along the top with a line down through the rows, and the as-of day. */
export function GanttAxis({ scale, today, todayAt }: GanttAxisProps) {
  const { t } = useTranslation('charts');
  const { month } = useFigures();
  const ticks = scale.ticks(6).filter((tick) => tick.getUTCDate() === 1);
  return (
    <div className={styles.axis} aria-hidden="true">
      <div className={styles.axisTrack}>
        {ticks.map((tick, index) => {
          const text = monthOf(tick);
          const withYear = index === 0 || text.endsWith('-01');
          return (
            <span key={text} className={styles.tick} style={{ left: `${scale(tick)}%` }}>
              <span className={styles.tickText}>{withYear ? text : month(text)}</span>
            </span>
          );
        })}
        <span className={styles.today} style={{ left: `${todayAt}%` }}>
          <span className={todayAt > 70 ? styles.todayTextLeft : styles.todayText}>{t('today', { day: today.slice(5) })}</span>
        </span>
      </div>
    </div>
  );
}
