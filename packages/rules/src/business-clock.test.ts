import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessClock, dayOf, endOfDay, offsetFrom, startOfDay } from './business-clock.ts';
import { addDays, dayFromNumber, dayNumber } from './calendar.ts';
import { openEnded } from './vocabulary.ts';

const timeZone = 'Asia/Shanghai';
const clock = (real: string, options: { offsetDays?: number; fixedToday?: string } = {}) =>
  businessClock({ offsetDays: 0, timeZone, realNow: () => new Date(real), ...options });

describe('days in a zone', () => {
  it.each([
    ['2014-09-29T15:59:59.999Z', '2014-09-29'],
    ['2014-09-29T16:00:00.000Z', '2014-09-30'],
    ['2014-09-30T15:59:59.999Z', '2014-09-30'],
    ['1969-12-31T16:00:00.000Z', '1970-01-01'],
  ])('%s is %s in China', (instant, day) => {
    expect(dayOf(new Date(instant), timeZone)).toBe(day);
  });

  it('bounds a day to the millisecond', () => {
    expect(startOfDay('2014-09-30', timeZone).toISOString()).toBe('2014-09-29T16:00:00.000Z');
    expect(endOfDay('2014-09-30', timeZone).toISOString()).toBe('2014-09-30T15:59:59.999Z');
    expect(endOfDay(openEnded, timeZone).toISOString()).toBe('9999-12-31T15:59:59.999Z');
  });

  it.each([
    ['midnight skipped', 'America/Sao_Paulo', '2014-10-19', '2014-10-19T03:00:00.000Z'],
    ['midnight twice', 'America/Havana', '2014-11-02', '2014-11-02T04:00:00.000Z'],
    ['a whole day before UTC', 'Pacific/Kiritimati', '2014-09-30', '2014-09-29T10:00:00.000Z'],
  ])('%s (%s)', (_, zone, day, expected) => {
    expect(startOfDay(day, zone).toISOString()).toBe(expected);
  });

  it('each day begins where the one before ends, and holds its bounds', () => {
    const anyDay = fc.integer({ min: dayNumber('1985-01-01'), max: dayNumber('2040-12-31') }).map(dayFromNumber);
    fc.assert(
      fc.property(anyDay, fc.constantFrom(timeZone, 'UTC', 'America/Sao_Paulo', 'Asia/Kathmandu'), (day, zone) => {
        expect(dayOf(startOfDay(day, zone), zone)).toBe(day);
        expect(dayOf(endOfDay(day, zone), zone)).toBe(day);
        expect(startOfDay(addDays(day, 1), zone).getTime()).toBe(endOfDay(day, zone).getTime() + 1);
      }),
    );
  });
});

describe('the business clock', () => {
  it('is real time without an offset', () => {
    expect(clock('2026-03-05T20:15:30.250Z').now().toISOString()).toBe('2026-03-05T20:15:30.250Z');
    expect(clock('2026-03-05T20:15:30.250Z').today()).toBe('2026-03-06');
  });

  it('runs on from a past day by whole days', () => {
    const offsetDays = offsetFrom('2014-09-30', new Date('2026-03-05T20:15:30.250Z'), timeZone);
    const begun = clock('2026-03-05T20:15:30.250Z', { offsetDays });
    expect([begun.today(), begun.now().toISOString()]).toEqual(['2014-09-30', '2014-09-29T20:15:30.250Z']);
    expect(clock('2026-03-06T16:00:00.000Z', { offsetDays }).today()).toBe('2014-10-01');
  });

  it('stays on a fixed day, on which only the time of day runs', () => {
    const fixed = (real: string) => clock(real, { fixedToday: '2014-09-30', offsetDays: 99 });
    expect(fixed('2026-03-05T15:59:59.999Z').now().toISOString()).toBe('2014-09-30T15:59:59.999Z');
    expect(fixed('2026-03-05T16:00:00.000Z').now().toISOString()).toBe('2014-09-29T16:00:00.000Z');
    expect(fixed('2026-03-05T16:00:00.000Z').today()).toBe('2014-09-30');
  });

  it('today is always the day of now, even when the real day is longer', () => {
    const long = businessClock({
      offsetDays: 30,
      timeZone: 'America/Sao_Paulo',
      // 23:30 for the second time: the 25th hour of the day.
      realNow: () => new Date('2014-02-16T02:30:00.000Z'),
    });
    expect(dayOf(long.now(), 'America/Sao_Paulo')).toBe(long.today());
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2014-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        fc.integer({ min: -5000, max: 500 }),
        (real, offsetDays) => {
          const any = businessClock({ offsetDays, timeZone: 'America/Sao_Paulo', realNow: () => real });
          expect(dayOf(any.now(), 'America/Sao_Paulo')).toBe(any.today());
        },
      ),
    );
  });

  it('refuses a day that is none and an unknown zone at once', () => {
    expect(() => clock('2026-03-05T00:00:00Z', { fixedToday: '2014-09-31' })).toThrow(RangeError);
    expect(() => businessClock({ offsetDays: 0, timeZone: 'Asia/Zhumadian' })).toThrow(RangeError);
  });
});
