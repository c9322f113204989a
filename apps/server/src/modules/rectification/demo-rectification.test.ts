import { afterAll, beforeAll, expect, it } from 'vitest';
import { db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { boardsOf, stagesOn } from './board.ts';
import { loadDemoRectifications } from './demo-rectification.ts';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
});
afterAll(() => close());

it('sets up five boards with units and stages, once, some of them late', async () => {
  const said: string[] = [];
  await loadDemoRectifications((line) => said.push(line));
  await loadDemoRectifications((line) => said.push(line));
  const reported = await db.rectificationMonth.count({ where: { version: 1 } });
  expect(said).toEqual([`  专项整治：5 个专项，月报 ${reported} 份`]);
  const boards = await boardsOf(viewerWith('CITY_LEADER'));
  expect(boards.map(({ leadUnit, units, stages }) => [leadUnit?.id, units.length, stages.length])).toEqual([
    ['xfj', 16, 4],
    ['syj', 18, 4],
    ['fzb', 21, 4],
    ['jtj', 15, 4],
    ['cgj', 7, 4],
  ]);
  expect(boards.map((board) => stagesOn(board, '2014-09-30').map(({ lateDays }) => lateDays))).toEqual([
    [0, 10, 0, 0],
    [0, 0, 10, 0],
    [0, 1, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 11, 14],
  ]);
});

it('reports June to August, some months of some units not, some put right', async () => {
  const found = await db.rectificationMonth.findMany();
  const inForce = found.filter(({ supersededAt }) => supersededAt === null);
  expect(new Set(found.map(({ periodOn }) => periodOn.toISOString().slice(0, 7)))).toEqual(new Set(['2014-06', '2014-07', '2014-08']));
  const owed = 3 * (16 + 18 + 21 + 15 + 7);
  expect(inForce.length).toBeLessThan(owed - 5);
  expect(inForce.length).toBeGreaterThan(owed * 0.88);
  const corrections = inForce.filter(({ version }) => version === 2);
  expect(corrections.length).toBeGreaterThanOrEqual(2);
  expect(corrections.every(({ reason }) => reason !== null)).toBe(true);
  expect(found.filter(({ unitId, code, periodOn }) => unitId === 'gtj' && code === '3' && periodOn.getUTCMonth() === 7)).toEqual([]);
  expect(found.every(({ checks, spotFixed, knownOn, periodOn }) => spotFixed <= checks && knownOn > periodOn)).toBe(true);
});
