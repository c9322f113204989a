import { addWorkingDays, createCalendar, isProvisional, isWorkingDay } from '@duban/rules/calendar';
import { describe, expect, it } from 'vitest';
import { calendarRows, isWeekend } from './calendar-rows.ts';
import { readPack } from './read-pack.ts';

describe('the working calendar of the pack', async () => {
  const { calendar: rows } = await readPack('zhumadian-2014');
  const calendar = createCalendar(rows);

  it('has 250 working days in 2014, with its working weekends', () => {
    const in2014 = rows.filter(({ day }) => day.startsWith('2014'));
    expect(in2014).toHaveLength(365);
    expect(in2014.filter(({ isWorking }) => isWorking)).toHaveLength(250);
    expect(in2014.filter(({ day, isWorking }) => isWorking && isWeekend(day)).map(({ day }) => day)).toEqual([
      '2014-01-26',
      '2014-02-08',
      '2014-05-04',
      '2014-09-28',
      '2014-10-11',
    ]);
    expect(rows.find(({ day }) => day === '2014-09-28')?.label).toBe('国庆节');
  });

  it.each([
    [2015, 249],
    [2018, 250],
    [2020, 249],
    [2024, 251],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    expect(rows.filter(({ day, isWorking }) => isWorking && day.startsWith(String(year)))).toHaveLength(count);
  });

  it('steps over the National Day week of 2014', () => {
    expect(addWorkingDays(calendar, '2014-09-30', 1)).toBe('2014-10-08');
    expect(addWorkingDays(calendar, '2014-09-26', 1)).toBe('2014-09-28');
  });

  it('shows 2027 as provisional, with its fixed-date holidays only', () => {
    expect(isProvisional(calendar, '2027-03-01')).toBe(true);
    expect(isProvisional(calendar, '2026-03-01')).toBe(false);
    expect(isWorkingDay(calendar, '2027-10-01')).toBe(false);
    expect(isWorkingDay(calendar, '2027-10-04')).toBe(true);
  });

  it('lets an override win', () => {
    const overrides = { provisionalYears: {}, days: [{ day: '2014-03-03', isWorking: false, label: '停电' }] };
    const [row] = calendarRows({ '2014': { off: {}, working: {} } }, overrides).filter(({ day }) => day === '2014-03-03');
    expect(row).toEqual({ day: '2014-03-03', isWorking: false, label: '停电', provisional: false });
  });
});
