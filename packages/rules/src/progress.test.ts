import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar2014 } from './calendar-2014.fixture.ts';
import { type PlannedStep, planOf, progressOf, progressUnreported } from './progress.ts';
import { itemKinds } from './vocabulary.ts';

const reporting = { calendar: calendar2014, graceWorkingDays: 3 };
const step = (plannedOn: string | null, actualOn: string | null = null, weight = 1): PlannedStep => ({ plannedOn, actualOn, weight });

describe('progress', () => {
  it.each([
    ['NOT_STARTED', 0],
    ['PARTLY', 50],
    ['DONE', 100],
  ] as const)('of a style problem %s: %i', (rectificationClass, expected) => {
    expect(progressOf('STYLE_PROBLEM', { rectificationClass })).toBe(expected);
  });

  it.each([
    ['none done', [step('2014-07-01'), step('2014-08-01')], 0],
    ['one of three', [step('2014-07-01', '2014-07-02'), step('2014-08-01'), step(null)], 33.3],
    ['by weight', [step('2014-07-01', '2014-07-02', 3), step('2014-08-01', null, 1)], 75],
    ['decimal weights', [step('2014-07-01', '2014-07-02', 0.1), step('2014-07-01', '2014-07-02', 0.2), step('2014-08-01', null, 0.7)], 30],
    ['all done', [step('2014-07-01', '2014-07-02'), step(null, '2014-08-02')], 100],
    ['no step yet', [], null],
  ])('of a hard problem, %s', (_, steps, expected) => {
    expect(progressOf('HARD_PROBLEM', { steps })).toBe(expected);
  });

  it('weighs a step as 1 where nothing is said', () => {
    const steps = [{ plannedOn: null, actualOn: '2014-07-02' }, step(null, null, 3)];
    expect(progressOf('HARD_PROBLEM', { steps })).toBe(25);
  });

  it('of a project counts nodes, and is 100 only when all are done', () => {
    const nodes = Array.from({ length: 3000 }, (_, index) => ({ plannedOn: null, actualOn: index === 0 ? null : '2014-07-02' }));
    expect(progressOf('SERVICE_PROJECT', { nodes })).toBe(99.9);
    expect(progressOf('SERVICE_PROJECT', { nodes: nodes.slice(1) })).toBe(100);
  });

  it.each([
    [
      'of counties, summed',
      [
        { target: 1000, actual: 450 },
        { target: 500, actual: 300 },
      ],
      50,
    ],
    ['never above 100', [{ target: 100, actual: 130 }], 100],
    ['never below 0', [{ target: 100, actual: -5 }], 0],
    ['no target yet', [], null],
  ])('of a livelihood work %s', (_, targets, expected) => {
    expect(progressOf('LIVELIHOOD_WORK', { targets, monthlyPlan: [] })).toBe(expected);
  });

  it('does not lose a tenth to sums of decimals', () => {
    const targets = Array.from({ length: 8 }, (_, index) => ({ target: index === 0 ? 1 : 0, actual: 0.1 }));
    expect(progressOf('LIVELIHOOD_WORK', { targets, monthlyPlan: [] })).toBe(80);
  });

  it.each(['COMPLAINT', 'SUPERVISION_TASK', 'PUBLIC_PROBLEM', 'RECTIFICATION_PROBLEM'] as const)('of %s has no measure', (kind) => {
    expect([progressOf(kind, {}), progressUnreported(kind)]).toEqual([null, null]);
  });

  it('is 0 before the first report where there is a measure', () => {
    expect(itemKinds.map((kind) => progressUnreported(kind))).toEqual([0, 0, 0, 0, null, null, null, null]);
  });
});

describe('the plan', () => {
  it('of a hard problem has every month from the first planned step to the last, its report due after the grace', () => {
    const steps = [step('2014-09-20', null, 2), step('2014-07-31', '2014-07-30', 1), step('2014-07-01', null, 1)];
    expect(planOf('HARD_PROBLEM', { steps }, reporting)).toEqual([
      { periodOn: '2014-07-31', percent: 50, reportDueOn: '2014-08-05' },
      { periodOn: '2014-08-31', percent: 50, reportDueOn: '2014-09-03' },
      { periodOn: '2014-09-30', percent: 100, reportDueOn: '2014-10-10' },
    ]);
  });

  it('leaves steps without a date in the whole, never in the plan', () => {
    expect(planOf('HARD_PROBLEM', { steps: [step('2014-07-01'), step(null)] }, reporting)).toMatchObject([{ percent: 50 }]);
    expect(planOf('HARD_PROBLEM', { steps: [step(null)] }, reporting)).toEqual([]);
  });

  it('of a project comes from its nodes', () => {
    const nodes = [step('2014-06-10'), step('2014-07-10')];
    expect(planOf('SERVICE_PROJECT', { nodes }, reporting).map(({ percent }) => percent)).toEqual([50, 100]);
  });

  it('of a livelihood work is its monthly plan against the target', () => {
    const detail = {
      targets: [{ target: 400, actual: 0 }],
      monthlyPlan: [
        { periodOn: '2014-07-31', quantity: 200 },
        { periodOn: '2014-06-30', quantity: 50 },
      ],
    };
    expect(planOf('LIVELIHOOD_WORK', detail, reporting)).toEqual([
      { periodOn: '2014-06-30', percent: 12.5, reportDueOn: '2014-07-03' },
      { periodOn: '2014-07-31', percent: 50, reportDueOn: '2014-08-05' },
    ]);
  });

  it('is none for style problems, complaints and supervision tasks', () => {
    expect(planOf('STYLE_PROBLEM', { rectificationClass: 'PARTLY' }, reporting)).toEqual([]);
    expect(planOf('COMPLAINT', {}, reporting)).toEqual([]);
    expect(planOf('SUPERVISION_TASK', {}, reporting)).toEqual([]);
  });

  it('never falls, and steps done as planned leave no lag', () => {
    const day = fc.integer({ min: 1, max: 28 }).chain((d) => fc.integer({ min: 1, max: 11 }).map((m) => `2014-${two(m)}-${two(d)}`));
    const anyStep = fc.record({ plannedOn: day, actualOn: fc.constant(null), weight: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), (steps) => {
        let before = 0;
        for (const { periodOn, percent } of planOf('HARD_PROBLEM', { steps }, reporting)) {
          expect(percent).toBeGreaterThanOrEqual(before);
          before = percent;
          const done = steps.map((row) => ({ ...row, actualOn: row.plannedOn <= periodOn ? row.plannedOn : null }));
          expect(progressOf('HARD_PROBLEM', { steps: done })).toBe(percent);
        }
        expect(before).toBe(100);
      }),
    );
  });
});

function two(number: number): string {
  return String(number).padStart(2, '0');
}
