import { afterAll, beforeAll, expect, it } from 'vitest';
import { countItems } from '../../modules/item/item-list.ts';
import { addItem, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { styleCategories } from './style-categories.query.ts';

const leader = viewerWith('CITY_LEADER');
const today = '2014-09-30';
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  const one = { leadUnitId: 'gtj', category: '1' };
  await addItem({ ...one, closedOn: '2014-06-09', writtenOffOn: '2014-06-10' });
  await addItem({ ...one, foundOn: '2014-06-04', closedOn: '2014-06-11', writtenOffOn: '2014-06-13', assignedOn: '2014-06-04' });
  // Found again in the same unit and category after the write-offs: a repeat, at 100 % but not accepted.
  await addItem({ ...one, foundOn: '2014-07-01', assignedOn: '2014-07-01', progress: [{ on: '2014-09-01', percent: 100 }] });
  // The same category in another unit, and another category in the same unit: no repeats.
  await addItem({ leadUnitId: 'fgw', category: '1', foundOn: '2014-07-01', assignedOn: '2014-07-01', dueOn: '2014-09-01' });
  await addItem({ leadUnitId: 'gtj', category: '2', foundOn: '2014-07-01', assignedOn: '2014-07-01', closedOn: '2014-09-01' });
  await addItem({ leadUnitId: 'gtj', category: '1', kind: 'COMPLAINT' });
});
afterAll(() => close());

it('counts found, rectified, written off and repeats per category, every category listed', async () => {
  const categories = await styleCategories(leader, today);
  expect(categories.map(({ category }) => category)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  expect(categories[0]).toMatchObject({ found: 4, rectified: 3, rectifiedPercent: 75, writtenOff: 2, repeats: 1, red: 1 });
  expect(categories[1]).toMatchObject({ found: 1, rectified: 1, rectifiedPercent: 100, writtenOff: 0, repeats: 0, red: 0 });
  expect(categories[2]).toMatchObject({ found: 0, rectified: 0, rectifiedPercent: null, medianWriteOffWorkingDays: null });
});

it('takes the median of working days from the day found', async () => {
  const [first] = await styleCategories(leader, today);
  // 3 → 10 June: 4, 5, 6, 9, 10 = 5; 4 → 13 June: 5, 6, 9, 10, 11, 12, 13 = 7.
  expect(first?.medianWriteOffWorkingDays).toBe(6);
});

it('is read as of a day', async () => {
  const [first] = await styleCategories(leader, '2014-06-11');
  expect(first).toMatchObject({ found: 2, rectified: 2, writtenOff: 1, medianWriteOffWorkingDays: 5 });
});

it('counts what its drill lists', async () => {
  const inOne = { kinds: ['STYLE_PROBLEM'] as const, categories: ['1'] };
  const counts = await Promise.all(
    [{}, { isComplete: true }, { states: ['WRITTEN_OFF'] as const }, { isRepeat: true }].map((filter) =>
      countItems(leader, today, { ...inOne, ...filter }),
    ),
  );
  expect(counts).toEqual([4, 3, 2, 1]);
});
