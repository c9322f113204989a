import { afterAll, beforeAll, expect, it } from 'vitest';
import { addItem, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { foundAndClosed } from './found-and-closed.query.ts';

const leader = viewerWith('CITY_LEADER');
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  const style = { leadUnitId: 'gtj', category: '1' };
  await addItem({ ...style, foundOn: '2014-06-30', assignedOn: '2014-07-01', closedOn: '2014-08-29', writtenOffOn: '2014-09-02' });
  await addItem({ ...style, foundOn: '2014-07-31', assignedOn: '2014-07-31', closedOn: '2014-09-30' });
  await addItem({ ...style, foundOn: '2014-09-01', assignedOn: '2014-09-02' });
  await addItem({ kind: 'COMPLAINT', leadUnitId: 'jcj', foundOn: '2014-09-15', assignedOn: '2014-09-15' });
});
afterAll(() => close());

const figures = (months: { month: string; found: number; closed: number; writtenOff: number }[]) =>
  months.map(({ month, found, closed, writtenOff }) => [month, found, closed, writtenOff]);

it('counts each in the month of its own day, empty months too', async () => {
  expect(figures(await foundAndClosed(leader, '2014-09-30'))).toEqual([
    ['2014-04', 0, 0, 0],
    ['2014-05', 0, 0, 0],
    ['2014-06', 1, 0, 0],
    ['2014-07', 1, 0, 0],
    ['2014-08', 0, 1, 0],
    ['2014-09', 2, 1, 1],
  ]);
});

it('ends with the as-of day and doesn’t know what came after', async () => {
  const months = await foundAndClosed(leader, '2014-09-10', { kinds: ['STYLE_PROBLEM'] });
  expect(figures(months).slice(-2)).toEqual([
    ['2014-08', 0, 1, 0],
    ['2014-09', 1, 0, 1],
  ]);
  expect(months.at(-1)).toMatchObject({ from: '2014-09-01', to: '2014-09-10' });
});
