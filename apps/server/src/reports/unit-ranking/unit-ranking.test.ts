import { afterAll, beforeAll, expect, it } from 'vitest';
import { countItems } from '../../modules/item/item-list.ts';
import { addItem, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { unitRanking } from './unit-ranking.query.ts';

const leader = viewerWith('CITY_LEADER');
const today = '2014-09-30';
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  const inTime = { dueOn: '2014-08-29', closedOn: '2014-08-28' };
  // 国土局: 5 closed in time, 1 overdue, 1 not due: 5/6. It leads four and assists 发改委 in one.
  for (let count = 0; count < 4; count += 1) await addItem({ leadUnitId: 'gtj', ...inTime });
  await addItem({ leadUnitId: 'gtj', dueOn: '2014-09-01' });
  await addItem({ leadUnitId: 'gtj', dueOn: '2014-12-31' });
  // 发改委: 3 late, 2 in time, one of them with 国土局: 2/5.
  for (let count = 0; count < 3; count += 1) await addItem({ leadUnitId: 'fgw', dueOn: '2014-08-29', closedOn: '2014-09-10' });
  await addItem({ leadUnitId: 'fgw', ...inTime });
  await addItem({ leadUnitId: 'fgw', assisting: ['gtj'], ...inTime });
  // 教育局: one only; 西平县 is of another group; 财政局 owes nothing yet.
  await addItem({ leadUnitId: 'jyj', ...inTime });
  await addItem({ leadUnitId: '411721', ...inTime });
  await addItem({ leadUnitId: 'czj', dueOn: '2014-12-31' });
});
afterAll(() => close());

it('ranks a group by its parts closed in time, slowest first, too few last', async () => {
  const ranking = await unitRanking(leader, today, 'DEPARTMENT');
  expect(
    ranking.map(({ unitId, numerator, denominator, percent, isRanked }) => [unitId, numerator, denominator, percent, isRanked]),
  ).toEqual([
    ['fgw', 2, 5, 40, true],
    ['gtj', 5, 6, 83.3, true],
    ['jyj', 1, 1, 100, false],
  ]);
  expect(ranking[0]).toMatchObject({ groupNumerator: 8, groupDenominator: 12, groupPercent: 66.7 });
});

it('counts what its drill lists', async () => {
  expect(await countItems(leader, today, { settlementDueFrom: ['gtj'] })).toBe(6);
  expect(await countItems(leader, today, { settlementDueFrom: ['fgw'] })).toBe(5);
});

it('is read as of a day', async () => {
  const ranking = await unitRanking(leader, '2014-08-31', 'DEPARTMENT');
  // Three of 发改委 were past due and open then; the one of 国土局 wasn't due.
  expect(ranking.map(({ unitId, numerator, denominator }) => [unitId, numerator, denominator])).toEqual([
    ['fgw', 2, 5],
    ['gtj', 5, 5],
    ['jyj', 1, 1],
  ]);
});

it('shows a unit only itself', async () => {
  const ranking = await unitRanking(viewerWith('UNIT_HEAD', 'gtj'), today, 'DEPARTMENT');
  expect(ranking.map(({ unitId, denominator }) => [unitId, denominator])).toEqual([['gtj', 6]]);
});
