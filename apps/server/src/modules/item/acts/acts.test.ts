import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pool, row, rows, sql } from '../../../database.ts';
import { ask, openTestCity } from '../../../testing/test-city.ts';
import type { Viewer } from '../../session/viewer.ts';
import { act, addHardProblem, itemRowOf, partOf, person } from './testing/acts.fixture.ts';

let close: () => Promise<void>;
let office: Viewer;
let head: Viewer;
let clerk: Viewer;
let assistHead: Viewer;
let viceMayor: Viewer;
beforeAll(async () => {
  close = await openTestCity();
  office = await person('SUPERVISION_OFFICE', 'dcs');
  head = await person('UNIT_HEAD', 'gtj');
  clerk = await person('UNIT_CLERK', 'gtj');
  assistHead = await person('UNIT_HEAD', 'czj');
  viceMayor = await person('VICE_MAYOR', '411700', { overseenUnitIds: ['gtj', 'czj'] });
});
afterAll(() => close());

const count = async (query: ReturnType<typeof sql>) => (await row(z.object({ n: z.coerce.number() }), query)).n;
const lastEvent = (itemId: string) =>
  row(
    z.object({ action: z.string(), sequence: z.number(), part_id: z.string().nullable(), payload: z.string() }),
    sql`SELECT action, sequence, part_id, payload FROM item_event WHERE item_id = ${itemId}::uuid ORDER BY sequence DESC LIMIT 1`,
  );
const eventsOf = (itemId: string) => count(sql`SELECT count(*) AS n FROM item_event WHERE item_id = ${itemId}::uuid`);

/** The application itself may not change tables. */
async function asOwner(statement: string): Promise<void> {
  const client = await pool.connect();
  await client.query('SET ROLE NONE');
  await client.query(statement);
  client.release(true);
}

async function lead(itemId: string) {
  return (await partOf(itemId, 'gtj')).id;
}

describe('the life of a jointly owed matter', () => {
  it('goes from draft to 销号, and closes only when every part has passed', async () => {
    const itemId = await addHardProblem({ state: 'DRAFT' });
    expect(
      await act(office, 'submitForApproval', itemId, { leadUnitId: 'gtj', assistUnitIds: ['czj', 'ghj'], dueOn: '2014-11-28' }),
    ).toMatchObject({
      __typename: 'ItemActed',
    });
    expect(await partOf(itemId, 'ghj')).toMatchObject({ state: 'PENDING_APPROVAL' });
    await act(viceMayor, 'approveItem', itemId, { dueOn: '2014-11-20' });
    expect(await partOf(itemId, 'gtj')).toMatchObject({ state: 'ASSIGNED', due_on: '2014-11-20', assigned_on: '2014-09-30' });
    expect(await itemRowOf(itemId)).toMatchObject({ state: 'ASSIGNED', due_on: '2014-11-20' });
    const signBy = await row(
      z.object({ sign_due_on: z.string() }),
      sql`SELECT sign_due_on FROM item_unit WHERE item_id = ${itemId}::uuid AND unit_id = 'gtj'`,
    );
    // Two working days after Tuesday 30 September: the holiday of 1–7 October does not count.
    expect(signBy.sign_due_on).toBe('2014-10-09');

    for (const unitId of ['gtj', 'czj', 'ghj']) {
      const own = unitId === 'gtj' ? head : unitId === 'czj' ? assistHead : await person('UNIT_HEAD', 'ghj');
      const partId = (await partOf(itemId, unitId)).id;
      await act(own, 'signPart', itemId, { partId });
      await act(own, 'startPart', itemId, { partId });
      await act(own, 'reportPart', itemId, { partId, text: '已办结', evidence: '会议纪要〔2014〕3号' });
      expect(await act(office, 'takeIntoReview', itemId, { partId })).toMatchObject({
        __typename: 'ActRefusedError',
        code: 'NOT_SIGNED_OFF',
      });
      await act(own, 'signOffReport', itemId, { partId });
      expect(await act(own, 'signOffReport', itemId, { partId })).toMatchObject({
        __typename: 'ActRefusedError',
        code: 'ALREADY_SIGNED_OFF',
      });
      await act(office, 'takeIntoReview', itemId, { partId });
      await act(office, 'acceptPart', itemId, { partId, acceptance: '同意' });
      expect((await itemRowOf(itemId)).state === 'CLOSED').toBe(unitId === 'ghj');
    }
    expect(await itemRowOf(itemId)).toMatchObject({ closed_on: '2014-09-30' });
    const reports = await rows(
      z.object({ verdict: z.string(), signed: z.number() }),
      sql`SELECT verdict, cardinality(signed_off_by) AS signed FROM part_report WHERE item_id = ${itemId}::uuid`,
    );
    expect(reports).toEqual(Array(3).fill({ verdict: 'ACCEPTED', signed: 1 }));
    await act(office, 'writeOffItem', itemId, { acceptance: '予以销号' });
    expect(await itemRowOf(itemId)).toMatchObject({ state: 'WRITTEN_OFF' });
    // Lead and assisting parts: spans follow each other without gap.
    const gaps = await count(sql`SELECT count(*) AS n FROM (
      SELECT to_at, lead(from_at) OVER (PARTITION BY unit_id ORDER BY from_at) AS next FROM item_span WHERE item_id = ${itemId}::uuid
    ) s WHERE next IS NOT NULL AND next <> to_at`);
    expect(gaps).toBe(0);
  });

  it('a returned report is done again within a new limit', async () => {
    const itemId = await addHardProblem({ state: 'UNDER_REVIEW' });
    const partId = await lead(itemId);
    await act(office, 'returnForRework', itemId, { partId, reason: '佐证不足', dueOn: '2014-10-20' });
    expect(await partOf(itemId, 'gtj')).toMatchObject({ state: 'REWORK', due_on: '2014-10-20' });
    expect(await itemRowOf(itemId)).toMatchObject({ state: 'REWORK', due_on: '2014-10-20' });
    await act(clerk, 'reportPart', itemId, { partId, text: '已补充', evidence: '附件一' });
    await act(head, 'returnReport', itemId, { partId, reason: '数字再核' });
    expect(await partOf(itemId, 'gtj')).toMatchObject({ state: 'IN_PROGRESS' });
  });

  it('reopened, it begins a round of its own', async () => {
    const itemId = await addHardProblem({ closedOn: '2014-09-10' });
    await act(office, 'reopenItem', itemId, { reason: '群众反映反弹', dueOn: '2014-10-31' });
    expect(await itemRowOf(itemId)).toMatchObject({ state: 'ASSIGNED', round: 2, due_on: '2014-10-31', closed_on: null });
    const rounds = await rows(
      z.object({ number: z.number(), closed_on: z.string().nullable() }),
      sql`SELECT number, closed_on FROM round WHERE item_id = ${itemId}::uuid ORDER BY number`,
    );
    expect(rounds).toEqual([
      { number: 1, closed_on: '2014-09-10' },
      { number: 2, closed_on: null },
    ]);
  });
});

describe('side exits', () => {
  it('a duty goes back once, then to another unit, and by 指定承办 for good', async () => {
    const itemId = await addHardProblem({ state: 'ASSIGNED', assisting: [] });
    await act(head, 'returnAsNotOurs', itemId, { partId: await lead(itemId), reason: '属规划部门职责' });
    expect(await itemRowOf(itemId)).toMatchObject({ state: 'RETURNED' });
    const returned = await lead(itemId);
    expect(await act(office, 'reassignPart', itemId, { partId: returned, unitId: 'gtj', dueOn: '2014-11-10' })).toMatchObject({
      fields: [{ field: 'unitId', code: 'SAME_UNIT' }],
    });
    await act(office, 'reassignPart', itemId, { partId: returned, unitId: 'ghj', dueOn: '2014-11-10' });
    const successor = await partOf(itemId, 'ghj');
    expect(successor).toMatchObject({ state: 'ASSIGNED', assigned_on: '2014-09-30', due_on: '2014-11-10' });
    const leadUnit = await row(z.object({ lead_unit_id: z.string() }), sql`SELECT lead_unit_id FROM item WHERE id = ${itemId}::uuid`);
    expect(leadUnit.lead_unit_id).toBe('ghj');
    const planning = await person('UNIT_HEAD', 'ghj');
    expect(await act(planning, 'returnAsNotOurs', itemId, { partId: successor.id, reason: '也不归我们' })).toMatchObject({
      code: 'RETURNS_USED_UP',
    });
  });

  it('forced, it may not go back though returns are left', async () => {
    const itemId = await addHardProblem({ state: 'ASSIGNED', assisting: [] });
    await act(head, 'returnAsNotOurs', itemId, { partId: await lead(itemId), reason: '非本单位职责' });
    await act(office, 'forceAssignPart', itemId, { partId: await lead(itemId), unitId: 'gtj', dueOn: '2014-11-10', reason: '经研究指定' });
    const part = await partOf(itemId, 'gtj');
    expect(part.state).toBe('ASSIGNED');
    expect(await act(head, 'returnAsNotOurs', itemId, { partId: part.id, reason: '仍认为不归我们' })).toMatchObject({
      code: 'FORCED_ASSIGNMENT',
    });
  });

  it('an extension is asked before the limit, decided by whom the pack names, and moves the limit', async () => {
    const itemId = await addHardProblem({ state: 'IN_PROGRESS', dueOn: '2014-10-10' });
    const partId = await lead(itemId);
    expect(await act(head, 'requestExtension', itemId, { partId, reason: '评估未完成', dueOn: '2014-10-10' })).toMatchObject({
      fields: [{ field: 'dueOn', code: 'NOT_LATER' }],
    });
    await act(head, 'requestExtension', itemId, { partId, reason: '评估未完成', dueOn: '2014-11-10' });
    expect(await act(head, 'grantExtension', itemId, { partId, dueOn: '2014-11-10' })).toMatchObject({ code: 'NOT_THIS_ROLE' });
    await act(viceMayor, 'grantExtension', itemId, { partId, dueOn: '2014-11-03' });
    expect(await itemRowOf(itemId)).toMatchObject({ due_on: '2014-11-03' });
    expect(JSON.parse((await lastEvent(itemId)).payload)).toMatchObject({
      dueBefore: '2014-10-10',
      askedTo: '2014-11-10',
      dueOn: '2014-11-03',
    });
    const late = await addHardProblem({ state: 'IN_PROGRESS', dueOn: '2014-09-29' });
    expect(await act(head, 'requestExtension', late, { partId: await lead(late), reason: '已过期', dueOn: '2014-11-10' })).toMatchObject({
      code: 'EXPIRED',
    });
  });

  it('suspended, its clock stands still and no light burns', async () => {
    const itemId = await addHardProblem({ state: 'IN_PROGRESS', assisting: [], dueOn: '2014-09-12' });
    await act(office, 'suspendPart', itemId, { partId: await lead(itemId), reason: '等待省里批复' });
    const light = (day: string) =>
      row(
        z.object({ light: z.string().nullable() }),
        sql`SELECT light_of(state, override_light, red_on, report_due_on, yellow_on, ${day}::date) AS light FROM item WHERE id = ${itemId}::uuid`,
      );
    expect((await light('2014-12-31')).light).toBe('GREEN');
    await act(office, 'resumePart', itemId, { partId: await lead(itemId) });
    expect((await light('2014-09-30')).light).toBe('RED');
  });

  it('merged into another, it leaves the ledgers, and its page still says where it went', async () => {
    const [itemId, targetId] = [await addHardProblem(), await addHardProblem()];
    expect(await act(office, 'mergeItem', itemId, { targetId: itemId, reason: '重复' })).toMatchObject({ fields: [{ code: 'ITSELF' }] });
    expect(await act(office, 'mergeItem', itemId, { targetId: randomUUID(), reason: '重复' })).toMatchObject({
      fields: [{ code: 'UNKNOWN' }],
    });
    await act(office, 'mergeItem', itemId, { targetId, reason: '同一事项' });
    expect(await partOf(itemId, 'gtj')).toMatchObject({ state: 'MERGED' });
    const seen = await ask<{ item: { id: string } | null }>(office, 'query Seen($id: ID!) { item(id: $id) { id } }', { id: itemId });
    expect(seen.data!.item?.id).toBe(itemId);
  });

  it('an override is kept beside the computed light, and ends with the lead unit’s report', async () => {
    const itemId = await addHardProblem({ state: 'IN_PROGRESS', dueOn: '2014-09-12' });
    const partId = await lead(itemId);
    await act(office, 'overrideLight', itemId, { light: 'YELLOW', reason: '客观原因，已协调' });
    const standing = async () => {
      const answer = await ask<{
        item: { standing: { light: string; computedLight: string | null; computedWhy: { rule: string } | null } };
      }>(office, 'query Lights($id: ID!) { item(id: $id) { standing { light computedLight computedWhy { rule } } } }', { id: itemId });
      return answer.data!.item.standing;
    };
    expect(await standing()).toEqual({ light: 'YELLOW', computedLight: 'RED', computedWhy: { rule: 'OVERDUE' } });
    await act(assistHead, 'reportPart', itemId, { partId: (await partOf(itemId, 'czj')).id, text: '配合部分已办', evidence: '文号' });
    expect((await standing()).light).toBe('YELLOW');
    await act(clerk, 'reportPart', itemId, { partId, text: '已办', evidence: '文号' });
    expect(await standing()).toEqual({ light: 'RED', computedLight: null, computedWhy: null });
  });
});

describe('bad input', () => {
  it.each([
    ['reason', { reason: '' }, 'REQUIRED'],
    ['reason', { reason: '  ' }, 'REQUIRED'],
    ['reason', { reason: '长'.repeat(501) }, 'TOO_LONG'],
    ['dueOn', { dueOn: null }, 'REQUIRED'],
    ['dueOn', { dueOn: '2014-09-29' }, 'PAST'],
    ['dueOn', { dueOn: '2031-01-01' }, 'TOO_FAR'],
  ] as const)('says what is wrong at %s: %j', async (field, changed, code) => {
    const itemId = await addHardProblem({ closedOn: '2014-09-10' });
    const before = await eventsOf(itemId);
    const answer = await act(office, 'reopenItem', itemId, { reason: '反弹', dueOn: '2014-12-01', ...changed });
    expect(answer).toMatchObject({ __typename: 'InputError', fields: [{ field, code }] });
    expect(await eventsOf(itemId)).toBe(before);
  });

  it('asks a report for its text and its evidence, each at its field', async () => {
    const itemId = await addHardProblem();
    const answer = await act(clerk, 'reportPart', itemId, { partId: await lead(itemId), text: ' ' });
    expect(answer.fields).toEqual([
      { field: 'text', code: 'REQUIRED' },
      { field: 'evidence', code: 'REQUIRED' },
    ]);
    const foreignFile = await act(clerk, 'reportPart', itemId, {
      partId: await lead(itemId),
      text: '已办',
      attachmentIds: [randomUUID(), 'x'],
    });
    expect(foreignFile.fields).toEqual([{ field: 'attachmentIds', code: 'UNKNOWN_FILES' }]);
    expect(await partOf(itemId, 'gtj')).toMatchObject({ state: 'IN_PROGRESS' });
    expect(await count(sql`SELECT count(*) AS n FROM part_report WHERE item_id = ${itemId}::uuid`)).toBe(0);
  });

  it.each(['x', '', '00000000-0000-0000-0000-000000000000', "'; DROP TABLE item; --"])(
    'an id that is none (%s) is not found',
    async (id) => {
      expect(await act(office, 'callBackItem', id, { version: 1 })).toMatchObject({ __typename: 'NotFoundError' });
      const itemId = await addHardProblem();
      expect(await act(office, 'suspendPart', itemId, { partId: id, reason: '试' })).toMatchObject({ __typename: 'NotFoundError' });
    },
  );

  it('units must be there, and none may lead and assist at once', async () => {
    const itemId = await addHardProblem({ state: 'DRAFT' });
    const given = { dueOn: '2014-12-01', leadUnitId: 'gtj', assistUnitIds: ['gtj', 'nowhere'] };
    expect((await act(office, 'assignItem', itemId, given)).fields).toEqual([
      { field: 'assistUnitIds', code: 'LEAD_ASSISTS' },
      { field: 'assistUnitIds', code: 'UNKNOWN' },
    ]);
    expect((await act(office, 'assignItem', itemId, { ...given, leadUnitId: '411700', assistUnitIds: [] })).fields).toEqual([
      { field: 'leadUnitId', code: 'UNKNOWN' },
    ]);
  });
});

describe('two people at once', () => {
  it('a repeat of a request answers as the first did and does nothing again', async () => {
    const itemId = await addHardProblem({ state: 'ASSIGNED' });
    const given = { partId: await lead(itemId), requestId: randomUUID(), version: 1 };
    const [first, second] = await Promise.all([act(head, 'signPart', itemId, given), act(head, 'signPart', itemId, given)]);
    expect([first.__typename, second.__typename]).toEqual(['ItemActed', 'ItemActed']);
    expect(await eventsOf(itemId)).toBe(2);
  });

  it('of 100 acts on one item one wins; the others hear who was faster, and nothing is half done', async () => {
    const itemId = await addHardProblem({ state: 'ASSIGNED' });
    const partId = await lead(itemId);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        n % 2
          ? act(head, 'signPart', itemId, { partId, version: 1 })
          : act(head, 'returnAsNotOurs', itemId, { partId, version: 1, reason: '非本单位职责' }),
      ),
    );
    expect(answers.filter(({ __typename }) => __typename === 'ItemActed')).toHaveLength(1);
    const conflicts = answers.filter(({ __typename }) => __typename === 'ConflictError');
    expect(conflicts).toHaveLength(99);
    for (const { version, changes } of conflicts)
      expect({ version, changes }).toMatchObject({ version: 2, changes: [{ actorTitle: head.postTitle }] });
    expect(await eventsOf(itemId)).toBe(2);
    expect(
      await count(sql`SELECT count(*) AS n FROM item_span WHERE item_id = ${itemId}::uuid AND unit_id = 'gtj' AND to_at > '9999-01-01'`),
    ).toBe(1);
  });

  it('an act that fails at its last step leaves nothing behind', async () => {
    const itemId = await addHardProblem();
    await asOwner(`ALTER TABLE item_event ADD CONSTRAINT no_report CHECK (item_id <> '${itemId}' OR action <> 'REPORT')`);
    await expect(act(clerk, 'reportPart', itemId, { partId: await lead(itemId), text: '已办', evidence: '文号' })).rejects.toThrow();
    await asOwner('ALTER TABLE item_event DROP CONSTRAINT no_report');
    expect(await count(sql`SELECT count(*) AS n FROM part_report WHERE item_id = ${itemId}::uuid`)).toBe(0);
    expect(await partOf(itemId, 'gtj')).toMatchObject({ state: 'IN_PROGRESS' });
  });
});

it('many at once: each is done whole or left as it was, and the answer says why', async () => {
  const [mine, moved, foreign] = [
    await addHardProblem({ number: '批-1', state: 'ASSIGNED' }),
    await addHardProblem({ number: '批-2', state: 'ASSIGNED' }),
    await addHardProblem({ number: '批-3', state: 'ASSIGNED', leadUnitId: 'jyj', assisting: [] }),
  ];
  const given = [
    { itemId: mine, partId: await lead(mine), version: 1 },
    { itemId: moved, partId: await lead(moved), version: 7 },
    { itemId: foreign, partId: (await partOf(foreign, 'jyj')).id, version: 1 },
  ];
  const source = `mutation Many($requestId: String!, $rows: [BulkRow!]!) { signParts(requestId: $requestId, rows: $rows) {
    ... on BulkDone { results { number done } } ... on InputError { fields { field code } } } }`;
  const signAll = () => ask<{ signParts: { results: unknown[] } }>(head, source, { requestId: 'many-1', rows: given });
  const results = (await signAll()).data!.signParts.results;
  expect(results).toHaveLength(3);
  expect(results).toEqual(
    expect.arrayContaining([
      { number: '批-1', done: true },
      { number: '批-2', done: false },
      { number: '', done: false },
    ]),
  );
  expect((await signAll()).data!.signParts.results).toEqual(results);
  expect([await itemRowOf(mine), await itemRowOf(moved)]).toMatchObject([{ version: 2 }, { version: 1 }]);
  const empty = await ask<{ signParts: { fields: unknown[] } }>(head, source, { requestId: 'many-2', rows: [] });
  expect(empty.data!.signParts.fields).toEqual([{ field: 'rows', code: 'EMPTY' }]);
});

it('a signed-out caller does nothing', async () => {
  const itemId = await addHardProblem({ state: 'ASSIGNED' });
  await expect(act(null, 'signPart', itemId, { partId: await lead(itemId) })).rejects.toThrow('请先登录');
});
