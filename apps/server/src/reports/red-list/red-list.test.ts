import { afterAll, beforeAll, expect, it } from 'vitest';
import { addItem, ask, openTestCity, viewerWith } from '../../testing/test-city.ts';

let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  await addItem({ number: '少', leadUnitId: 'gtj', dueOn: '2014-09-26' });
  await addItem({ number: '多', leadUnitId: 'fgw', dueOn: '2014-08-29' });
  await addItem({ number: '绿', leadUnitId: 'gtj', dueOn: '2014-12-31' });
  await addItem({ number: '结', leadUnitId: 'gtj', dueOn: '2014-08-29', closedOn: '2014-09-10' });
});
afterAll(() => close());

const source = `query ($asOf: Day, $first: Int) { redList(asOf: $asOf, first: $first) {
  totalCount items { number standing(asOf: $asOf) { light why { rule dueOn overdueWorkingDays } } } } }`;

it('lists what is red, overdue longest first, with why', async () => {
  const { data } = await ask(viewerWith('CITY_LEADER'), source);
  expect(JSON.parse(JSON.stringify(data))).toEqual({
    redList: {
      totalCount: 2,
      items: [
        // September 2014: 1–5, 9–12, 15–19, 22–26, 28–30 are working days (8th: Mid-Autumn; 28th: working Sunday).
        { number: '多', standing: { light: 'RED', why: { rule: 'OVERDUE', dueOn: '2014-08-29', overdueWorkingDays: 22 } } },
        { number: '少', standing: { light: 'RED', why: { rule: 'OVERDUE', dueOn: '2014-09-26', overdueWorkingDays: 3 } } },
      ],
    },
  });
});

it('is read as of a day, to a length, by whoever may see it', async () => {
  const past = await ask<{ redList: { totalCount: number; items: unknown[] } }>(viewerWith('CITY_LEADER'), source, { asOf: '2014-09-05' });
  expect(past.data?.redList.totalCount).toBe(2);
  const first = await ask<{ redList: { totalCount: number; items: unknown[] } }>(viewerWith('CITY_LEADER'), source, { first: 1 });
  expect(first.data?.redList).toMatchObject({ totalCount: 2, items: [{ number: '多' }] });
  const unit = await ask<{ redList: { totalCount: number } }>(viewerWith('UNIT_CLERK', 'gtj'), source);
  expect(unit.data?.redList).toMatchObject({ totalCount: 1, items: [{ number: '少' }] });
  const { errors } = await ask(viewerWith('CITY_LEADER'), source, { first: 0 });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
