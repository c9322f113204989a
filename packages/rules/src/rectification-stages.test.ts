import { describe, expect, it } from 'vitest';
import { type StagePlan, stageOn, stageProblems, stageStanding } from './rectification-stages.ts';

const mobilise: StagePlan = {
  stage: 'MOBILISE',
  plannedFrom: '2014-06-03',
  plannedTo: '2014-06-13',
  startedOn: '2014-06-03',
  endedOn: '2014-06-13',
};
const screen: StagePlan = {
  stage: 'SCREEN',
  plannedFrom: '2014-06-16',
  plannedTo: '2014-07-15',
  startedOn: '2014-06-18',
  endedOn: '2014-07-25',
};
const rectify: StagePlan = { stage: 'RECTIFY', plannedFrom: '2014-07-16', plannedTo: '2014-09-20', startedOn: '2014-07-26', endedOn: null };
const consolidate: StagePlan = { stage: 'CONSOLIDATE', plannedFrom: '2014-09-21', plannedTo: '2014-12-31', startedOn: null, endedOn: null };
const all = [consolidate, mobilise, rectify, screen];

describe('stageStanding', () => {
  it.each([
    [mobilise, '2014-06-02', 'AHEAD', 0],
    [mobilise, '2014-06-10', 'UNDER_WAY', 0],
    [mobilise, '2014-06-13', 'OVER', 0],
    [screen, '2014-06-17', 'AHEAD', 1],
    [screen, '2014-07-20', 'UNDER_WAY', 5],
    [screen, '2014-09-30', 'OVER', 10],
    [rectify, '2014-09-30', 'UNDER_WAY', 10],
    [consolidate, '2014-09-30', 'AHEAD', 9],
  ] as const)('%o on %s: %s, %i days late', (plan, asOf, phase, lateDays) => {
    expect(stageStanding(plan, asOf)).toEqual({ phase, lateDays });
  });
});

it('stands in the last stage begun', () => {
  expect(['2014-06-01', '2014-06-14', '2014-06-18', '2014-09-30'].map((day) => stageOn(all, day))).toEqual([
    null,
    'MOBILISE',
    'SCREEN',
    'RECTIFY',
  ]);
});

describe('stageProblems', () => {
  it('finds none in days that run forward, also where a stage begins while the one before runs', () => {
    expect(stageProblems(all, '2014-09-30')).toEqual([]);
    expect(stageProblems([mobilise, { ...screen, startedOn: '2014-06-10' }], '2014-09-30')).toEqual([]);
  });

  it.each([
    [{ ...rectify, plannedTo: '2014-07-15' }, 'plannedTo', 'ENDS_BEFORE_BEGIN'],
    [{ ...rectify, plannedFrom: '2014-06-15' }, 'plannedFrom', 'BEFORE_STAGE_BEFORE'],
    [{ ...rectify, startedOn: '2014-10-01' }, 'startedOn', 'FUTURE'],
    [{ ...rectify, startedOn: '2014-06-17' }, 'startedOn', 'BEFORE_STAGE_BEFORE'],
    [{ ...rectify, startedOn: null, endedOn: '2014-09-20' }, 'endedOn', 'NOT_BEGUN'],
    [{ ...rectify, endedOn: '2014-10-01' }, 'endedOn', 'FUTURE'],
    [{ ...rectify, endedOn: '2014-07-25' }, 'endedOn', 'ENDS_BEFORE_BEGIN'],
  ] as const)('%o: %s %s', (plan, field, code) => {
    expect(stageProblems([mobilise, screen, plan, consolidate], '2014-09-30')).toEqual([{ stage: 'RECTIFY', field, code }]);
  });

  it('asks for the stage before to have begun', () => {
    expect(stageProblems([mobilise, { ...screen, startedOn: null, endedOn: null }, rectify], '2014-09-30')).toEqual([
      { stage: 'RECTIFY', field: 'startedOn', code: 'STAGE_BEFORE_NOT_BEGUN' },
    ]);
  });
});
