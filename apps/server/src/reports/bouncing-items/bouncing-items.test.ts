import { afterAll, beforeAll, expect, it } from 'vitest';
import { pool } from '../../database.ts';
import { addHardProblem, itemRowOf, partOf, person } from '../../modules/item/acts/testing/acts.fixture.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { ask, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { bouncingItems } from './bouncing-items.query.ts';

let close: () => Promise<void>;
let office: Viewer;

beforeAll(async () => {
  close = await openTestCity();
  office = await person('SUPERVISION_OFFICE', 'dcs');
  const standing = await addHardProblem({ number: '还', leadUnitId: 'gtj', assisting: [], assignedOn: '2014-09-22', state: 'ASSIGNED' });
  await act(await person('UNIT_HEAD', 'gtj'), 'returnAsNotOurs', standing, 'gtj', { reason: '不属本单位职责' });
  const moved = await addHardProblem({ number: '转', leadUnitId: 'czj', assisting: [], assignedOn: '2014-09-24', state: 'ASSIGNED' });
  await act(await person('UNIT_HEAD', 'czj'), 'returnAsNotOurs', moved, 'czj', { reason: '应由教育局承办' });
  await act(office, 'reassignPart', moved, 'czj', { unitId: 'jyj', dueOn: '2014-12-31' });
  await addHardProblem({ number: '静', leadUnitId: 'gtj', assignedOn: '2014-09-01' });
});
afterAll(() => close());

async function act(viewer: Viewer, mutation: string, itemId: string, unitId: string, fields: object): Promise<void> {
  const [{ version }, { id: partId }] = [await itemRowOf(itemId), await partOf(itemId, unitId)];
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const source = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on Error { message } } }`;
  const input = { itemId, partId, version, requestId: `${mutation} ${itemId}`, ...fields };
  const { data, errors } = await ask<Record<string, { __typename: string; message?: string }>>(viewer, source, { input });
  if (errors || data?.[mutation]?.message) throw new Error(errors?.[0]?.message ?? data![mutation]!.message);
}

it('names the duties that bounce, through which units, and the working days lost', async () => {
  const found = await bouncingItems(office, '2014-09-30', 10);
  // From 22 September: 23–26, 28 (a working Sunday), 29 and 30 are seven working days; from 24: 25, 26, 28, 29, 30 are five.
  expect(
    found.map(({ number, units, returns, lostWorkingDays, state, total }) => [
      number,
      units.map(({ id }) => id),
      returns,
      lostWorkingDays,
      state,
      total,
    ]),
  ).toEqual([
    ['还', ['gtj'], 1, 7, 'RETURNED', 2],
    ['转', ['czj', 'jyj'], 1, 5, 'ASSIGNED', 2],
  ]);
});

it('goes on losing days while it stands returned, and forgets what is closed', async () => {
  const later = await bouncingItems(office, '2014-10-08', 1);
  expect(later).toMatchObject([{ number: '还', lostWorkingDays: 8, total: 2 }]);
  const blind = await ask<{ bouncingItems: unknown[] }>(viewerWith('UNIT_CLERK', 'gtj'), '{ bouncingItems { number } }');
  expect(blind.errors).toBeUndefined();
  await pool.query(`UPDATE item SET state = 'WRITTEN_OFF' WHERE number = '还'`);
  expect((await bouncingItems(office, '2014-09-30', 10)).map(({ number }) => number)).toEqual(['转']);
});
