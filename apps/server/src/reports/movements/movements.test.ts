import { afterAll, beforeAll, expect, it } from 'vitest';
import { pool } from '../../database.ts';
import { act, addHardProblem, partOf, person } from '../../modules/item/acts/testing/acts.fixture.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { ask, openTestCity } from '../../testing/test-city.ts';

let close: () => Promise<void>;
let viceMayor: Viewer;
let head: Viewer;
beforeAll(async () => {
  close = await openTestCity();
  viceMayor = await person('VICE_MAYOR', '411700', { overseenUnitIds: ['gtj'] });
  head = await person('UNIT_HEAD', 'gtj');
});
afterAll(() => close());

const source = `query Moved($since: Instant!) { movements(since: $since) { action actorTitle count item { number } } }`;
const look =
  'mutation Look($room: String!) { lookAt(room: $room) { __typename ... on Look { previousAt } ... on InputError { fields { code } } } }';

it('tells what others did to the matters in charge, the newest first, with the number of acts', async () => {
  const since = '2014-09-29T00:00:00.000Z';
  const twice = await addHardProblem({ number: '两', state: 'ASSIGNED', assisting: [] });
  await act(head, 'signPart', twice, { partId: (await partOf(twice, 'gtj')).id });
  await act(head, 'startPart', twice, { partId: (await partOf(twice, 'gtj')).id });
  const foreign = await addHardProblem({ number: '外', state: 'ASSIGNED', leadUnitId: 'jyj', assisting: [] });
  await act(await person('UNIT_HEAD', 'jyj'), 'signPart', foreign, { partId: (await partOf(foreign, 'jyj')).id });
  const once = await addHardProblem({ number: '一', state: 'ASSIGNED', assisting: [] });
  await act(head, 'returnAsNotOurs', once, { partId: (await partOf(once, 'gtj')).id, reason: '非本单位职责' });
  await addHardProblem({ number: '静', state: 'ASSIGNED', assisting: [] });
  const answer = await ask<{ movements: unknown[] }>(viceMayor, source, { since });
  expect(answer.data!.movements).toEqual([
    { action: 'RETURN_AS_NOT_OURS', actorTitle: head.postTitle, count: 1, item: { number: '一' } },
    { action: 'START', actorTitle: head.postTitle, count: 2, item: { number: '两' } },
  ]);
  const later = await ask<{ movements: unknown[] }>(viceMayor, source, { since: '2014-10-01T00:00:00.000Z' });
  expect(later.data!.movements).toEqual([]);
});

it('remembers the visit before this one, whatever is reloaded meanwhile', async () => {
  const lookNow = () => ask<{ lookAt: { previousAt: string | null } }>(viceMayor, look, { room: 'hard-problems' });
  expect((await lookNow()).data!.lookAt.previousAt).toBeNull();
  expect((await lookNow()).data!.lookAt.previousAt).toBeNull();
  await pool.query(`UPDATE last_look SET at = at - interval '1 day' WHERE user_id = $1`, [viceMayor.userId]);
  const next = (await lookNow()).data!.lookAt.previousAt;
  expect(next).not.toBeNull();
  expect((await lookNow()).data!.lookAt.previousAt).toEqual(next);
  const wrong = await ask<{ lookAt: { fields: { code: string }[] } }>(viceMayor, look, { room: 'nowhere' });
  expect(wrong.data!.lookAt.fields).toEqual([{ code: 'UNKNOWN' }]);
});
