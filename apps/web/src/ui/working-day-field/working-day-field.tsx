import { useQuery } from '@apollo/client/react';
import {
  addWorkingDays,
  CalendarYearMissing,
  createCalendar,
  isWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session.ts';
import { WorkingCalendarDocument } from './calendar-query.ts';
import styles from './working-day-field.module.css';

const farthestYears = 5;

type WorkingDayFieldProps = {
  id: string;
  describedBy?: string | undefined;
  isWrong: boolean;
  value: Day | null;
  onChange: (day: Day | null) => void;
  /** A day that has been, today the last; without picks. */
  isPast?: boolean;
  /** From where the picks count; default today. */
  base?: Day | undefined;
  /** Quick picks, in working days. */
  picks?: readonly number[];
  /** What else is to be said of the day. */
  note?: ReactNode;
};

/** What the calendar knows; null where the way leads into a year without one. */
function known<Value>(find: () => Value): Value | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof CalendarYearMissing) return null;
    throw error;
  }
}

function useCalendar(year: number): WorkingCalendar | null {
  const { data } = useQuery(WorkingCalendarDocument, { variables: { year, next: year + 1 } });
  return useMemo(() => (data ? createCalendar([...data.thisYear, ...data.nextYear]) : null), [data]);
}

/** A day, with quick picks by working days of the city's calendar; says its weekday and how many working days it leaves. */
export function WorkingDayField(props: WorkingDayFieldProps) {
  const { id, describedBy, isWrong, value: day, onChange, isPast = false, picks = [5, 10, 20], note } = props;
  const { t, i18n } = useTranslation('common');
  const { today } = useSession().campaign;
  const base = props.base ?? today;
  const calendar = useCalendar(Number(today.slice(0, 4)));
  const offered = calendar && !isPast ? picks.map((days) => ({ days, day: known(() => addWorkingDays(calendar, base, days)) })) : [];
  const last = `${Number(today.slice(0, 4)) + farthestYears}-12-31`;
  const weekday = day && new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  const length = calendar && day && !isPast ? known(() => lengthOf(calendar, today, day)) : null;
  const mayBe = (one: Day) => (isPast ? one <= today : one >= today && one <= last);
  return (
    <div className={styles.field}>
      <DatePicker
        id={id}
        aria-describedby={describedBy}
        aria-invalid={isWrong}
        format="YYYY-MM-DD"
        placeholder={t('chooseDay')}
        {...(isWrong ? { status: 'error' as const } : {})}
        value={day ? dayjs(day) : null}
        defaultPickerValue={dayjs(day ?? base)}
        // Enter takes the day; it doesn't send the form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        disabledDate={(one) => !mayBe(one.format('YYYY-MM-DD'))}
        onChange={(next) => onChange(next?.format('YYYY-MM-DD') ?? null)}
      />
      {offered.map(
        (pick) =>
          pick.day && (
            <Button key={pick.days} size="small" aria-pressed={pick.day === day} onClick={() => onChange(pick.day)}>
              {t('workingDays', { count: pick.days })}
            </Button>
          ),
      )}
      {day && (
        <span className={styles.faint} role="status">
          {weekday}
          {length && (length.isWorking ? '' : t('dayOff'))}
          {length && t('fromToday', { count: length.days })}
        </span>
      )}
      {note && <span className={styles.faint}>{note}</span>}
    </div>
  );
}

function lengthOf(calendar: WorkingCalendar, today: Day, day: Day): { days: number; isWorking: boolean } {
  return { days: workingDaysBetween(calendar, today, day), isWorking: isWorkingDay(calendar, day) };
}
