import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, CalendarYearMissing, dayFromNumber, dayNumber, workingDaysBetween } from './calendar.ts';
import { calendar2014 } from './calendar-2014.fixture.ts';
import { type LightInput, type Lit, lightDates, lightOn, neverLit, type PlanPoint, reasonOn } from './lights.ts';
import { type Day, endedStates, type Light, openEnded, unbornStates } from './vocabulary.ts';

const thresholds = { timeYellowPercent: 70, planYellowPoints: 10, planRedPoints: 30 };
// 10 working days: 3, 4, 5, 6, 9 … 16 June; 70 % are used on the 7th, 11 June.
const timed: LightInput = {
  assignedOn: '2014-06-02',
  dueOn: '2014-06-16',
  progressPercent: null,
  thresholds,
  from: '2014-06-02',
};
const plan: PlanPoint[] = [
  { periodOn: '2014-06-30', percent: 20, reportDueOn: '2014-07-03' },
  { periodOn: '2014-07-31', percent: 50, reportDueOn: '2014-08-05' },
  { periodOn: '2014-08-31', percent: 80, reportDueOn: '2014-09-03' },
];
const planned: LightInput = {
  assignedOn: '2014-06-03',
  dueOn: '2014-12-31',
  progressPercent: 20,
  thresholds: { ...thresholds, timeYellowPercent: null },
  plan,
  reportedThrough: '2014-08-31',
  from: '2014-06-03',
};

const dates = (input: LightInput) => lightDates(calendar2014, input);
const lit = (input: LightInput): Lit => ({ ...dates(input), state: 'IN_PROGRESS' });
const around = (input: LightInput, day: Day) => [-1, 0, 1].map((n) => lightOn(lit(input), addDays(day, n)));

describe('the time rule', () => {
  it('turns yellow on the day on which the share is used', () => {
    expect(dates(timed)).toMatchObject({ yellowOn: '2014-06-11', yellowReason: { rule: 'TIME_USED', percent: 70, dueOn: '2014-06-16' } });
    expect(around(timed, '2014-06-11')).toEqual(['GREEN', 'YELLOW', 'YELLOW']);
  });

  it('turns red on the day after the due day', () => {
    expect(dates(timed)).toMatchObject({ redOn: '2014-06-17', redReason: { rule: 'OVERDUE', dueOn: '2014-06-16' } });
    expect(around(timed, '2014-06-16')).toEqual(['YELLOW', 'YELLOW', 'RED']);
  });

  it('rounds a part of a day up: 70 % of 9 days is the 7th', () => {
    expect(dates({ ...timed, dueOn: '2014-06-13' })).toMatchObject({ yellowOn: '2014-06-11', yellowReason: { percent: 77.8 } });
  });

  it('is yellow at once where no working day is allotted', () => {
    expect(dates({ ...timed, dueOn: timed.assignedOn })).toMatchObject({ yellowOn: '2014-06-02', redOn: '2014-06-03' });
  });

  it('knows no time without a limit, nor yellow where a plan leads', () => {
    expect(dates({ ...timed, dueOn: openEnded })).toEqual(neverLit);
    expect(dates({ ...timed, thresholds: { ...thresholds, timeYellowPercent: null } }).yellowOn).toBe(openEnded);
  });

  it('refuses a limit in a year without a calendar', () => {
    expect(() => dates({ ...timed, dueOn: '2016-06-16' })).toThrow(CalendarYearMissing);
  });
});

describe('the plan rule', () => {
  it('judges from the day the report is due, not from the end of the month', () => {
    expect(dates(planned)).toMatchObject({
      yellowOn: '2014-08-05',
      yellowReason: { rule: 'BEHIND_PLAN', progressPercent: 20, planPercent: 50, periodOn: '2014-07-31' },
      redOn: '2014-09-03',
      redReason: { rule: 'BEHIND_PLAN', progressPercent: 20, planPercent: 80, periodOn: '2014-08-31' },
    });
    expect(around(planned, '2014-08-05')).toEqual(['GREEN', 'YELLOW', 'YELLOW']);
    expect(around(planned, '2014-09-03')).toEqual(['YELLOW', 'RED', 'RED']);
  });

  it.each([
    [50, openEnded, openEnded],
    [40.1, openEnded, openEnded],
    [40, '2014-08-05', openEnded],
    [20, '2014-08-05', openEnded],
    [19.9, '2014-08-05', '2014-08-05'],
  ])('with %d % of 50 planned: yellow on %s, red on %s', (progressPercent, yellowOn, redOn) => {
    const untilAugust = { ...planned, dueOn: openEnded, plan: plan.slice(0, 2), progressPercent };
    expect(dates(untilAugust)).toMatchObject({ yellowOn, redOn });
  });

  it('takes tenths for what they are', () => {
    const tenths = [{ ...plan[0]!, percent: 33.3 }];
    expect(dates({ ...planned, plan: tenths, progressPercent: 23.3 }).yellowOn).toBe('2014-07-03');
    expect(dates({ ...planned, plan: tenths, progressPercent: 3.3, dueOn: openEnded }).redOn).toBe(openEnded);
  });

  it('judges by the last of the points due on or before the day, wherever the facts begin', () => {
    expect(dates({ ...planned, from: '2014-08-20' })).toMatchObject({ yellowOn: '2014-08-20', yellowReason: { periodOn: '2014-07-31' } });
    expect(dates({ ...planned, from: '2014-09-03' })).toMatchObject({ yellowOn: '2014-09-03', yellowReason: { periodOn: '2014-08-31' } });
    expect(dates({ ...planned, from: '2014-10-15' })).toMatchObject({ yellowOn: '2014-10-15', yellowReason: { periodOn: '2014-08-31' } });
  });

  it('gives no judgement without a measure', () => {
    expect(dates({ ...planned, progressPercent: null })).toMatchObject({ yellowOn: openEnded, redOn: '2015-01-01' });
  });

  it('names being overdue before being behind, and being behind before time used', () => {
    const sameDay = { ...planned, dueOn: '2014-09-02' };
    expect(dates(sameDay).redReason).toEqual({ rule: 'OVERDUE', dueOn: '2014-09-02' });
    const late = { ...planned, thresholds, dueOn: '2014-08-06', from: '2014-08-06' };
    expect(dates(late).yellowReason).toMatchObject({ rule: 'BEHIND_PLAN' });
  });
});

describe('grey', () => {
  it.each([
    [null, '2014-07-03'],
    [undefined, '2014-07-03'],
    ['2014-06-29', '2014-07-03'],
    ['2014-06-30', '2014-08-05'],
    ['2014-07-31', '2014-09-03'],
    ['2014-08-31', openEnded],
  ])('reported through %s: the next report is due on %s', (reportedThrough, reportDueOn) => {
    expect(dates({ ...planned, reportedThrough }).reportDueOn).toBe(reportDueOn);
  });

  it('begins on the day after the report was due', () => {
    const onPlan = { ...planned, progressPercent: 100, reportedThrough: '2014-06-30' };
    expect(around(onPlan, '2014-08-05')).toEqual(['GREEN', 'GREEN', 'GREY']);
    expect(reasonOn(lit(onPlan), '2014-08-06')).toEqual({ rule: 'NOT_REPORTED', reportDueOn: '2014-08-05' });
  });

  it('asks for no report on a period before the assignment', () => {
    expect(dates({ ...planned, assignedOn: '2014-07-15', reportedThrough: null }).reportDueOn).toBe('2014-08-05');
  });
});

describe('the order', () => {
  const all: Lit = {
    state: 'IN_PROGRESS',
    yellowOn: '2014-07-10',
    yellowReason: { rule: 'TIME_USED', percent: 70, dueOn: '2014-07-30' },
    reportDueOn: '2014-07-20',
    redOn: '2014-07-31',
    redReason: { rule: 'OVERDUE', dueOn: '2014-07-30' },
  };

  it.each([
    ['2014-07-09', 'GREEN', null],
    ['2014-07-10', 'YELLOW', 'TIME_USED'],
    ['2014-07-20', 'YELLOW', 'TIME_USED'],
    ['2014-07-21', 'GREY', 'NOT_REPORTED'],
    ['2014-07-30', 'GREY', 'NOT_REPORTED'],
    ['2014-07-31', 'RED', 'OVERDUE'],
    ['2014-08-01', 'RED', 'OVERDUE'],
  ])('%s: %s because %s', (day, light, rule) => {
    expect([lightOn(all, day), reasonOn(all, day)?.rule ?? null]).toEqual([light, rule]);
  });

  it('puts the override first', () => {
    const overridden = { ...all, override: { light: 'GREEN', reason: '汛情' } } satisfies Lit;
    expect(lightOn(overridden, '2014-08-01')).toBe('GREEN');
    expect(reasonOn(overridden, '2014-08-01')).toEqual({ rule: 'OVERRIDE', light: 'GREEN', reason: '汛情' });
    expect(lightOn({ ...all, override: null }, '2014-08-01')).toBe('RED');
  });

  it.each([...endedStates, ...unbornStates])('shows nothing in %s, an override notwithstanding', (state) => {
    const unlit = { ...all, state, override: { light: 'RED', reason: '—' } } satisfies Lit;
    expect([lightOn(unlit, '2014-08-01'), reasonOn(unlit, '2014-08-01')]).toEqual([null, null]);
  });
});

describe('for any facts', () => {
  const day = fc.integer({ min: dayNumber('2014-01-01'), max: dayNumber('2014-11-30') }).map(dayFromNumber);
  const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
  const anyPlan = fc
    .array(fc.record({ periodOn: day, percent, grace: fc.integer({ min: 0, max: 12 }) }), { maxLength: 6 })
    .map((points) => {
      const percents = points.map((point) => point.percent).sort((a, b) => a - b);
      const periods = points.map(({ periodOn }) => periodOn).sort();
      return periods.map((periodOn, index) => {
        const grace = Math.min(...points.slice(index).map((point) => point.grace));
        return { periodOn, percent: percents[index]!, reportDueOn: addDays(periodOn, grace) };
      });
    });
  const anyInput: fc.Arbitrary<LightInput> = fc.record({
    assignedOn: day,
    dueOn: fc.oneof(day, fc.constant(openEnded)),
    progressPercent: fc.option(percent),
    thresholds: fc.record({
      timeYellowPercent: fc.option(fc.integer({ min: 0, max: 100 })),
      planYellowPoints: fc.integer({ min: 1, max: 30 }),
      planRedPoints: fc.integer({ min: 30, max: 60 }),
    }),
    plan: anyPlan,
    reportedThrough: fc.option(day),
    from: day,
  });

  /** The definitions of `lightDates`, asked of one day. */
  function judge({ assignedOn, dueOn, progressPercent, thresholds, plan = [] }: LightInput, on: Day) {
    const point = plan.filter(({ reportDueOn }) => reportDueOn <= on).at(-1);
    const lag = point && progressPercent !== null ? Math.round(10 * (point.percent - progressPercent)) / 10 : Number.NEGATIVE_INFINITY;
    const allotted = dueOn === openEnded || dueOn < assignedOn ? 0 : workingDaysBetween(calendar2014, assignedOn, dueOn);
    const isTimeUsed =
      dueOn !== openEnded &&
      thresholds.timeYellowPercent !== null &&
      on >= assignedOn &&
      100 * workingDaysBetween(calendar2014, assignedOn, on) >= thresholds.timeYellowPercent * allotted;
    return {
      isRed: on > dueOn || lag > thresholds.planRedPoints,
      isYellow: isTimeUsed || lag >= thresholds.planYellowPoints,
    };
  }

  it('the dates are those of an evaluation day by day', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { yellowOn, redOn } = dates(input);
        for (let on = input.from; on <= '2015-01-15'; on = addDays(on, 1)) {
          expect({ on, isRed: on >= redOn, isYellow: on >= yellowOn }).toEqual({ on, ...judge(input, on) });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('a light never goes back, but through grey', () => {
    const rank: Record<Light, number> = { GREEN: 0, YELLOW: 1, GREY: 2, RED: 3 };
    fc.assert(
      fc.property(anyInput, (input) => {
        const shown = lit(input);
        let before = 0;
        for (let on = input.from; on <= '2015-01-15'; on = addDays(on, 1)) {
          const now = rank[lightOn(shown, on)!];
          expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('every light but green says why', () => {
    fc.assert(
      fc.property(anyInput, day, (input, on) => {
        const shown = lit(input);
        expect(reasonOn(shown, on) === null).toBe(lightOn(shown, on) === 'GREEN');
      }),
    );
  });
});
