import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pool } from '../../database.ts';
import { addItem, ask, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { itemRowOf, partOf, person } from '../item/acts/testing/acts.fixture.ts';
import type { Viewer } from '../session/viewer.ts';
import { remindDue } from './remind-due.ts';

let close: () => Promise<void>;
let office: Viewer;

beforeAll(async () => {
  close = await openTestCity();
  office = await person('SUPERVISION_OFFICE', 'dcs');
});
afterAll(() => close());

const urgePart = `mutation ($input: UrgePartInput!) { urgePart(input: $input) { __typename
  ... on ItemActed { item { version urgings { number rung isAnswered answerDueOn overdueWorkingDays dueOn } } }
  ... on InputError { fields { field code } } ... on ConflictError { version changes { action } } ... on ActRefusedError { code } } }`;

interface Answer {
  __typename: string;
  item?: { version: number; urgings: Record<string, unknown>[] };
  fields?: { field: string; code: string }[];
  code?: string;
  version?: number;
  changes?: { action: string }[];
}

let requests = 0;
async function urge(viewer: Viewer, itemId: string, unitId: string, rung: string, more: Record<string, unknown> = {}): Promise<Answer> {
  requests += 1;
  const [item, part] = [await itemRowOf(itemId), await partOf(itemId, unitId)];
  const answerDueOn = rung.endsWith('CARD') ? '2014-10-10' : null;
  const input = {
    itemId,
    partId: part.id,
    version: item.version,
    requestId: `u-${requests}`,
    rung,
    reason: '请抓紧办理',
    answerDueOn,
    ...more,
  };
  const { data, errors } = await ask<{ urgePart: Answer }>(viewer, urgePart, { input });
  if (errors) throw errors[0];
  return JSON.parse(JSON.stringify(data!.urgePart)) as Answer;
}

describe('the ladder', () => {
  it('is climbed upwards: yellow after red is refused, red needs a yellow card', async () => {
    const id = await addItem({ leadUnitId: 'gtj', dueOn: '2014-09-26' });
    expect(await urge(office, id, 'gtj', 'RED_CARD')).toMatchObject({ __typename: 'ActRefusedError', code: 'YELLOW_FIRST' });
    const first = await urge(office, id, 'gtj', 'URGE');
    expect(first.item?.urgings[0]).toEqual({
      number: expect.stringMatching(/^催-2014-\d{4}$/),
      rung: 'URGE',
      isAnswered: false,
      answerDueOn: null,
      dueOn: '2014-09-26',
      // 28 (a working Sunday), 29 and 30 September.
      overdueWorkingDays: 3,
    });
    expect((await urge(office, id, 'gtj', 'YELLOW_CARD')).__typename).toBe('ItemActed');
    expect((await urge(office, id, 'gtj', 'RED_CARD')).item?.urgings.map(({ rung }) => rung)).toEqual(['RED_CARD', 'YELLOW_CARD', 'URGE']);
    expect(await urge(office, id, 'gtj', 'YELLOW_CARD')).toMatchObject({ code: 'LOWER_THAN_CLIMBED' });
    const { rows } = await pool.query(
      `SELECT action, part_id, payload::jsonb ->> 'rung' AS rung FROM item_event WHERE item_id = $1 AND action = 'URGE' ORDER BY sequence`,
      [id],
    );
    const { id: part_id } = await partOf(id, 'gtj');
    expect(rows).toEqual(['URGE', 'YELLOW_CARD', 'RED_CARD'].map((rung) => ({ action: 'URGE', part_id, rung })));
  });

  it('a card needs a cause and an answer day; every problem stands at its field', async () => {
    const id = await addItem({ leadUnitId: 'gtj', assignedOn: '2014-09-22' });
    expect(await urge(office, id, 'gtj', 'YELLOW_CARD')).toMatchObject({ code: 'NO_CAUSE_FOR_CARD' });
    expect(await urge(office, id, 'gtj', 'YELLOW_CARD', { answerDueOn: null, reason: ' ' })).toEqual({
      __typename: 'InputError',
      fields: [
        { field: 'reason', code: 'REQUIRED' },
        { field: 'answerDueOn', code: 'REQUIRED' },
      ],
    });
    expect(await urge(office, id, 'gtj', 'URGE', { answerDueOn: '2014-09-29', reason: '字'.repeat(501) })).toMatchObject({
      fields: [
        { field: 'reason', code: 'TOO_LONG' },
        { field: 'answerDueOn', code: 'PAST' },
      ],
    });
    expect((await itemRowOf(id)).version).toBe(1);
  });

  it('an urge is answered by a report of that unit, and begins anew in the next round', async () => {
    const id = await addItem({ leadUnitId: 'gtj', assisting: ['czj'], dueOn: '2014-09-26' });
    await urge(office, id, 'gtj', 'URGE');
    await urge(office, id, 'czj', 'URGE');
    const head = await person('UNIT_HEAD', 'gtj');
    const [item, part] = [await itemRowOf(id), await partOf(id, 'gtj')];
    const report = await ask<{ reportPart: { __typename: string } }>(
      head,
      `mutation ($input: ReportPartInput!) { reportPart(input: $input) { __typename ... on InputError { fields { field code } } } }`,
      { input: { itemId: id, partId: part.id, version: item.version, requestId: 'r1', text: '已整改', evidence: '文号1' } },
    );
    expect(report.data?.reportPart.__typename).toBe('ItemActed');
    const read = `query ($id: ID) { item(id: $id) { parts { unit { id } highestRung urgings { isAnswered answeredOn }
      openRungs { rung isOpen refusal } } } }`;
    const { data } = await ask<{ item: { parts: Record<string, unknown>[] } }>(office, read, { id });
    const parts = JSON.parse(JSON.stringify(data)).item.parts;
    expect(parts).toMatchObject([
      { unit: { id: 'gtj' }, highestRung: 'URGE', urgings: [{ isAnswered: true, answeredOn: '2014-09-30' }] },
      { unit: { id: 'czj' }, highestRung: 'URGE', urgings: [{ isAnswered: false, answeredOn: null }] },
    ]);
    expect(parts[0].openRungs.every(({ refusal }: { refusal: string }) => refusal === 'NOT_UNDER_WAY')).toBe(true);
    expect(parts[1].openRungs.filter(({ isOpen }: { isOpen: boolean }) => isOpen).map(({ rung }: { rung: string }) => rung)).toEqual([
      'URGE',
      'YELLOW_CARD',
    ]);
    await pool.query('UPDATE item SET round = 2 WHERE id = $1', [id]);
    const next = JSON.parse(JSON.stringify((await ask<object>(office, read, { id })).data)).item.parts[1];
    expect(next).toMatchObject({ highestRung: null, openRungs: [{ isOpen: true }, { isOpen: true }, { isOpen: true }, { isOpen: false }] });
  });

  it('is the supervision office’s alone, and only for what is at the version seen', async () => {
    const id = await addItem({ leadUnitId: 'gtj' });
    for (const role of ['CITY_LEADER', 'INSPECTION', 'UNIT_HEAD', 'SYSTEM_ADMIN'] as const)
      expect(await urge(viewerWith(role, 'gtj'), id, 'gtj', 'URGE')).toMatchObject({
        __typename: 'ActRefusedError',
        code: 'NOT_THIS_ROLE',
      });
    await urge(office, id, 'gtj', 'REMINDER');
    expect(await urge(office, id, 'gtj', 'URGE', { version: 1 })).toMatchObject({
      __typename: 'ConflictError',
      version: 2,
      changes: [{ action: 'URGE' }],
    });
    expect(await urge(office, id, 'gtj', 'URGE', { partId: office.userId })).toMatchObject({ __typename: 'NotFoundError' });
    const own = await addItem({ leadUnitId: 'dcs' });
    expect(await urge(office, own, 'dcs', 'URGE')).toMatchObject({ code: 'OWN_UNIT' });
  });

  it('answers a repeat as the first time, with one slip', async () => {
    const id = await addItem({ leadUnitId: 'gtj' });
    const first = await urge(office, id, 'gtj', 'URGE', { requestId: 'same', version: 1 });
    const again = await urge(office, id, 'gtj', 'URGE', { requestId: 'same', version: 1 });
    expect(again).toEqual(first);
    expect(again.item?.urgings).toHaveLength(1);
  });
});

describe('many at once', () => {
  it('urges what may be urged, in two parts of one item too, and says why not the others', async () => {
    const two = await addItem({ number: '双', leadUnitId: 'gtj', assisting: ['czj'] });
    const closed = await addItem({ number: '结', leadUnitId: 'gtj', closedOn: '2014-09-01' });
    const stale = await addItem({ number: '旧', leadUnitId: 'gtj' });
    const rows = [
      { itemId: two, partId: (await partOf(two, 'gtj')).id, version: 1 },
      { itemId: closed, partId: (await partOf(closed, 'gtj')).id, version: 1 },
      { itemId: stale, partId: (await partOf(stale, 'gtj')).id, version: 7 },
      { itemId: two, partId: (await partOf(two, 'czj')).id, version: 1 },
      { itemId: 'x', partId: 'y', version: 1 },
    ];
    const source = `mutation ($parts: [UrgedPart!]!, $requestId: String!) { urgeParts(requestId: $requestId, rung: URGE, reason: "请答复", parts: $parts) {
      __typename ... on PartsUrged { results { number done slipNumber code } } ... on InputError { fields { field code } } } }`;
    const { data } = await ask<{ urgeParts: unknown }>(office, source, { parts: rows, requestId: 'bulk' });
    const slip = expect.stringMatching(/^催-2014-/);
    expect(JSON.parse(JSON.stringify(data!.urgeParts)).results).toEqual([
      { number: '双', done: true, slipNumber: slip, code: null },
      { number: '结', done: false, slipNumber: null, code: 'NOT_UNDER_WAY' },
      { number: '旧', done: false, slipNumber: null, code: 'CONFLICT' },
      { number: '双', done: true, slipNumber: slip, code: null },
      { number: '', done: false, slipNumber: null, code: 'NOT_FOUND' },
    ]);
    expect((await itemRowOf(two)).version).toBe(3);
    expect((await itemRowOf(stale)).version).toBe(1);
    const twice = await ask<{ urgeParts: unknown }>(office, source, { parts: [rows[0], rows[0]], requestId: 'twice' });
    expect(twice.data?.urgeParts).toMatchObject({ fields: [{ field: 'parts', code: 'TWICE' }] });
  });
});

describe('the register', () => {
  it('lists slips newest first, by filter and page, with counts by rung', async () => {
    const id = await addItem({ number: '册', leadUnitId: 'jyj', dueOn: '2014-09-26' });
    for (const rung of ['REMINDER', 'URGE', 'YELLOW_CARD']) await urge(office, id, 'jyj', rung);
    const source = `query ($filter: UrgingFilter, $first: Int, $after: String, $before: String) {
      urgings(filter: $filter, first: $first, after: $after, before: $before) {
        nodes { number rung itemNumber unitName } totalCount counts { rung count unanswered } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    const read = async (variables: Record<string, unknown>, viewer = office) =>
      JSON.parse(JSON.stringify((await ask<object>(viewer, source, variables)).data)).urgings;
    const filter = { units: ['jyj'] };
    const page = await read({ filter, first: 2 });
    expect(page).toMatchObject({
      nodes: [{ rung: 'YELLOW_CARD', itemNumber: '册' }, { rung: 'URGE' }],
      totalCount: 3,
      counts: [
        { rung: 'REMINDER', count: 1, unanswered: 1 },
        { rung: 'URGE', count: 1, unanswered: 1 },
        { rung: 'YELLOW_CARD', count: 1, unanswered: 1 },
        { rung: 'RED_CARD', count: 0, unanswered: 0 },
      ],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    const next = await read({ filter, first: 2, after: page.pageInfo.endCursor });
    expect(next).toMatchObject({ nodes: [{ rung: 'REMINDER' }], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    const back = await read({ filter, first: 2, before: next.pageInfo.startCursor });
    expect(back.nodes).toEqual(page.nodes);
    expect(
      (await read({ filter: { ...filter, rungs: ['URGE'], from: '2014-09-30', to: '2014-09-30', isAnswered: false } })).totalCount,
    ).toBe(1);
    expect((await read({ filter: { ...filter, to: '2014-09-29' } })).totalCount).toBe(0);
  });

  it('shows a slip to whoever sees its item', async () => {
    const id = await addItem({ leadUnitId: 'jyj', kind: 'COMPLAINT', dueOn: '2014-09-26' });
    const number = (await urge(office, id, 'jyj', 'URGE')).item!.urgings[0]!.number;
    const read = async (viewer: Viewer) =>
      (
        await ask<{ urging: { itemTitle: string } | null }>(viewer, `query ($number: String!) { urging(number: $number) { itemTitle } }`, {
          number,
        })
      ).data?.urging;
    expect(await read(viewerWith('UNIT_CLERK', 'jyj'))).not.toBeNull();
    expect(await read(viewerWith('UNIT_CLERK', 'gtj'))).toBeNull();
    expect(await read(viewerWith('SYSTEM_ADMIN'))).toBeNull();
  });
});

describe('reminders by the system', () => {
  it('come once per part and limit, to what falls due within the days of the campaign', async () => {
    await remindDue('2014-09-30');
    // 30 September + 3 working days: 8, 9 and 10 October (1–7 are the holiday).
    const near = await addItem({ leadUnitId: 'gtj', assisting: ['czj'], dueOn: '2014-10-10' });
    const far = await addItem({ leadUnitId: 'gtj', dueOn: '2014-10-11' });
    const past = await addItem({ leadUnitId: 'gtj', dueOn: '2014-09-29' });
    expect(await remindDue('2014-09-30')).toBe(2);
    expect(await remindDue('2014-09-30')).toBe(0);
    const { rows } = await pool.query(
      `SELECT unit_id, rung, by_id, by_title FROM urging WHERE item_id = ANY($1::uuid[]) ORDER BY unit_id`,
      [[near, far, past]],
    );
    expect(rows).toEqual(['czj', 'gtj'].map((unit_id) => ({ unit_id, rung: 'REMINDER', by_id: null, by_title: '系统' })));
    await pool.query(`UPDATE item_unit SET due_on = '2014-10-09' WHERE item_id = $1 AND unit_id = 'gtj'`, [near]);
    expect(await remindDue('2014-09-30')).toBe(1);
  });
});
