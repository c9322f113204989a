import { describe, expect, it } from 'vitest';
import { byMonth } from './figures.tsx';
import { ganttPoint } from './steps.tsx';

const step = {
  __typename: 'ItemStep',
  id: 's1',
  position: 2,
  title: '征地清表',
  measure: null,
  person: null,
  weight: 1,
  plannedFrom: '2014-06-01',
  plannedOn: '2014-08-20',
  startedOn: '2014-06-10',
  actualOn: '2014-09-05',
  obstacle: null,
  decisionNeeded: null,
  unitText: null,
  unit: null,
} as const;

describe('ganttPoint', () => {
  it('shows a step as it was known on the day', () => {
    expect(ganttPoint(step, '2014-06-05')).toMatchObject({ actual: null, light: null });
    expect(ganttPoint(step, '2014-08-21')).toMatchObject({ actual: { from: '2014-06-10', to: null }, light: 'RED' });
    expect(ganttPoint(step, '2014-09-30')).toMatchObject({ actual: { from: '2014-06-10', to: '2014-09-05' }, light: null });
  });

  it('takes a step done without a start as done on one day', () => {
    expect(ganttPoint({ ...step, startedOn: null }, '2014-09-30').actual).toEqual({ from: '2014-09-05', to: '2014-09-05' });
  });
});

describe('byMonth', () => {
  const figure = (series: 'PLAN' | 'ACTUAL', periodOn: string, value: number, knownOn: string, countyId: string | null = null) =>
    ({ __typename: 'PeriodFigure', id: `${series}${periodOn}${countyId}`, series, periodOn, value, knownOn, countyId }) as const;
  const figures = [
    figure('PLAN', '2014-07-31', 10, '2014-06-01'),
    figure('PLAN', '2014-08-31', 20, '2014-06-01'),
    figure('ACTUAL', '2014-07-31', 8, '2014-08-05'),
    figure('ACTUAL', '2014-08-31', 17, '2014-09-05'),
    figure('ACTUAL', '2014-08-31', 3, '2014-09-05', '411702'),
  ];

  it('sets plan beside actual of the whole, with gaps for what was not known yet', () => {
    expect(byMonth(figures, ['PLAN', 'ACTUAL'], '2014-09-01')).toEqual([
      { month: '2014-07', values: { PLAN: 10, ACTUAL: 8 } },
      { month: '2014-08', values: { PLAN: 20, ACTUAL: null } },
    ]);
    expect(byMonth(figures, ['PLAN', 'ACTUAL'], '2014-09-30')[1]).toEqual({ month: '2014-08', values: { PLAN: 20, ACTUAL: 17 } });
  });
});
