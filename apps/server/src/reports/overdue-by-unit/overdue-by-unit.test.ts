import { afterAll, beforeAll, expect, it } from 'vitest';
import { countItems } from '../../modules/item/item-list.ts';
import { runningStates } from '../../modules/item/item-predicates.ts';
import { addItem, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { overdueByUnit } from './overdue-by-unit.query.ts';

const leader = viewerWith('CITY_LEADER');
const today = '2014-09-30';
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  await addItem({ leadUnitId: 'gtj', dueOn: '2014-09-26' });
  await addItem({ leadUnitId: 'gtj', dueOn: '2014-09-29', kind: 'COMPLAINT' });
  await addItem({ leadUnitId: 'gtj', dueOn: '2014-09-30' });
  await addItem({ leadUnitId: 'fgw', dueOn: '2014-08-29', assisting: ['gtj'] });
  await addItem({ leadUnitId: 'fgw', dueOn: '2014-08-29', closedOn: '2014-09-10' });
  await addItem({ leadUnitId: 'fgw', dueOn: '2014-08-29', state: 'SUSPENDED' });
});
afterAll(() => close());

const figures = (units: Awaited<ReturnType<typeof overdueByUnit>>) =>
  units.map(({ unitId, count, longestOverdueWorkingDays, total }) => [unitId, count, longestOverdueWorkingDays, total]);

it('counts what is past its due day and still at work, by lead unit', async () => {
  expect(figures(await overdueByUnit(leader, today, {}, 10))).toEqual([
    // 28, 29 and 30 September are working days after the 26th.
    ['gtj', 2, 3, 3],
    ['fgw', 1, 22, 3],
  ]);
  expect(figures(await overdueByUnit(leader, today, {}, 1))).toEqual([['gtj', 2, 3, 3]]);
});

it('counts what its drill lists', async () => {
  expect(await countItems(leader, today, { states: runningStates, due: { to: '2014-09-29' }, leadUnits: ['gtj'] })).toBe(2);
});

it('is read as of a day', async () => {
  // Both of 发改委 were open on 1 September, one working day late.
  expect(figures(await overdueByUnit(leader, '2014-09-01', {}, 10))).toEqual([['fgw', 2, 1, 2]]);
});
