import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute, pool, sql } from '../../database.ts';
import { addItem, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { projectStages } from '../project-stages/project-stages.query.ts';
import { projectTeams } from '../project-teams/project-teams.query.ts';
import { projectZeroContact } from '../project-zero-contact/project-zero-contact.query.ts';
import { projectInvestment } from './project-investment.query.ts';

const asOf = '2014-09-30';
const leader = viewerWith('CITY_LEADER');

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
  const one = await project({ number: '项-1', category: 'land', countyId: '411721', dueOn: '2014-09-01' }, 4, 3);
  const two = await project({ number: '项-2', category: 'start', countyId: '411722' }, 6, 6);
  await figures(one, 'INVESTMENT_PLANNED', '2014-06-03', { '2014-06-30': 10, '2014-07-31': 30, '2014-08-31': 50 });
  await figures(one, 'INVESTMENT_ACTUAL', '2014-07-10', { '2014-06-30': 8 });
  await figures(one, 'INVESTMENT_ACTUAL', '2014-08-10', { '2014-07-31': 20 });
  await figures(two, 'INVESTMENT_PLANNED', '2014-06-03', { '2014-06-30': 5, '2014-08-31': 15 });
  await figures(two, 'INVESTMENT_ACTUAL', '2014-07-10', { '2014-06-30': 5 });
  for (const [id, unitId] of [
    [one, 'fgw'],
    [one, 'gtj'],
    [two, 'gtj'],
  ] as const)
    await execute(sql`INSERT INTO project_member (item_id, unit_id, member) VALUES (${id}::uuid, ${unitId}, '科长')`, pool);
  await breach(one, 'LAND_WITH_RESIDENTS', '2014-08-18', '2014-09-02');
  await breach(one, 'LAND_WITH_RESIDENTS', '2014-09-12', null);
  await breach(two, 'LAND_WITH_RESIDENTS', '2014-09-20', '2014-09-25');
});
afterAll(() => close());

async function project(given: Partial<Parameters<typeof addItem>[0]>, raised: number, solved: number): Promise<string> {
  const id = await addItem({ kind: 'SERVICE_PROJECT', leadUnitId: 'fgw', ...given });
  await execute(
    sql`INSERT INTO service_project (item_id, investor, total_investment, year_investment, leader, issues_raised, issues_solved)
      VALUES (${id}::uuid, '示例公司', 100, 50, '副县长（处级）', ${raised}, ${solved})`,
    pool,
  );
  return id;
}

async function figures(id: string, series: string, knownOn: string, values: Record<string, number>): Promise<void> {
  for (const [periodOn, value] of Object.entries(values))
    await execute(
      sql`INSERT INTO period_figure (item_id, series, period_on, value, known_on)
        VALUES (${id}::uuid, ${series}::figure_series, ${periodOn}::date, ${value}, ${knownOn}::date)`,
      pool,
    );
}

const breach = (id: string, kind: string, occurredOn: string, settledOn: string | null) =>
  execute(
    sql`INSERT INTO zero_contact_breach (id, item_id, kind, occurred_on, description, settled_on)
      VALUES (gen_random_uuid(), ${id}::uuid, ${kind}::zero_contact_kind, ${occurredOn}::date, '情况', ${settledOn}::date)`,
    pool,
  );

describe('service projects', () => {
  it('add up their investment by month; who did not report counts with the last figure', async () => {
    expect(await projectInvestment(leader, asOf)).toEqual([
      { month: '2014-06', planned: 15, actual: 13, reported: 2, projects: 2 },
      { month: '2014-07', planned: 35, actual: 25, reported: 1, projects: 2 },
      { month: '2014-08', planned: 65, actual: null, reported: 0, projects: 2 },
    ]);
  });

  it('know of no figure before its day', async () => {
    const months = await projectInvestment(leader, '2014-07-31');
    expect(months.map(({ actual, reported }) => [actual, reported])).toEqual([
      [13, 2],
      [null, 0],
      [null, 0],
    ]);
  });

  it('count the breaches of both zero-contact rules as of the day', async () => {
    const [land, approval] = await projectZeroContact(leader, asOf);
    expect(land).toMatchObject({ kind: 'LAND_WITH_RESIDENTS', breaches: 3, projects: 2, unsettled: 1, thisMonth: 2 });
    expect(land?.entries.map(({ number, occurredOn, settledOn }) => [number, occurredOn, settledOn])).toEqual([
      ['项-2', '2014-09-20', '2014-09-25'],
      ['项-1', '2014-09-12', null],
      ['项-1', '2014-08-18', '2014-09-02'],
    ]);
    expect(approval).toMatchObject({ kind: 'APPROVAL_WITH_DEPARTMENTS', breaches: 0, projects: 0, unsettled: 0, entries: [] });
    const [august] = await projectZeroContact(leader, '2014-08-31');
    expect(august).toMatchObject({ breaches: 1, projects: 1, unsettled: 1, thisMonth: 1 });
  });

  it('stand at stages, with the issues raised and solved', async () => {
    const stages = await projectStages(leader, asOf);
    const of = (stage: string | null) => stages.find((one) => one.stage === stage);
    expect(of('land')).toMatchObject({ projects: 1, issuesRaised: 4, issuesSolved: 3, solvedPercent: 75, red: 1 });
    expect(of('approval')).toMatchObject({ projects: 0, issuesRaised: 0, solvedPercent: null });
    expect(stages.at(-1)).toMatchObject({ stage: null, projects: 2, issuesRaised: 10, issuesSolved: 9, solvedPercent: 90 });
  });

  it('have teams: the red project first, each department with its projects', async () => {
    const board = await projectTeams(leader, asOf, {}, 1);
    expect(board.total).toBe(2);
    expect(board.departments.map(({ unitId, projects }) => [unitId, projects])).toEqual([
      ['fgw', 1],
      ['gtj', 2],
    ]);
    expect(board.teams).toMatchObject([{ number: '项-1', light: 'RED', stageName: '用地', leader: '副县长（处级）' }]);
    expect(board.teams[0]?.members).toEqual([
      { unitId: 'fgw', member: '科长' },
      { unitId: 'gtj', member: '科长' },
    ]);
  });
});
