import { afterAll, beforeAll, expect, it } from 'vitest';
import { transaction } from '../../database.ts';
import { partOf } from '../../modules/item/acts/testing/acts.fixture.ts';
import { changeItems } from '../../modules/item/change-items.ts';
import { addItem, ask, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { stuckParts } from './stuck-parts.query.ts';

const leader = viewerWith('CITY_LEADER');
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  await addItem({ number: '久', leadUnitId: 'gtj', assignedOn: '2014-09-01' });
  await addItem({ number: '审', leadUnitId: 'czj', assignedOn: '2014-09-15', state: 'UNDER_REVIEW' });
  await addItem({ number: '新', leadUnitId: 'gtj', assignedOn: '2014-09-26' });
  await addItem({ number: '结', leadUnitId: 'gtj', assignedOn: '2014-06-03', closedOn: '2014-07-01' });
  await addItem({ number: '停', leadUnitId: 'gtj', assignedOn: '2014-06-03', state: 'SUSPENDED' });
  // Reported on today by its lead, urged at its assistant: only the lead has moved.
  const half = await addItem({ number: '半', leadUnitId: 'gtj', assisting: ['jyj'], assignedOn: '2014-09-09' });
  const part = await partOf(half, 'jyj');
  await transaction(async (tx) => {
    const actor = { userId: null, title: '市国土局局长' };
    await changeItems(tx, actor, [{ action: 'REPORT_PROGRESS', itemId: half, version: 1, payload: { unitId: 'gtj' } }]);
    await changeItems(tx, actor, [{ action: 'URGE', itemId: half, version: 2, partId: part.id, payload: { unitId: 'jyj' } }]);
  });
});
afterAll(() => close());

it('says what stands still, on whom and since when, the longest first', async () => {
  const found = await stuckParts(leader, '2014-09-30', 5, 10);
  // Working days of September after the 1st: 2–5, 9–12, 15–19, 22–26, 28–30 = 21; after the 9th: 16; after the 15th: 12.
  expect(
    found.map(({ number, unitId, on, since, stillWorkingDays, total }) => [number, unitId, on, since, stillWorkingDays, total]),
  ).toEqual([
    ['久', 'gtj', 'UNIT', '2014-09-01', 21, 3],
    ['半', 'jyj', 'UNIT', '2014-09-09', 16, 3],
    ['审', 'czj', 'SUPERVISION_OFFICE', '2014-09-15', 12, 3],
  ]);
});

it('counts more than so many working days, of what the viewer may see', async () => {
  expect((await stuckParts(leader, '2014-09-30', 16, 10)).map(({ number }) => number)).toEqual(['久']);
  const ended = await stuckParts(viewerWith('SYSTEM_ADMIN'), '2014-09-30', 0, 10);
  expect(ended).toEqual([]);
  const { data, errors } = await ask<{ stuckParts: { lastAction: string | null }[] }>(
    leader,
    '{ stuckParts(moreThanWorkingDays: 0, first: 100) { number lastAction lastActor on version } }',
  );
  expect(errors).toBeUndefined();
  // 新 too, since the 26th; the lead's part of 半 moved today.
  expect(data?.stuckParts).toHaveLength(4);
  expect((await ask(leader, '{ stuckParts(moreThanWorkingDays: -1) { number } }')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
