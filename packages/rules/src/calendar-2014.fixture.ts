import { addDays, type CalendarRow, createCalendar, dayNumber } from './calendar.ts';
import type { Day } from './vocabulary.ts';

/** Days off of the State Council's notice for 2014, first and last. */
const holidays2014: readonly [Day, Day][] = [
  ['2014-01-01', '2014-01-01'],
  ['2014-01-31', '2014-02-06'],
  ['2014-04-05', '2014-04-07'],
  ['2014-05-01', '2014-05-03'],
  ['2014-05-31', '2014-06-02'],
  ['2014-09-06', '2014-09-08'],
  ['2014-10-01', '2014-10-07'],
];

/** Weekends worked in exchange (调休). */
export const workingWeekends2014: readonly Day[] = ['2014-01-26', '2014-02-08', '2014-05-04', '2014-09-28', '2014-10-11'];

/** A year of plain weekends, the shape of a year whose notice isn't out. */
function plainYear(year: number, provisional: boolean): CalendarRow[] {
  const rows: CalendarRow[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
    rows.push({ day, isWorking: !isWeekend(day), provisional });
  return rows;
}

/** Every day of 2014 as the notice has it. */
export const rows2014: readonly CalendarRow[] = plainYear(2014, false).map(({ day, isWorking }) => {
  const isHoliday = holidays2014.some(([first, last]) => first <= day && day <= last);
  return { day, isWorking: workingWeekends2014.includes(day) || (isWorking && !isHoliday) };
});

/** 2013 and 2014 known, 2015 provisional. 2012 and 2016 are missing. */
export const calendar2014 = createCalendar([...plainYear(2013, false), ...rows2014, ...plainYear(2015, true)]);

export function isWeekend(day: Day): boolean {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(day) + 4) % 7) + 7) % 7) % 6 === 0;
}
