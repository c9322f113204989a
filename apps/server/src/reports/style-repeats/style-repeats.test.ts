import { afterAll, beforeAll, expect, it } from 'vitest';
import { addItem, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { styleRepeats } from './style-repeats.query.ts';

const leader = viewerWith('CITY_LEADER');
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  const writtenOff = { assignedOn: '2014-06-03', closedOn: '2014-06-20', writtenOffOn: '2014-06-25' };
  const later = { foundOn: '2014-08-01', assignedOn: '2014-08-04' };
  await addItem({ leadUnitId: 'gtj', category: '6', ...writtenOff });
  await addItem({ leadUnitId: 'gtj', category: '6', ...later });
  await addItem({ leadUnitId: 'gtj', category: '6', ...later });
  await addItem({ leadUnitId: 'fgw', category: '1', ...writtenOff });
  await addItem({ leadUnitId: 'fgw', category: '1', ...later, foundOn: '2014-09-10', assignedOn: '2014-09-11' });
  // Found before the write-off, or in another category: no repeats.
  await addItem({ leadUnitId: 'gtj', category: '6', foundOn: '2014-06-24', assignedOn: '2014-06-24' });
  await addItem({ leadUnitId: 'gtj', category: '7', ...later });
});
afterAll(() => close());

it('counts what came back by unit and category, the most first', async () => {
  const repeats = await styleRepeats(leader, '2014-09-30', {}, 10);
  expect(repeats.map(({ unitId, category, categoryName, count, total }) => [unitId, category, categoryName, count, total])).toEqual([
    ['gtj', '6', '对群众冷漠', 2, 3],
    ['fgw', '1', '责任心不强', 1, 3],
  ]);
});

it('is read as of a day', async () => {
  const repeats = await styleRepeats(leader, '2014-09-01', {}, 10);
  expect(repeats.map(({ unitId, count }) => [unitId, count])).toEqual([['gtj', 2]]);
});
