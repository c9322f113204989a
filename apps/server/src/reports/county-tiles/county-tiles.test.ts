import { afterAll, beforeAll, expect, it } from 'vitest';
import { addItem, db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { countyTiles } from './county-tiles.query.ts';

const leader = viewerWith('CITY_LEADER');
const today = '2014-09-30';
const xiping = '411721';
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  const here = { leadUnitId: xiping, countyId: xiping };
  await addItem({ ...here, dueOn: '2014-09-01' });
  await addItem({ ...here, dueOn: '2014-12-31', assignedOn: '2014-09-01' });
  await addItem({ ...here, closedOn: '2014-09-10' });
  await addItem({ ...here, kind: 'COMPLAINT', dueOn: '2014-12-31', assignedOn: '2014-09-01' });
  await addItem({ leadUnitId: 'gtj' });
  const share = async (category: string, target: number, actual: number) => {
    const itemId = await addItem({ kind: 'LIVELIHOOD_WORK', leadUnitId: 'jyj', category, assignedOn: '2014-09-01' });
    await db.livelihoodWork.create({ data: { itemId, matter: '教育', nature: 'BUILD', quantity: 100, quantityUnit: '所' } });
    await db.countyTarget.create({ data: { itemId, countyId: xiping, target, actual } });
  };
  await share('ten-works', 10, 5);
  await share('ten-works', 10, 12);
  await share('six-matters', 10, 0);
});
afterAll(() => close());

const tileOf = async (theme: Parameters<typeof countyTiles>[2], asOf = today) =>
  (await countyTiles(leader, asOf, theme)).find(({ unitId }) => unitId === xiping);

it('places all ten counties and counts the lights of what lies in them', async () => {
  const tiles = await countyTiles(leader, today, null);
  expect(tiles).toHaveLength(10);
  expect(await tileOf(null)).toMatchObject({
    unitName: '西平县',
    column: 1,
    row: 0,
    green: 2,
    red: 1,
    lit: 3,
    worst: 'RED',
    percent: null,
  });
  expect(tiles.filter(({ lit }) => lit > 0)).toHaveLength(1);
});

it('gives the rate of a theme', async () => {
  expect(await tileOf('STYLE')).toMatchObject({ numerator: 1, denominator: 3, percent: 33.3, lit: 2 });
  expect(await tileOf('EFFICIENCY')).toMatchObject({ numerator: 0, denominator: 0, percent: null, lit: 1 });
  expect(await tileOf('HARD_PROBLEMS')).toMatchObject({ percent: null, lit: 0, worst: null });
});

it('takes the mean of a county’s shares, the central city’s matters aside, as of today only', async () => {
  // 5/10 and 12/10, which counts as 1: 1.5 of 2.
  expect(await tileOf('LIVELIHOOD')).toMatchObject({ numerator: 1.5, denominator: 2, percent: 75 });
  expect(await tileOf('LIVELIHOOD', '2014-09-15')).toMatchObject({ denominator: 2, percent: null });
});
