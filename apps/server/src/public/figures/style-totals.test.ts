import { afterAll, beforeAll, expect, it } from 'vitest';
import { styleCategories } from '../../reports/style-categories/style-categories.query.ts';
import { addItem, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { askPublic } from '../testing/public.fixture.ts';
import type { StyleTotal } from './style-totals.query.ts';

let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  await addItem({ leadUnitId: 'gtj', category: '1', closedOn: '2014-06-09', writtenOffOn: '2014-06-10' });
  await addItem({ leadUnitId: 'fgw', category: '1', progress: [{ on: '2014-09-01', percent: 100 }] });
  await addItem({ leadUnitId: 'gtj', category: '1' });
  await addItem({ leadUnitId: 'gtj', category: '3', closedOn: '2014-09-01' });
  await addItem({ leadUnitId: 'gtj', category: '2', kind: 'COMPLAINT' });
});
afterAll(() => close());

it('counts found and rectified by category over the whole city, as inside', async () => {
  const { data } = await askPublic<{ styleTotals: StyleTotal[] }>(
    '{ styleTotals { category { code name nameEn } found rectified percent } }',
  );
  const totals = data!.styleTotals;
  expect(totals.map(({ category, found, rectified, percent }) => [category.code, found, rectified, percent])).toEqual([
    ['1', 3, 2, 66.7],
    ['2', 0, 0, null],
    ['3', 1, 1, 100],
    ...['4', '5', '6', '7', '8', '9', '10'].map((code) => [code, 0, 0, null]),
  ]);
  const inside = await styleCategories(viewerWith('CITY_LEADER'), '2014-09-30');
  expect(totals.map(({ found, rectified }) => [found, rectified])).toEqual(inside.map(({ found, rectified }) => [found, rectified]));
});
