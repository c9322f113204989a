import { afterAll, beforeAll, expect, it } from 'vitest';
import { transaction } from '../../database.ts';
import { visitDutyCalendar } from '../../reports/visit-duties/visit-duties.query.ts';
import { visitFigures } from '../../reports/visit-figures/visit-figures.query.ts';
import { db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { loadDemoVisits } from './demo-visits.ts';
import { visitsFault } from './visit-chain.ts';

let close: () => Promise<void>;
const said: string[] = [];
const leader = viewerWith('CITY_LEADER');

beforeAll(async () => {
  close = await openTestCity();
  await loadDemoVisits((line) => said.push(line));
});
afterAll(() => close());

it('gives every leader a contact point and most of them visits, some missed, and goes in once', async () => {
  await loadDemoVisits((line) => said.push(line));
  expect(said).toHaveLength(1);
  const { months, leaders } = await visitDutyCalendar(leader, '2014-09-30');
  expect(leaders).toHaveLength(64);
  expect(months.map(({ month, owed }) => [month, owed])).toEqual([
    ['2014-06', 64],
    ['2014-07', 64],
    ['2014-08', 64],
    ['2014-09', 64],
  ]);
  for (const { done, owed } of months) {
    expect(done / owed).toBeGreaterThan(0.75);
    expect(done / owed).toBeLessThan(0.98);
  }
  expect(Math.max(...leaders.map(({ streak }) => streak.longest))).toBeGreaterThanOrEqual(2);
});

it('has about four hundred visits and five hundred needs, some answered, some items of the register of problems', async () => {
  const figures = await visitFigures(leader, '2014-09-30');
  expect(figures.visits).toBeGreaterThan(350);
  expect(figures.needs).toBeGreaterThan(400);
  expect(figures.answered).toBeLessThan(figures.needs);
  const items = await db.item.findMany({ where: { kind: 'PUBLIC_PROBLEM' }, include: { publicProblem: true } });
  expect(items).toHaveLength(figures.becameItems);
  expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['CLOSED', 'IN_PROGRESS', 'SIGNED', 'ASSIGNED']));
  expect(items.every(({ demo, publicProblem }) => demo && publicProblem?.channel === 'visit')).toBe(true);
});

it('keeps a history that holds', async () => {
  expect(await transaction(visitsFault)).toBeNull();
});
