import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFromNumber, dayNumber, laterOf } from './calendar.ts';
import { calendar2014 } from './calendar-2014.fixture.ts';
import { isUnlit, lightDates, lightOn, neverLit } from './lights.ts';
import { progressUnreported } from './progress.ts';
import { type LifeFacts, lifeOf } from './timeline.ts';
import { type Day, itemKinds, itemStates, openEnded } from './vocabulary.ts';

const base: LifeFacts = {
  kind: 'HARD_PROBLEM',
  foundOn: '2014-05-20',
  assignedOn: '2014-06-03',
  state: 'IN_PROGRESS',
  dueOn: '2014-09-10',
  thresholds: { timeYellowPercent: null, planYellowPoints: 10, planRedPoints: 30 },
  plan: [
    { periodOn: '2014-06-30', percent: 20, reportDueOn: '2014-07-03' },
    { periodOn: '2014-07-31', percent: 60, reportDueOn: '2014-08-05' },
  ],
  progressPoints: [],
  asOf: '2014-09-30',
};
const life = (changed: Partial<LifeFacts>) => lifeOf(calendar2014, { ...base, ...changed });
const outline = (changed: Partial<LifeFacts>) => life(changed).map(({ from, state, progressPercent }) => [from, state, progressPercent]);

describe('history from a ledger', () => {
  it('tells a life from finding to 销号, each span with the lights as they stood', () => {
    const spans = life({
      signedOn: '2014-06-05',
      progressPoints: [
        { on: '2014-07-02', percent: 15, reportedThrough: '2014-06-30' },
        { on: '2014-08-20', percent: 60, reportedThrough: '2014-07-31' },
      ],
      reportedOn: '2014-09-12',
      closedOn: '2014-09-15',
      writtenOffOn: '2014-09-22',
      state: 'WRITTEN_OFF',
    });
    expect(spans.map(({ from, to, state, yellowOn, redOn, reportDueOn }) => [from, to, state, yellowOn, redOn, reportDueOn])).toEqual([
      ['2014-05-20', '2014-06-02', 'DRAFT', openEnded, openEnded, openEnded],
      ['2014-06-03', '2014-06-04', 'ASSIGNED', '2014-07-03', '2014-08-05', '2014-07-03'],
      ['2014-06-05', '2014-07-01', 'SIGNED', '2014-07-03', '2014-08-05', '2014-07-03'],
      ['2014-07-02', '2014-08-19', 'IN_PROGRESS', '2014-08-05', '2014-08-05', '2014-08-05'],
      ['2014-08-20', '2014-09-11', 'IN_PROGRESS', openEnded, '2014-09-11', openEnded],
      ['2014-09-12', '2014-09-14', 'REPORTED', openEnded, '2014-09-12', openEnded],
      ['2014-09-15', '2014-09-21', 'CLOSED', openEnded, openEnded, openEnded],
      ['2014-09-22', openEnded, 'WRITTEN_OFF', openEnded, openEnded, openEnded],
    ]);
    expect(spans[3]!.yellowReason).toEqual({ rule: 'BEHIND_PLAN', progressPercent: 15, planPercent: 60, periodOn: '2014-07-31' });
  });

  it('begins with the assignment when nobody says when it was found', () => {
    expect(outline({ foundOn: null, state: 'ASSIGNED' })).toEqual([['2014-06-03', 'ASSIGNED', 0]]);
  });

  it('lets the last of several changes on one day stand', () => {
    const progressPoints = [
      { on: '2014-06-03', percent: 10, reportedThrough: null },
      { on: '2014-06-03', percent: 30, reportedThrough: null },
    ];
    expect(outline({ foundOn: '2014-06-03', signedOn: '2014-06-03', progressPoints })).toEqual([['2014-06-03', 'IN_PROGRESS', 30]]);
  });

  it('moves a stage dated before an earlier one up to it', () => {
    expect(outline({ signedOn: '2014-06-20', closedOn: '2014-06-10', state: 'CLOSED' })).toEqual([
      ['2014-05-20', 'DRAFT', 0],
      ['2014-06-03', 'ASSIGNED', 0],
      ['2014-06-20', 'CLOSED', 0],
    ]);
  });

  it('gives the last stage the state of the facts, from the day it says', () => {
    expect(outline({ reportedOn: '2014-07-01', state: 'UNDER_REVIEW' }).at(-1)).toEqual(['2014-07-01', 'UNDER_REVIEW', 0]);
    const reopened = outline({ closedOn: '2014-07-01', state: 'ASSIGNED', stateSince: '2014-08-01' });
    expect(reopened.slice(-2)).toEqual([
      ['2014-07-01', 'CLOSED', 0],
      ['2014-08-01', 'ASSIGNED', 0],
    ]);
  });

  it('leaves a complaint without a measure and an unreported matter at zero', () => {
    for (const kind of ['COMPLAINT', 'SUPERVISION_TASK', 'PUBLIC_PROBLEM', 'RECTIFICATION_PROBLEM'] as const)
      expect(life({ kind, plan: [], state: 'ASSIGNED' }).at(-1)!.progressPercent).toBeNull();
    expect(life({ state: 'ASSIGNED' }).at(-1)!.progressPercent).toBe(0);
  });

  it('uses no date after its own day', () => {
    const progressPoints = [{ on: '2014-10-01', percent: 80, reportedThrough: '2014-09-30' }];
    const future = { signedOn: '2014-10-01', progressPoints, dueChanges: [{ on: '2014-10-01', was: '2014-08-29' }] };
    expect(life({ ...future, state: 'ASSIGNED' })).toEqual(life({ state: 'ASSIGNED' }));
  });

  it('uses the dates of its own day', () => {
    const progressPoints = [{ on: '2014-09-30', percent: 80, reportedThrough: '2014-08-31' }];
    expect(outline({ progressPoints }).at(-1)).toEqual(['2014-09-30', 'IN_PROGRESS', 80]);
  });

  it('knows the due day of each time', () => {
    const spans = life({
      foundOn: null,
      state: 'ASSIGNED',
      plan: [],
      dueOn: '2014-09-29',
      dueChanges: [{ on: '2014-07-15', was: '2014-07-31' }],
    });
    expect(spans.map(({ from, dueOn, redOn }) => [from, dueOn, redOn])).toEqual([
      ['2014-06-03', '2014-07-31', '2014-08-01'],
      ['2014-07-15', '2014-09-29', '2014-09-30'],
    ]);
  });

  it('lays a suspension over the stage, unlit', () => {
    const spans = life({ signedOn: '2014-06-05', state: 'SIGNED', suspensions: [{ from: '2014-07-01', to: '2014-07-31' }] });
    expect(spans.slice(-2)).toMatchObject([
      { from: '2014-07-01', to: '2014-07-31', state: 'SUSPENDED', ...neverLit },
      { from: '2014-08-01', to: openEnded, state: 'SIGNED', redOn: '2014-08-05' },
    ]);
    const still = outline({ signedOn: '2014-06-05', state: 'SUSPENDED', suspensions: [{ from: '2014-07-01', to: null }] });
    expect(still.slice(-2)).toEqual([
      ['2014-06-05', 'SIGNED', 0],
      ['2014-07-01', 'SUSPENDED', 0],
    ]);
  });
});

describe('for any ledger row', () => {
  const day = fc.integer({ min: dayNumber('2014-01-01'), max: dayNumber('2014-12-15') }).map(dayFromNumber);
  const maybe = fc.option(day);
  const percent = fc.integer({ min: 0, max: 100 });
  const facts: fc.Arbitrary<LifeFacts> = fc.record({
    kind: fc.constantFrom(...itemKinds),
    foundOn: maybe,
    assignedOn: day,
    signedOn: maybe,
    reportedOn: maybe,
    closedOn: maybe,
    writtenOffOn: maybe,
    state: fc.constantFrom(...itemStates),
    stateSince: maybe,
    dueOn: fc.oneof(day, fc.constant(openEnded)),
    dueChanges: fc.array(fc.record({ on: day, was: day }), { maxLength: 2 }),
    thresholds: fc.record({
      timeYellowPercent: fc.option(percent),
      planYellowPoints: fc.constant(10),
      planRedPoints: fc.constant(30),
    }),
    plan: fc.array(fc.tuple(day, percent), { maxLength: 4 }).map((points) => {
      const percents = points.map(([, value]) => value).sort((a, b) => a - b);
      const periods = points.map(([periodOn]) => periodOn).sort();
      return periods.map((periodOn, index) => ({ periodOn, percent: percents[index]!, reportDueOn: addDays(periodOn, 5) }));
    }),
    progressPoints: fc.array(fc.record({ on: day, percent: fc.option(percent), reportedThrough: maybe }), { maxLength: 5 }),
    suspensions: fc.array(
      fc.tuple(day, fc.option(fc.nat({ max: 60 }))).map(([from, length]) => ({ from, to: length === null ? null : addDays(from, length) })),
      { maxLength: 2 },
    ),
    asOf: day,
  });

  it('the spans share out all days from the first one on', () => {
    fc.assert(
      fc.property(facts, (row) => {
        const spans = lifeOf(calendar2014, row);
        expect(spans[0]!.from).toBe(row.foundOn ?? row.assignedOn);
        expect(spans.at(-1)!.to).toBe(openEnded);
        for (const [index, { from, to }] of spans.entries()) {
          expect(from <= to).toBe(true);
          const next = spans[index + 1];
          if (next) expect(next.from).toBe(addDays(to, 1));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the last state is that of the facts, and nothing begins after the ledger’s day', () => {
    fc.assert(
      fc.property(facts, (row) => {
        const spans = lifeOf(calendar2014, row);
        expect(spans.at(-1)!.state).toBe(row.state);
        expect(spans.slice(1).every(({ from }) => from <= row.asOf)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('the light of a day is that of what was known on it', () => {
    fc.assert(
      fc.property(facts, (row) => {
        for (const span of lifeOf(calendar2014, row)) {
          const last = span.to === openEnded ? laterOf(addDays(row.asOf, 40), span.from) : span.to;
          for (let on: Day = span.from; on <= last; on = addDays(on, 1)) {
            expect({ on, light: lightOn(span, on) }).toEqual({ on, light: lightKnownOn(row, span, on) });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  /** Computed afresh from what the row knew on the day; only the state is the span's. */
  function lightKnownOn(row: LifeFacts, { state }: { state: LifeFacts['state'] }, on: Day) {
    const knownUntil = on < row.asOf ? on : row.asOf;
    let figure: LifeFacts['progressPoints'][number] | null = null;
    for (const point of row.progressPoints) if (point.on <= knownUntil && (!figure || point.on >= figure.on)) figure = point;
    let change: { on: Day; was: Day } | null = null;
    for (const one of row.dueChanges ?? []) if (one.on > on && one.on <= row.asOf && (!change || one.on < change.on)) change = one;
    const isMeasured = progressUnreported(row.kind) !== null;
    const known = lightDates(calendar2014, {
      assignedOn: row.assignedOn,
      dueOn: change ? change.was : row.dueOn,
      progressPercent: figure ? figure.percent : isMeasured ? 0 : null,
      thresholds: row.thresholds,
      plan: row.plan,
      reportedThrough: figure ? figure.reportedThrough : null,
      from: on,
    });
    const isDark = isUnlit(state) || state === 'SUSPENDED';
    return lightOn({ ...(isDark ? neverLit : known), state }, on);
  }
});
