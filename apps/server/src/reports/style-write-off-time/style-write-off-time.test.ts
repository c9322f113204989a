import { afterAll, beforeAll, expect, it } from 'vitest';
import { addItem, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { styleWriteOffTime } from './style-write-off-time.query.ts';

const leader = viewerWith('CITY_LEADER');
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  const found = { leadUnitId: 'gtj', category: '1', foundOn: '2014-06-03', assignedOn: '2014-06-03' };
  // Working days after Tuesday 3 June: 10 June is the 5th, 17 June the 10th, 18 June the 11th.
  await addItem({ ...found, closedOn: '2014-06-09', writtenOffOn: '2014-06-10' });
  await addItem({ ...found, closedOn: '2014-06-09', writtenOffOn: '2014-06-17' });
  await addItem({ ...found, closedOn: '2014-06-09', writtenOffOn: '2014-06-18' });
  await addItem({ ...found, closedOn: '2014-06-09' });
  await addItem({ ...found, kind: 'COMPLAINT', closedOn: '2014-06-09', writtenOffOn: '2014-06-10' });
});
afterAll(() => close());

it('spreads the working days from finding to write-off', async () => {
  expect(await styleWriteOffTime(leader, '2014-09-30')).toEqual({
    count: 3,
    medianWorkingDays: 10,
    // Between the second and the third: 10 + 0.8 × (11 − 10).
    ninetiethWorkingDays: 10.8,
    buckets: [
      { from: 0, to: 10, count: 2 },
      { from: 11, to: 20, count: 1 },
      { from: 21, to: 40, count: 0 },
      { from: 41, to: 60, count: 0 },
      { from: 61, to: null, count: 0 },
    ],
  });
});

it('is read as of a day', async () => {
  expect(await styleWriteOffTime(leader, '2014-06-17')).toMatchObject({ count: 2, medianWorkingDays: 7.5 });
  expect(await styleWriteOffTime(leader, '2014-06-09')).toMatchObject({ count: 0, medianWorkingDays: null });
});
