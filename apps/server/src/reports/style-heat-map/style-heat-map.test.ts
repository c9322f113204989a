import { afterAll, beforeAll, expect, it } from 'vitest';
import { addItem, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { styleHeatMap } from './style-heat-map.query.ts';

let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  await addItem({ leadUnitId: 'gtj', category: '2' });
  await addItem({ leadUnitId: 'fgw', category: '1', closedOn: '2014-09-01' });
  await addItem({ leadUnitId: 'fgw', category: '1' });
  await addItem({ leadUnitId: 'fgw', category: '10', closedOn: '2014-09-01', writtenOffOn: '2014-09-02' });
  await addItem({ leadUnitId: 'czj', category: '1', kind: 'HARD_PROBLEM' });
});
afterAll(() => close());

it('crosses units with categories, the most first, zeros filled', async () => {
  const units = await styleHeatMap(viewerWith('SUPERVISION_OFFICE'), '2014-09-30');
  expect(units.map(({ unitId, unitName, found, unrectified }) => [unitId, unitName, found, unrectified])).toEqual([
    ['fgw', '市发改委', 3, 1],
    ['gtj', '市国土局', 1, 1],
  ]);
  const [first] = units;
  expect(first?.cells).toHaveLength(10);
  expect(first?.cells[0]).toEqual({ category: '1', found: 2, unrectified: 1 });
  expect(first?.cells[1]).toEqual({ category: '2', found: 0, unrectified: 0 });
  expect(first?.cells[9]).toEqual({ category: '10', found: 1, unrectified: 0 });
});

it('is read as of a day, and by a unit for itself', async () => {
  const past = await styleHeatMap(viewerWith('SUPERVISION_OFFICE'), '2014-08-31');
  expect(past[0]).toMatchObject({ unitId: 'fgw', found: 3, unrectified: 3 });
  const own = await styleHeatMap(viewerWith('UNIT_HEAD', 'gtj'), '2014-09-30');
  expect(own.map(({ unitId }) => unitId)).toEqual(['gtj']);
});
