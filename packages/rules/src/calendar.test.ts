import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  CalendarYearMissing,
  createCalendar,
  dayFromNumber,
  dayNumber,
  daysBetween,
  isProvisional,
  isWorkingDay,
  monthEnd,
  nextMonthEnd,
  nextWorkingDay,
  workingDayOnOrAfter,
  workingDaysBetween,
} from './calendar.ts';
import { calendar2014, isWeekend, rows2014, workingWeekends2014 } from './calendar-2014.fixture.ts';
import { openEnded } from './vocabulary.ts';

const dayIn = (first: string, last: string) => fc.integer({ min: dayNumber(first), max: dayNumber(last) }).map(dayFromNumber);
const knownDay = dayIn('2013-01-01', '2015-12-31');

describe('days', () => {
  it.each([
    ['2014-02-28', 1, '2014-03-01'],
    ['2012-02-28', 1, '2012-02-29'],
    ['2014-12-31', 1, '2015-01-01'],
    ['2014-01-01', -1, '2013-12-31'],
    ['2014-09-30', 0, '2014-09-30'],
    [openEnded, 5, openEnded],
  ])('%s + %i = %s', (day, n, expected) => {
    expect(addDays(day, n)).toBe(expected);
  });

  it('counts back what it adds', () => {
    fc.assert(fc.property(knownDay, fc.integer({ min: -800, max: 800 }), (day, n) => daysBetween(day, addDays(day, n)) === n));
  });

  it.each(['2014-02-30', '2014-00-10', '0014-01-01', '2014-01-00', '2014-13-01', '2014-1-1', '20140101', '', '2014-09-30T00:00:00Z'])(
    'refuses %j',
    (text) => {
      expect(() => dayNumber(text)).toThrow(RangeError);
    },
  );

  it.each([
    ['2014-02-01', '2014-02-28', '2014-03-31'],
    ['2012-02-29', '2012-02-29', '2012-03-31'],
    ['2014-12-31', '2014-12-31', '2015-01-31'],
  ])('the month of %s ends on %s, the next on %s', (day, end, next) => {
    expect([monthEnd(day), nextMonthEnd(day)]).toEqual([end, next]);
  });
});

describe('the working year 2014', () => {
  it('has 250 working days', () => {
    expect(workingDaysBetween(calendar2014, '2013-12-31', '2014-12-31')).toBe(250);
  });

  it('works on five weekend days and no other', () => {
    const worked = rows2014.map(({ day }) => day).filter((day) => isWeekend(day) && isWorkingDay(calendar2014, day));
    expect(worked).toEqual(workingWeekends2014);
  });

  it.each([
    ['the day itself', '2014-09-30', 0, '2014-09-30'],
    ['over National Day', '2014-09-30', 1, '2014-10-08'],
    ['to a working Saturday', '2014-10-10', 1, '2014-10-11'],
    ['to a working Sunday', '2014-09-26', 1, '2014-09-28'],
    ['from a day off', '2014-10-03', 1, '2014-10-08'],
    ['over Spring Festival', '2014-01-30', 2, '2014-02-08'],
    ['into the next year', '2014-12-31', 1, '2015-01-01'],
    ['back over National Day', '2014-10-08', -1, '2014-09-30'],
    ['back from a day off', '2014-10-03', -1, '2014-09-30'],
    ['back into the year before', '2014-01-02', -1, '2013-12-31'],
  ])('%s: %s %i → %s', (_, day, n, expected) => {
    expect(addWorkingDays(calendar2014, day, n)).toBe(expected);
  });

  it('finds the next working day', () => {
    expect(nextWorkingDay(calendar2014, '2014-09-30')).toBe('2014-10-08');
    expect(workingDayOnOrAfter(calendar2014, '2014-09-30')).toBe('2014-09-30');
    expect(workingDayOnOrAfter(calendar2014, '2014-10-01')).toBe('2014-10-08');
  });

  it('counts as a walk day by day counts', () => {
    fc.assert(
      fc.property(knownDay, knownDay, (a, b) => {
        const [after, upTo] = a < b ? [a, b] : [b, a];
        let walked = 0;
        for (let day = after; day < upTo; day = addDays(day, 1)) walked += Number(isWorkingDay(calendar2014, addDays(day, 1)));
        expect(workingDaysBetween(calendar2014, after, upTo)).toBe(walked);
        expect(workingDaysBetween(calendar2014, upTo, after)).toBe(0 - walked);
      }),
      { numRuns: 60 },
    );
  });

  it('steps and counts agree, both ways', () => {
    fc.assert(
      fc.property(dayIn('2014-01-01', '2014-12-31'), fc.integer({ min: -200, max: 200 }), (day, n) => {
        const reached = addWorkingDays(calendar2014, day, n);
        if (n === 0) expect(reached).toBe(day);
        else expect(isWorkingDay(calendar2014, reached)).toBe(true);
        if (n > 0) expect(workingDaysBetween(calendar2014, day, reached)).toBe(n);
        // Counting back from a working day counts that day and leaves out the one reached.
        if (n < 0) expect(workingDaysBetween(calendar2014, addDays(reached, -1), addDays(day, -1))).toBe(-n);
      }),
    );
  });
});

describe('years without data', () => {
  it.each([
    ['a step out of the last year', () => addWorkingDays(calendar2014, '2015-12-31', 1), 2016],
    ['a step back out of the first', () => addWorkingDays(calendar2014, '2013-01-01', -1), 2012],
    ['a count that ends there', () => workingDaysBetween(calendar2014, '2014-09-30', '2016-01-04'), 2016],
    ['a count that begins there', () => workingDaysBetween(calendar2014, '2012-12-31', '2014-09-30'), 2012],
    ['a question about a day', () => isWorkingDay(calendar2014, '2016-02-29'), 2016],
  ])('are refused: %s', (_, act, year) => {
    expect(act).toThrow(new CalendarYearMissing(year));
  });

  it('include a gap between known years and a year that lacks a day', () => {
    const gap = createCalendar([...rows2014, ...rows2014.map((row) => ({ ...row, day: row.day.replace('2014', '2017') }))]);
    expect(() => workingDaysBetween(gap, '2014-12-01', '2017-01-10')).toThrow(new CalendarYearMissing(2015));
    const incomplete = createCalendar(rows2014.slice(0, -1));
    expect(() => isWorkingDay(incomplete, '2014-06-03')).toThrow(new CalendarYearMissing(2014));
  });

  it('are not the provisional ones', () => {
    expect(isProvisional(calendar2014, '2015-03-02')).toBe(true);
    expect(isProvisional(calendar2014, '2014-03-03')).toBe(false);
    expect(addWorkingDays(calendar2014, '2014-12-30', 3)).toBe('2015-01-02');
  });
});
