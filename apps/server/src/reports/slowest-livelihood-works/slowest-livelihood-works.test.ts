import { afterAll, beforeAll, expect, it } from 'vitest';
import { addItem, db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { slowestLivelihoodWorks } from './slowest-livelihood-works.query.ts';

const leader = viewerWith('CITY_LEADER');
let close: () => Promise<void>;

async function work(number: string, percent: number, planned: number, closedOn?: string) {
  const itemId = await addItem({
    kind: 'LIVELIHOOD_WORK',
    number,
    leadUnitId: 'jyj',
    progress: [{ on: '2014-09-05', percent }],
    closedOn: closedOn ?? null,
  });
  await db.livelihoodWork.create({ data: { itemId, matter: '教育', nature: 'BUILD', quantity: 200, quantityUnit: '所' } });
  await db.periodFigure.createMany({
    data: [
      { itemId, series: 'PLAN', periodOn: new Date('2014-08-31'), value: planned, knownOn: new Date('2014-06-03') },
      // Due on 2014-10-09 only: not judged yet.
      { itemId, series: 'PLAN', periodOn: new Date('2014-09-30'), value: 200, knownOn: new Date('2014-06-03') },
    ],
  });
}

beforeAll(async () => {
  close = await openTestCity();
  await work('慢', 40, 100);
  await work('最慢', 10, 100);
  await work('如期', 60, 120);
  await work('已完', 10, 100, '2014-09-20');
});
afterAll(() => close());

it('names open works behind plan, the furthest first', async () => {
  const slow = await slowestLivelihoodWorks(leader, '2014-09-30', {}, 10);
  // 100 and 120 of 200 planned by the end of August: 50 % and 60 %.
  expect(
    slow.map(({ number, progressPercent, plannedPercent, lagPoints }) => [number, progressPercent, plannedPercent, lagPoints]),
  ).toEqual([
    ['最慢', 10, 50, 40],
    ['慢', 40, 50, 10],
  ]);
  expect(slow[0]).toMatchObject({ unitName: '市教育局' });
});

it('knows nothing of August’s report before it was due', async () => {
  expect(await slowestLivelihoodWorks(leader, '2014-09-04', {}, 10)).toEqual([]);
});

it('takes as many as asked', async () => {
  expect(await slowestLivelihoodWorks(leader, '2014-09-30', {}, 1)).toHaveLength(1);
});
