import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db, pool } from '../../database.ts';
import { addItem, ask, openTestCity, type TestItem, viewerWith } from '../../testing/test-city.ts';
import { person } from '../item/acts/testing/acts.fixture.ts';
import type { Viewer } from '../session/viewer.ts';

let close: () => Promise<void>;
let setter: Viewer;
let colleague: Viewer;
let leader: Viewer;
beforeAll(async () => {
  close = await openTestCity();
  setter = await person('SUPERVISION_OFFICE', 'dcs');
  colleague = await person('SUPERVISION_OFFICE', 'dcs');
  leader = await person('CITY_LEADER');
});
afterAll(() => close());

async function addWork(given: Partial<TestItem> = {}): Promise<string> {
  const itemId = await addItem({ kind: 'LIVELIHOOD_WORK', leadUnitId: 'jtj', category: 'ten-works', ...given });
  await db.livelihoodWork.create({
    data: { itemId, matter: '道路', nature: 'BUILD', quantity: 10, quantityUnit: '公里', promise: '年底前通车' },
  });
  return itemId;
}

interface Answer {
  __typename: string;
  code?: string;
  fields?: { field: string; code: string }[];
  results?: { itemId: string; number: string; done: boolean; message: string | null }[];
}

async function mutate(viewer: Viewer, field: string, types: string, variables: Record<string, unknown>): Promise<Answer> {
  const args = Object.keys(variables).map((name) => `${name}: $${name}`);
  const answer = await ask<Record<string, Answer>>(
    viewer,
    `mutation(${types}) { ${field}(${args.join(', ')}) { __typename ... on InputError { fields { field code } }
      ${field.endsWith('OfMany') ? '... on BulkDone { results { itemId number done message } }' : '... on ActRefusedError { code }'} } }`,
    variables,
  );
  expect(answer.errors).toBeUndefined();
  return answer.data![field]!;
}

const versionOf = async (itemId: string) => (await db.item.findUniqueOrThrow({ where: { id: itemId } })).version;

async function set(viewer: Viewer, itemId: string, openness: string, reason: string | null = null, version?: number) {
  const types = '$itemId: ID!, $version: Int!, $requestId: String!, $openness: Openness!, $reason: String';
  const variables = { itemId, version: version ?? (await versionOf(itemId)), requestId: randomUUID(), openness, reason };
  return mutate(viewer, 'setOpenness', types, variables);
}

async function review(viewer: Viewer, itemId: string, verdict: string, reason: string | null = null) {
  const types = '$itemId: ID!, $version: Int!, $requestId: String!, $verdict: OpennessVerdict!, $reason: String';
  return mutate(viewer, 'reviewOpenness', types, { itemId, version: await versionOf(itemId), requestId: randomUUID(), verdict, reason });
}

interface Shown {
  openness: {
    openness: string;
    verdict: string | null;
    setBy: string;
    reviewedBy: string | null;
    reason: string | null;
    isTextChanged: boolean;
  } | null;
  viewerCanSetOpenness: boolean;
  viewerCanReviewOpenness: boolean;
}
async function shownTo(viewer: Viewer, itemId: string): Promise<Shown> {
  const answer = await ask<{ item: Shown }>(
    viewer,
    `query($id: ID!) { item(id: $id) { openness { openness verdict setBy reviewedBy reason isTextChanged } viewerCanSetOpenness viewerCanReviewOpenness } }`,
    { id: itemId },
  );
  return answer.data!.item;
}

describe('公开属性 of a work', () => {
  it('is set by the supervision office and passed by another person; both stand in the story', async () => {
    const itemId = await addWork();
    expect(await shownTo(setter, itemId)).toEqual({ openness: null, viewerCanSetOpenness: true, viewerCanReviewOpenness: false });
    expect((await set(setter, itemId, 'PUBLIC')).__typename).toBe('ItemActed');
    expect(await shownTo(setter, itemId)).toMatchObject({
      openness: { openness: 'PUBLIC', verdict: null },
      viewerCanReviewOpenness: false,
    });
    expect(await review(setter, itemId, 'PASSED')).toMatchObject({ code: 'OWN_SETTING' });
    expect(await shownTo(colleague, itemId)).toMatchObject({ viewerCanReviewOpenness: true });
    expect(await shownTo(leader, itemId)).toMatchObject({ viewerCanSetOpenness: false, viewerCanReviewOpenness: true });
    expect((await review(leader, itemId, 'PASSED')).__typename).toBe('ItemActed');
    expect(await shownTo(leader, itemId)).toMatchObject({
      openness: { verdict: 'PASSED', setBy: setter.postTitle, reviewedBy: leader.postTitle },
      viewerCanReviewOpenness: false,
    });
    expect(await review(colleague, itemId, 'REJECTED', '再议')).toMatchObject({ code: 'ALREADY_REVIEWED' });
    const events = await db.itemEvent.findMany({ where: { itemId }, orderBy: { sequence: 'asc' } });
    expect(events.slice(1).map(({ action, actorTitle, payload }) => [action, actorTitle, JSON.parse(payload)])).toEqual([
      ['SET_OPENNESS', setter.postTitle, { openness: 'PUBLIC' }],
      ['REVIEW_OPENNESS', leader.postTitle, { openness: 'PUBLIC', verdict: 'PASSED' }],
    ]);
  });

  it('waits anew when it is set otherwise, and can be set again after a rejection', async () => {
    const itemId = await addWork();
    await set(setter, itemId, 'PUBLIC');
    expect(await review(colleague, itemId, 'REJECTED')).toMatchObject({ fields: [{ field: 'reason', code: 'REQUIRED' }] });
    await review(colleague, itemId, 'REJECTED', '承诺数字未核实');
    expect(await shownTo(setter, itemId)).toMatchObject({ openness: { verdict: 'REJECTED', reason: '承诺数字未核实' } });
    await set(setter, itemId, 'PUBLIC');
    await review(leader, itemId, 'PASSED');
    expect(await set(setter, itemId, 'PUBLIC')).toMatchObject({ fields: [{ field: 'openness', code: 'SAME' }] });
    expect(await set(setter, itemId, 'NOT_PUBLIC')).toMatchObject({ fields: [{ field: 'reason', code: 'REQUIRED' }] });
    await set(setter, itemId, 'NOT_PUBLIC', '选址未定');
    expect(await shownTo(setter, itemId)).toMatchObject({
      openness: { openness: 'NOT_PUBLIC', verdict: null, reviewedBy: null, isTextChanged: false },
    });
  });

  it('waits anew when the title, the promise or a county’s target changes, however it is changed, and not for a month’s figures', async () => {
    const itemId = await addWork();
    await set(setter, itemId, 'PUBLIC');
    await review(leader, itemId, 'PASSED');
    const state = async () => (await shownTo(colleague, itemId)).openness;
    await pool.query('UPDATE item SET progress_percent = 50, title = title WHERE id = $1', [itemId]);
    expect(await state()).toMatchObject({ verdict: 'PASSED', isTextChanged: false });
    await pool.query(`UPDATE livelihood_work SET promise = '明年通车' WHERE item_id = $1`, [itemId]);
    expect(await state()).toMatchObject({ verdict: null, isTextChanged: true });
    await review(colleague, itemId, 'PASSED');
    await pool.query(`UPDATE item SET title = '改了名' WHERE id = $1`, [itemId]);
    expect(await state()).toMatchObject({ verdict: null, isTextChanged: true });

    const isReset = async (change: string) => {
      await review(colleague, itemId, 'PASSED');
      await pool.query(change, [itemId]);
      return (await state())?.verdict === null;
    };
    expect(await isReset(`INSERT INTO county_target (item_id, county_id, target) VALUES ($1, '411721', 4)`)).toBe(true);
    expect(await isReset('UPDATE county_target SET actual = 1, target = 4 WHERE item_id = $1')).toBe(false);
    expect(await isReset('UPDATE county_target SET target = 3 WHERE item_id = $1')).toBe(true);
    expect(await isReset('DELETE FROM county_target WHERE item_id = $1')).toBe(true);
  });

  it('is nobody else’s, of no other register, and at its present version', async () => {
    const itemId = await addWork();
    for (const viewer of [leader, viewerWith('INSPECTION'), viewerWith('VICE_MAYOR'), viewerWith('UNIT_HEAD', 'jtj')])
      expect([viewer.role, (await set(viewer, itemId, 'PUBLIC')).code]).toEqual([viewer.role, 'NOT_THIS_ROLE']);
    expect((await set(viewerWith('AUDIT_ADMIN'), itemId, 'PUBLIC')).__typename).toBe('NotFoundError');
    expect((await set(setter, itemId, 'PUBLIC', null, 99)).__typename).toBe('ConflictError');
    expect(await set(setter, itemId, 'PUBLIC', '长'.repeat(501))).toMatchObject({ fields: [{ field: 'reason', code: 'TOO_LONG' }] });
    for (const kind of ['COMPLAINT', 'STYLE_PROBLEM', 'HARD_PROBLEM'] as const)
      expect([kind, (await set(setter, await addItem({ kind, leadUnitId: 'jtj' }), 'PUBLIC')).code]).toEqual([kind, 'NEVER_PUBLIC']);
    expect(await review(leader, itemId, 'PASSED')).toMatchObject({ code: 'NOT_SET' });
    await set(setter, itemId, 'PUBLIC');
    for (const viewer of [viewerWith('INSPECTION'), viewerWith('VICE_MAYOR'), viewerWith('UNIT_HEAD', 'jtj')])
      expect([viewer.role, (await review(viewer, itemId, 'PASSED')).code]).toEqual([viewer.role, 'NOT_THIS_ROLE']);
  });
});

describe('many at once', () => {
  it('each is done or left, with why', async () => {
    const [good, own, gone] = [await addWork({ number: '民-好' }), await addWork({ number: '民-自' }), randomUUID()];
    const rowsOf = async (ids: string[]) =>
      Promise.all(ids.map(async (itemId) => ({ itemId, version: itemId === gone ? 1 : await versionOf(itemId) })));
    const types = '$requestId: String!, $rows: [OpennessRow!]!, $openness: Openness!';
    const answer = await mutate(setter, 'setOpennessOfMany', types, {
      requestId: randomUUID(),
      rows: await rowsOf([good, gone]),
      openness: 'PUBLIC',
    });
    expect(answer.results!.filter(({ done }) => done).map(({ itemId }) => itemId)).toEqual([good]);
    expect(answer.results!.find(({ itemId }) => itemId === gone)).toMatchObject({ done: false, number: '' });
    await set(colleague, own, 'PUBLIC');
    const passed = await mutate(
      colleague,
      'reviewOpennessOfMany',
      '$requestId: String!, $rows: [OpennessRow!]!, $verdict: OpennessVerdict!',
      {
        requestId: randomUUID(),
        rows: await rowsOf([good, own]),
        verdict: 'PASSED',
      },
    );
    expect(passed.results!.map(({ number, done }) => [number, done]).sort()).toEqual([
      ['民-好', true],
      ['民-自', false],
    ]);
    expect(passed.results!.find(({ done }) => !done)?.message).toContain('须由其他人员审核');
    expect(await mutate(setter, 'setOpennessOfMany', types, { requestId: randomUUID(), rows: [], openness: 'PUBLIC' })).toMatchObject({
      fields: [{ field: 'rows', code: 'EMPTY' }],
    });
  });
});

describe('the room 公开审核', () => {
  it('lists works by stage, filtered and paged, to those who set or review', async () => {
    const source = `query($filter: OpennessFilter, $first: Int, $after: String, $before: String) {
      opennessWorks(filter: $filter, first: $first, after: $after, before: $before) {
        nodes { stage item { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } counts { stage count } totalCount } }`;
    interface Room {
      nodes: { stage: string; item: { number: string } }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
      counts: { stage: string; count: number }[];
      totalCount: number;
    }
    const room = async (viewer: Viewer, variables: Record<string, unknown>) =>
      (await ask<{ opennessWorks: Room }>(viewer, source, variables)).data!.opennessWorks;
    const numbers = (page: Room) => page.nodes.map(({ item }) => item.number);
    const made = { leadUnitId: 'slj' };
    const [, waiting, kept, shown] = [
      ...[await addWork({ ...made, number: '室-1' }), await addWork({ ...made, number: '室-2' })],
      ...[await addWork({ ...made, number: '室-3' }), await addWork({ ...made, number: '室-4' })],
    ];
    await addWork({ ...made, number: '室-5', state: 'DRAFT' });
    for (const id of [waiting!, shown!]) await set(setter, id, 'PUBLIC');
    await set(setter, kept!, 'ON_REQUEST', '涉及第三方');
    for (const id of [kept!, shown!]) await review(leader, id, 'PASSED');
    const filter = { units: ['slj'] };
    const all = await room(leader, { filter });
    expect(all.nodes.map(({ stage, item }) => [item.number, stage])).toEqual([
      ['室-1', 'UNSET'],
      ['室-2', 'WAITING'],
      ['室-3', 'KEPT'],
      ['室-4', 'PUBLISHED'],
    ]);
    expect(all.counts).toEqual([
      { stage: 'UNSET', count: 1 },
      { stage: 'WAITING', count: 1 },
      { stage: 'REJECTED', count: 0 },
      { stage: 'PUBLISHED', count: 1 },
      { stage: 'KEPT', count: 1 },
    ]);
    expect(numbers(await room(setter, { filter: { ...filter, stages: ['UNSET', 'KEPT'] } }))).toEqual(['室-1', '室-3']);
    expect(numbers(await room(setter, { filter: { ...filter, text: '室-4%' } }))).toEqual([]);
    expect(numbers(await room(setter, { filter: { ...filter, text: '室-4' } }))).toEqual(['室-4']);
    const first = await room(setter, { filter, first: 3 });
    expect([numbers(first), first.pageInfo.hasNextPage, first.totalCount]).toEqual([['室-1', '室-2', '室-3'], true, 4]);
    const next = await room(setter, { filter, first: 3, after: first.pageInfo.endCursor });
    expect([numbers(next), next.pageInfo.hasNextPage, next.pageInfo.hasPreviousPage]).toEqual([['室-4'], false, true]);
    expect(numbers(await room(setter, { filter, first: 2, before: '室-4' }))).toEqual(['室-2', '室-3']);
    for (const viewer of [viewerWith('INSPECTION'), viewerWith('UNIT_HEAD', 'slj'), viewerWith('SYSTEM_ADMIN')])
      expect((await ask(viewer, source, {})).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
