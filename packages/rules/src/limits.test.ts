import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFromNumber, dayNumber, isWorkingDay } from './calendar.ts';
import { calendar2014 } from './calendar-2014.fixture.ts';
import { dueOf, finishedOnTime, type LimitInput, type Pause, remainingDays } from './limits.ts';
import { dayUnits, openEnded } from './vocabulary.ts';

const due = (input: LimitInput) => dueOf(calendar2014, input);
const working = (days: number) => ({ days, unit: 'WORKING' }) as const;
const calendar = (days: number) => ({ days, unit: 'CALENDAR' }) as const;

describe('the limits of mission B2, from 2014-09-01 (Monday)', () => {
  it.each([
    ['licence supplement notice, 5 wd over Mid-Autumn', working(5), [], '2014-09-09'],
    ['wrong referral back, 5 wd', working(5), [], '2014-09-09'],
    ['efficiency complaint accepted, 3 wd', working(3), [], '2014-09-04'],
    ['licence decision, 20 wd', working(20), [], '2014-09-29'],
    ['licence decision, 20 + 10 wd', working(20), [{ days: 10 }], '2014-10-17'],
    ['joint review, 45 wd', working(45), [], '2014-11-07'],
    ['joint review, 45 + 15 wd', working(45), [{ days: 15 }], '2014-11-28'],
    ['petition, 60 cd', calendar(60), [], '2014-10-31'],
    ['petition, 60 + 30 cd, ends on Sunday 11-30', calendar(60), [{ days: 30 }], '2014-12-01'],
    ['petition in Henan, 30 cd, ends in National Day', calendar(30), [], '2014-10-08'],
    ['petition in Henan, at most 90 cd', calendar(30), [{ days: 60 }], '2014-12-01'],
    ['efficiency complaint finished, 30 cd', calendar(30), [], '2014-10-08'],
  ] as const)('%s', (_, limit, extensions, expected) => {
    expect(due({ start: '2014-09-01', limit, extensions })).toBe(expected);
  });

  it('keeps a named date where the promise names one', () => {
    expect(due({ start: '2014-09-01', limit: calendar(30), rollForward: false })).toBe('2014-10-01');
  });

  it('does not move a calendar end that is a working day, a worked Sunday included', () => {
    expect(due({ start: '2014-08-29', limit: calendar(30) })).toBe('2014-09-28');
  });
});

describe('pauses', () => {
  const from = (pauses: Pause[], limit: LimitInput['limit'] = working(10)) => due({ start: '2014-06-03', limit, pauses });

  it.each([
    ['none', [], '2014-06-17'],
    ['of one working day', [{ from: '2014-06-10', to: '2014-06-10' }], '2014-06-18'],
    ['over a weekend only', [{ from: '2014-06-07', to: '2014-06-08' }], '2014-06-17'],
    ['on the due day', [{ from: '2014-06-17', to: '2014-06-17' }], '2014-06-18'],
    ['from the day after the due day', [{ from: '2014-06-18', to: '2014-06-30' }], '2014-06-17'],
    ['on the start day, which is not counted anyway', [{ from: '2014-06-03', to: '2014-06-03' }], '2014-06-17'],
    ['before the start', [{ from: '2014-05-05', to: '2014-05-30' }], '2014-06-17'],
    ['across the start', [{ from: '2014-05-05', to: '2014-06-04' }], '2014-06-18'],
    [
      'twice',
      [
        { from: '2014-06-05', to: '2014-06-05' },
        { from: '2014-06-18', to: '2014-06-18' },
      ],
      '2014-06-19',
    ],
    [
      'overlapping, counted once',
      [
        { from: '2014-06-09', to: '2014-06-11' },
        { from: '2014-06-10', to: '2014-06-12' },
      ],
      '2014-06-23',
    ],
    ['still open', [{ from: '2014-06-10', to: null }], openEnded],
    ['reversed by mistake', [{ from: '2014-06-12', to: '2014-06-10' }], '2014-06-17'],
  ])('%s', (_, pauses, expected) => {
    expect(from(pauses)).toBe(expected);
  });

  it('move a calendar end, which then rolls', () => {
    expect(from([{ from: '2014-06-10', to: '2014-06-12' }], calendar(30))).toBe('2014-07-07');
  });

  it('that lie where the end rolls to move it on', () => {
    const limit = calendar(30);
    expect(due({ start: '2014-09-01', limit, pauses: [{ from: '2014-10-08', to: '2014-10-09' }] })).toBe('2014-10-10');
    expect(due({ start: '2014-09-01', limit, pauses: [{ from: '2014-10-08', to: null }] })).toBe(openEnded);
  });

  it('agree with a walk that counts the unpaused days', () => {
    const day = fc.integer({ min: dayNumber('2014-02-01'), max: dayNumber('2014-06-30') });
    const pause = fc.tuple(day, fc.integer({ min: 0, max: 25 })).map(([from, length]) => ({
      from: dayFromNumber(from),
      to: dayFromNumber(from + length),
    }));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(...dayUnits),
        fc.array(pause, { maxLength: 4 }),
        (n, days, unit, pauses) => {
          const start = dayFromNumber(n);
          let walked = start;
          for (let left = days; left > 0; ) {
            walked = addDays(walked, 1);
            const isPaused = pauses.some(({ from, to }) => from <= walked && walked <= to);
            if (!isPaused && (unit === 'CALENDAR' || isWorkingDay(calendar2014, walked))) left -= 1;
          }
          expect(due({ start, limit: { days, unit }, pauses, rollForward: false })).toBe(walked);
        },
      ),
    );
  });
});

describe('remaining days', () => {
  it.each([
    ['2014-09-24', 5],
    ['2014-09-29', 1],
    ['2014-09-30', 0],
    ['2014-10-01', -1],
    ['2014-10-07', -1],
    ['2014-10-08', -1],
    ['2014-10-09', -2],
  ])('of a matter due 2014-09-30, on %s: %i', (on, expected) => {
    expect(remainingDays(calendar2014, '2014-09-30', on)).toBe(expected);
  });

  it('are none without a due day', () => {
    expect(remainingDays(calendar2014, openEnded, '2014-09-30')).toBeNull();
    expect(due({ start: openEnded, limit: working(5) })).toBe(openEnded);
  });

  it('fix 按期 at closing', () => {
    expect([finishedOnTime('2014-09-30', '2014-09-30'), finishedOnTime('2014-09-30', '2014-10-01')]).toEqual([true, false]);
  });
});
