import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute, pool, sql } from '../../database.ts';
import { addItem, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { hardProblemDecisions } from '../hard-problem-decisions/hard-problem-decisions.query.ts';
import { hardProblemDuties } from '../hard-problem-duties/hard-problem-duties.query.ts';
import { hardProblemRates } from '../hard-problem-rates/hard-problem-rates.query.ts';
import { progressSheets } from '../progress-sheets/progress-sheets.query.ts';
import { hardProblemMatrix } from './hard-problem-matrix.query.ts';

const asOf = '2014-09-30';
const leader = viewerWith('CITY_LEADER');
const construction = { ...viewerWith('VICE_MAYOR'), postId: 'vice-mayor-construction' };

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
  await problem({ number: '难-1', level: 'CITY', category: '1', leadUnitId: 'gtj', dutyPostId: 'vice-mayor-construction' }, '2014-08-20');
  await problem({ number: '难-2', level: 'CITY', category: '1', leadUnitId: 'gtj', dutyPostId: 'vice-mayor-executive' }, '2014-09-10');
  await problem({ number: '难-3', level: 'DEPARTMENT', category: '2', leadUnitId: 'ghj', dueOn: '2014-09-05' }, null);
  const withSteps = await problem({ number: '难-4', level: 'COUNTY', category: '2', leadUnitId: '411725' }, null);
  await step(withSteps, 1, { plannedOn: '2014-07-31', startedOn: '2014-07-01', actualOn: '2014-08-15' });
  await step(withSteps, 2, { plannedOn: '2014-09-15', startedOn: '2014-09-01', obstacle: '资金未到位', decisionNeeded: '请明确资金来源' });
  await step(withSteps, 3, { plannedOn: '2014-12-01' });
});
afterAll(() => close());

async function problem(given: Omit<Parameters<typeof addItem>[0], 'kind'>, solvedOn: string | null): Promise<string> {
  const id = await addItem({ kind: 'HARD_PROBLEM', ...given });
  await execute(sql`INSERT INTO hard_problem (item_id, solved_on) VALUES (${id}::uuid, ${solvedOn}::date)`, pool);
  return id;
}

interface Step {
  plannedOn: string;
  startedOn?: string;
  actualOn?: string;
  obstacle?: string;
  decisionNeeded?: string;
}

const step = (id: string, position: number, { plannedOn, startedOn, actualOn, obstacle, decisionNeeded }: Step) =>
  execute(
    sql`INSERT INTO item_step (id, item_id, position, title, planned_on, started_on, actual_on, obstacle, decision_needed)
      VALUES (gen_random_uuid(), ${id}::uuid, ${position}, ${`第 ${position} 步`}, ${plannedOn}::date, ${startedOn ?? null}::date,
        ${actualOn ?? null}::date, ${obstacle ?? null}, ${decisionNeeded ?? null})`,
    pool,
  );

describe('hard problems', () => {
  it('are counted by level and theme, with totals and what is solved by the day', async () => {
    const cells = await hardProblemMatrix(leader, asOf);
    const of = (level: string | null, theme: string | null) => {
      const { problems, solved, red } = cells.find((cell) => cell.level === level && cell.theme === theme) ?? {};
      return { problems, solved, red };
    };
    expect(cells).toHaveLength(4 * 9);
    expect(of('CITY', '1')).toEqual({ problems: 2, solved: 2, red: 0 });
    expect(of('CITY', '2')).toEqual({ problems: 0, solved: 0, red: 0 });
    expect(of('DEPARTMENT', '2')).toEqual({ problems: 1, solved: 0, red: 1 });
    expect(of(null, '2')).toEqual({ problems: 2, solved: 0, red: 1 });
    expect(of('CITY', null)).toEqual({ problems: 2, solved: 2, red: 0 });
    expect(of(null, null)).toEqual({ problems: 4, solved: 2, red: 1 });
    const before = await hardProblemMatrix(leader, '2014-08-31');
    expect(before.at(-1)).toMatchObject({ level: null, theme: null, problems: 4, solved: 1, red: 0 });
  });

  it('are rated by level with the points gained since the end of the month before', async () => {
    expect(await hardProblemRates(leader, asOf)).toEqual([
      { level: 'CITY', problems: 2, solved: 2, percent: 100, changePoints: 50 },
      { level: 'DEPARTMENT', problems: 1, solved: 0, percent: 0, changePoints: 0 },
      { level: 'COUNTY', problems: 1, solved: 0, percent: 0, changePoints: 0 },
      { level: null, problems: 4, solved: 2, percent: 50, changePoints: 25 },
    ]);
    const [city] = await hardProblemRates(leader, asOf, { levels: ['COUNTY'] });
    expect(city).toEqual({ level: 'CITY', problems: 0, solved: 0, percent: null, changePoints: null });
  });

  it('stand on a vice mayor’s two lists: those led, and those overseen by portfolio', async () => {
    const duties = await hardProblemDuties(construction, asOf);
    expect(duties?.led.map(({ number, isSolved }) => [number, isSolved])).toEqual([['难-1', true]]);
    expect(duties?.overseen.map(({ number, light, nextStep, openDecisions }) => [number, light, nextStep, openDecisions])).toEqual([
      ['难-3', 'RED', null, 0],
      ['难-4', expect.any(String), '第 2 步', 1],
    ]);
    expect(await hardProblemDuties(leader, asOf)).toBeNull();
  });

  it('tell the decisions that open ones wait for', async () => {
    const decisions = await hardProblemDecisions(leader, asOf);
    expect(decisions.map(({ number, step: title, decisionNeeded, plannedOn }) => [number, title, decisionNeeded, plannedOn])).toEqual([
      ['难-4', '第 2 步', '请明确资金来源', '2014-09-15'],
    ]);
    expect(await hardProblemDecisions(leader, asOf, { levels: ['CITY'] })).toEqual([]);
  });

  it('show their progress sheets as known on the day', async () => {
    const filter = { kinds: ['HARD_PROBLEM' as const] };
    const sheets = await progressSheets(leader, asOf, filter, 2, 0);
    expect(sheets.map(({ number, total }) => [number, total])).toEqual([
      ['难-3', 4],
      [expect.any(String), 4],
    ]);
    const [sheet] = await progressSheets(leader, '2014-07-31', { ...filter, levels: ['COUNTY'] }, 1, 0);
    expect(sheet?.steps.map(({ startedOn, doneOn, isOverdue }) => [startedOn, doneOn, isOverdue])).toEqual([
      ['2014-07-01', null, false],
      [null, null, false],
      [null, null, false],
    ]);
    const [later] = await progressSheets(leader, asOf, { ...filter, levels: ['COUNTY'] }, 1, 0);
    expect(later?.steps.map(({ doneOn, isOverdue, obstacle }) => [doneOn, isOverdue, obstacle])).toEqual([
      ['2014-08-15', false, null],
      [null, true, '资金未到位'],
      [null, false, null],
    ]);
  });
});
