import { CalendarOutlined } from '@ant-design/icons';
import type { Day } from '@duban/rules/vocabulary';
import { Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './top-bar.module.css';

const DayPanel = lazy(() => import('./day-panel.tsx').then((module) => ({ default: module.DayPanel })));

type AsOfPickerProps = { asOf: Day; today: Day; onChange: (asOf: Day | undefined) => void };

/** 截至: the day that everything on screen is read at. The calendar loads when it is opened. */
export function AsOfPicker({ asOf, today, onChange }: AsOfPickerProps) {
  const { t } = useTranslation('nav');
  const [open, setOpen] = useState(false);
  const choose = (day: Day | undefined) => {
    setOpen(false);
    onChange(day === today ? undefined : day);
  };
  const panel = (
    <div className={styles.dayPanel}>
      <Suspense fallback={<Skeleton height={296} />}>
        <DayPanel day={asOf} last={today} onChange={choose} />
      </Suspense>
    </div>
  );
  return (
    <span className={styles.asOf}>
      <Popover content={panel} trigger="click" placement="bottomLeft" open={open} onOpenChange={setOpen} arrow={false} destroyOnHidden>
        <button type="button" className={styles.control} aria-label={t('asOfChoose', { day: asOf })} aria-expanded={open}>
          <CalendarOutlined />
          <span className={styles.wide}>{t('asOf')}</span>
          <time dateTime={asOf}>{asOf}</time>
        </button>
      </Popover>
      {asOf < today && (
        <button type="button" className={styles.past} onClick={() => choose(undefined)} title={t('asOfPast')}>
          {t('asOfToday')}
        </button>
      )}
    </span>
  );
}
