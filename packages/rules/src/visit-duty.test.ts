import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar.ts';
import { type ContactSpan, countsAsOf, missedStreak, monthsBetween, type VisitMade, visitDuties } from './visit-duty.ts';

const always: ContactSpan = { from: '2014-01-01', to: '9999-12-31' };
const made = (visitedOn: string, knownOn = visitedOn, withdrawnOn: string | null = null): VisitMade => ({
  visitedOn,
  knownOn,
  withdrawnOn,
});
const stateOf = (spans: ContactSpan[], visits: VisitMade[], asOf: string, month = '2014-08') => {
  const [duty] = visitDuties(spans, visits, [month], asOf);
  return `${duty!.state} ${duty!.visits}`;
};

describe('the duty of a month', () => {
  it.each<[what: string, spans: ContactSpan[], visits: VisitMade[], asOf: string, expected: string]>([
    ['without a contact point', [], [], '2014-09-30', 'NOT_OWED 0'],
    ['a visit made though none was owed', [], [made('2014-08-05')], '2014-09-30', 'NOT_OWED 1'],
    ['a contact point that ended before', [{ from: '2014-01-01', to: '2014-07-31' }], [], '2014-09-30', 'NOT_OWED 0'],
    ['one that ended on its first day', [{ from: '2014-01-01', to: '2014-08-01' }], [], '2014-09-30', 'MISSED 0'],
    ['one that began on its last day', [{ from: '2014-08-31', to: '9999-12-31' }], [], '2014-09-30', 'MISSED 0'],
    ['one that begins later in the month', [{ from: '2014-08-20', to: '9999-12-31' }], [], '2014-08-19', 'NOT_OWED 0'],
    ['a span that ends before it begins', [{ from: '2014-08-20', to: '2014-08-10' }], [], '2014-09-30', 'NOT_OWED 0'],
    ['in the month', [always], [], '2014-08-12', 'OPEN 0'],
    ['on its last day', [always], [], '2014-08-31', 'OPEN 0'],
    ['on the day after', [always], [], '2014-09-01', 'MISSED 0'],
    ['a month that lies ahead', [always], [], '2014-07-31', 'NOT_OWED 0'],
    ['one visit', [always], [made('2014-08-31')], '2014-08-31', 'DONE 1'],
    ['two contact points, one visit', [always, always], [made('2014-08-01')], '2014-09-30', 'DONE 1'],
    ['two visits', [always], [made('2014-08-01'), made('2014-08-20')], '2014-09-30', 'DONE 2'],
    ['visits of the months beside it', [always], [made('2014-07-31'), made('2014-09-01')], '2014-09-30', 'MISSED 0'],
    ['entered late, before it was', [always], [made('2014-08-29', '2014-09-04')], '2014-09-03', 'MISSED 0'],
    ['entered late, once it was', [always], [made('2014-08-29', '2014-09-04')], '2014-09-04', 'DONE 1'],
    ['withdrawn by the day', [always], [made('2014-08-29', '2014-08-29', '2014-09-10')], '2014-09-10', 'MISSED 0'],
    ['withdrawn after the day', [always], [made('2014-08-29', '2014-08-29', '2014-09-10')], '2014-09-09', 'DONE 1'],
  ])('%s', (_what, spans, visits, asOf, expected) => {
    expect(stateOf(spans, visits, asOf)).toBe(expected);
  });
});

describe('streaks', () => {
  const streakOf = (visits: VisitMade[], asOf = '2014-09-30', spans = [always]) =>
    missedStreak(visitDuties(spans, visits, monthsBetween('2014-04', '2014-09'), asOf));

  it('finds the longest row of missed months and the one that lasts', () => {
    expect(streakOf([])).toEqual({ longest: 5, current: 5 });
    expect(streakOf([made('2014-06-10')])).toEqual({ longest: 2, current: 2 });
    expect(streakOf([made('2014-08-10')])).toEqual({ longest: 4, current: 0 });
    expect(streakOf([made('2014-09-10')])).toEqual({ longest: 5, current: 0 });
    expect(streakOf([made('2014-09-10')], '2014-10-01')).toEqual({ longest: 5, current: 0 });
    expect(streakOf([], '2014-10-01')).toEqual({ longest: 6, current: 6 });
  });

  it('does not count months without a duty, and does not break at them', () => {
    const spans = [
      { from: '2014-04-01', to: '2014-05-31' },
      { from: '2014-08-01', to: '9999-12-31' },
    ];
    expect(streakOf([], '2014-09-30', spans)).toEqual({ longest: 3, current: 3 });
    expect(streakOf([], '2014-09-30', [])).toEqual({ longest: 0, current: 0 });
  });
});

it('lists months across a year, and none in the wrong order', () => {
  expect(monthsBetween('2013-11', '2014-02')).toEqual(['2013-11', '2013-12', '2014-01', '2014-02']);
  expect(monthsBetween('2014-09', '2014-09')).toEqual(['2014-09']);
  expect(monthsBetween('2014-09', '2014-08')).toEqual([]);
});

const day = fc.integer({ min: 0, max: 420 }).map((days) => addDays('2013-12-01', days));
const span = fc.tuple(day, day).map((days): ContactSpan => {
  const [from, to] = [...days].sort();
  return { from: from!, to: to! };
});
const visit = fc.tuple(day, fc.nat(40), fc.option(fc.nat(60), { nil: null })).map(([on, late, gone]): VisitMade => {
  const knownOn = addDays(on, late);
  return { visitedOn: on, knownOn, withdrawnOn: gone === null ? null : addDays(knownOn, gone) };
});
const months = monthsBetween('2014-01', '2014-12');
const world = fc.tuple(fc.array(span, { maxLength: 3 }), fc.array(visit, { maxLength: 12 }), day);

describe('whatever happened', () => {
  it('every visit that counts stands in one month', () => {
    fc.assert(
      fc.property(world, ([spans, visits, asOf]) => {
        const total = visitDuties(spans, visits, months, asOf).reduce((sum, duty) => sum + duty.visits, 0);
        const expected = visits.filter((one) => countsAsOf(one, asOf) && one.visitedOn.startsWith('2014')).length;
        expect(total).toBe(expected);
      }),
    );
  });

  it('states and counts agree, and no month is missed before it is over', () => {
    fc.assert(
      fc.property(world, ([spans, visits, asOf]) => {
        for (const { month, state, visits: count } of visitDuties(spans, visits, months, asOf)) {
          if (state === 'DONE') expect(count).toBeGreaterThan(0);
          if (state === 'OPEN' || state === 'MISSED') expect(count).toBe(0);
          if (state === 'MISSED') expect(month < asOf.slice(0, 7)).toBe(true);
          if (state === 'OPEN') expect(month).toBe(asOf.slice(0, 7));
          if (month > asOf.slice(0, 7)) expect(state).toBe('NOT_OWED');
        }
      }),
    );
  });

  it('another visit never makes a month worse, and no contact point more ever takes a duty away', () => {
    fc.assert(
      fc.property(world, visit, span, ([spans, visits, asOf], another, more) => {
        const before = visitDuties(spans, visits, months, asOf);
        const after = visitDuties(spans, [...visits, another], months, asOf);
        for (const [at, duty] of before.entries()) {
          if (duty.state === 'DONE') expect(after[at]!.state).toBe('DONE');
          expect(after[at]!.visits).toBeGreaterThanOrEqual(duty.visits);
        }
        const wider = visitDuties([...spans, more], visits, months, asOf);
        for (const [at, duty] of before.entries()) if (duty.state !== 'NOT_OWED') expect(wider[at]!.state).toBe(duty.state);
      }),
    );
  });

  it('the streak that lasts is never longer than the longest, nor that than the months missed', () => {
    fc.assert(
      fc.property(world, ([spans, visits, asOf]) => {
        const duties = visitDuties(spans, visits, months, asOf);
        const { longest, current } = missedStreak(duties);
        expect(current).toBeLessThanOrEqual(longest);
        expect(longest).toBeLessThanOrEqual(duties.filter(({ state }) => state === 'MISSED').length);
      }),
    );
  });
});
