import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pool, row, rows, sql } from '../../database.ts';
import { addItem, ask, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { person } from '../item/acts/testing/acts.fixture.ts';
import type { Viewer } from '../session/viewer.ts';

let close: () => Promise<void>;
let mayor: Viewer;
let viceMayor: Viewer;
let office: Viewer;
beforeAll(async () => {
  close = await openTestCity();
  mayor = { ...(await person('CITY_LEADER')), postTitle: '市长' };
  viceMayor = { ...(await person('VICE_MAYOR')), postTitle: '副市长（城建）', overseenUnitIds: ['jyj'] };
  office = { ...(await person('SUPERVISION_OFFICE', 'dcs')), postTitle: '市政府督查室督查员' };
});
afterAll(() => close());

interface Answer {
  __typename: string;
  fields?: { field: string; code: string; message: string }[];
  code?: string;
  version?: number;
  changes?: { action: string; actorTitle: string }[];
  item?: { number: string; version: number };
  task?: Task;
  items?: Task[];
}
interface Task {
  id: string;
  number: string;
  title: string;
  detail: {
    instruction: string | null;
    instructedBy: string | null;
    instructedOn: string | null;
    standard: string | null;
    answer: string | null;
  };
  parts: { unit: { id: string }; duty: string; state: string; signDueOn: string | null; dueOn: string }[];
  [key: string]: unknown;
}

const taskFields = `id number title source foundOn assignedOn category { code } clause { number } leadUnit { id } standing { state dueOn progressPercent light }
  parts { unit { id } duty state signDueOn dueOn }
  ... on SupervisionTaskItem { detail { instruction instructedBy instructedOn standard answer } } links { why isOrigin item { number } }`;
const errorFields = `... on InputError { fields { field code message } } ... on ActRefusedError { code } ... on ConflictError { version changes { action actorTitle } }`;

const good = () => ({ instruction: '请国土局牵头，一周内报结果。', standard: '权属登记全部完成', dueOn: '2014-10-20' });

/** Instructs with sound fields but for those given, at the item's present version unless another is given. */
async function instruct(viewer: Viewer | null, itemId: string, given: Record<string, unknown> = {}): Promise<Answer> {
  const version = z.uuid().safeParse(itemId).success ? await versionOf(itemId) : 1;
  const input = { itemId, version, requestId: randomUUID(), ...good(), ...given };
  const { data, errors } = await ask<{ instructItem: Answer }>(
    viewer,
    `mutation ($input: InstructItemInput!) { instructItem(input: $input) { __typename
      ... on ItemInstructed { item { number version } task { ${taskFields} } } ${errorFields} } }`,
    { input },
  );
  if (errors) throw new Error(`${errors[0]!.extensions.code}`);
  return data!.instructItem;
}

async function create(viewer: Viewer | null, tasks: unknown[], requestId: string = randomUUID()): Promise<Answer> {
  const { data, errors } = await ask<{ createTasks: Answer }>(
    viewer,
    `mutation ($input: CreateTasksInput!) { createTasks(input: $input) { __typename ... on TasksCreated { items { ${taskFields} } }
      ... on InputError { fields { field code message } } } }`,
    { input: { requestId, tasks } },
  );
  if (errors) throw new Error(`${errors[0]!.extensions.code}`);
  return data!.createTasks;
}

const newTask = (changes: Record<string, unknown> = {}) => ({
  title: '城区占道经营集中整治',
  source: 'meeting',
  basis: '市政府第12次常务会议',
  leadUnitId: 'cgj',
  assistUnitIds: ['gaj'],
  dueOn: '2014-10-31',
  state: 'ASSIGNED',
  ...changes,
});

async function versionOf(id: string): Promise<number> {
  const [found] = await rows(z.object({ version: z.number() }), sql`SELECT version FROM item WHERE id = ${id}::uuid`);
  return found?.version ?? 1;
}

const countTasks = async () =>
  (await row(z.object({ n: z.coerce.number() }), sql`SELECT count(*) AS n FROM item WHERE kind = 'SUPERVISION_TASK'`)).n;

const eventRow = z.object({
  action: z.string(),
  to_state: z.string(),
  actor_title: z.string(),
  on_behalf_of: z.string().nullable(),
  payload: z.string().transform((text) => JSON.parse(text) as Record<string, unknown>),
});
const eventsOf = (itemId: string) =>
  rows(
    eventRow,
    sql`SELECT action, to_state, actor_title, on_behalf_of, payload FROM item_event WHERE item_id = ${itemId}::uuid ORDER BY sequence`,
  );

/** An upload that no act has taken yet. */
async function upload(viewer: Viewer): Promise<string> {
  const id = randomUUID();
  await pool.query(
    `INSERT INTO stored_file (hash, size, media_type, bytes) VALUES ($1, 3, 'application/pdf', '\\x010203') ON CONFLICT DO NOTHING`,
    ['scan'],
  );
  await pool.query(`INSERT INTO attachment (id, file_hash, name, added_at, added_by_id) VALUES ($1, 'scan', '批示.pdf', now(), $2)`, [
    id,
    viewer.userId,
  ]);
  return id;
}

describe('an instruction', () => {
  it('becomes an assigned task in one step, with its own clock, and stands in the story of the item', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj', title: '闲置土地处置缓慢' });
    const answer = await instruct(mayor, itemId, { assistUnitIds: ['czj', 'czj'] });
    expect(answer).toMatchObject({ __typename: 'ItemInstructed', item: { version: 2 } });
    const task = answer.task!;
    expect(task).toMatchObject({
      title: '落实市长批示：闲置土地处置缓慢',
      source: answer.item!.number,
      category: { code: 'instruction' },
      clause: { number: '4(6)' },
      leadUnit: { id: 'gtj' },
      assignedOn: '2014-09-30',
      standing: { state: 'ASSIGNED', dueOn: '2014-10-20', progressPercent: null, light: 'GREEN' },
      detail: { ...detailOf(), answer: null },
      links: [{ why: 'INSTRUCTION', isOrigin: true, item: { number: answer.item!.number } }],
    });
    expect(task.number).toMatch(/^督-2014-\d{4}$/);
    // Two working days after Tuesday 30 September; 1–7 October are no working days.
    expect(task.parts).toMatchObject([
      { unit: { id: 'gtj' }, duty: 'LEAD', state: 'ASSIGNED', signDueOn: '2014-10-09', dueOn: '2014-10-20' },
      { unit: { id: 'czj' }, duty: 'ASSIST', state: 'ASSIGNED', signDueOn: '2014-10-09', dueOn: '2014-10-20' },
    ]);
    expect((await eventsOf(itemId)).at(-1)).toMatchObject({
      action: 'INSTRUCT',
      to_state: 'IN_PROGRESS',
      actor_title: '市长',
      on_behalf_of: null,
      payload: { text: good().instruction, taskNumber: task.number },
    });
    expect((await eventsOf(task.id)).map(({ action, to_state }) => `${action} ${to_state}`)).toEqual(['CREATE DRAFT', 'ASSIGN ASSIGNED']);
  });

  function detailOf() {
    return { instruction: good().instruction, instructedBy: '市长', instructedOn: '2014-09-30', standard: good().standard };
  }

  it('may go to another unit, and on an item that has ended', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj', closedOn: '2014-08-20', writtenOffOn: '2014-08-25' });
    const { task } = await instruct(viceMayor, itemId, { leadUnitId: 'czj' });
    expect(task).toMatchObject({ leadUnit: { id: 'czj' }, detail: { instructedBy: '副市长（城建）' } });
    expect((await eventsOf(itemId)).at(-1)).toMatchObject({ action: 'INSTRUCT', to_state: 'WRITTEN_OFF' });
  });

  it('is for leaders: nobody else has it among the acts, and whoever tries is refused', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj' });
    const offered = async (viewer: Viewer) => {
      const { data } = await ask<{ item: { viewerActs: string[] } | null }>(
        viewer,
        'query ($number: String!) { item(number: $number) { viewerActs } }',
        { number: (await row(z.object({ number: z.string() }), sql`SELECT number FROM item WHERE id = ${itemId}::uuid`)).number },
      );
      return data!.item?.viewerActs.includes('INSTRUCT') ?? null;
    };
    for (const viewer of [mayor, viceMayor, office]) expect(await offered(viewer)).toBe(true);
    for (const viewer of [viewerWith('INSPECTION', 'jcj'), viewerWith('UNIT_HEAD', 'gtj'), viewerWith('UNIT_CLERK', 'gtj')]) {
      expect(await offered(viewer)).toBe(false);
      const own = await person(viewer.role, viewer.unitId);
      expect(await instruct(own, itemId)).toMatchObject({ __typename: 'ActRefusedError', code: 'NOT_THIS_ROLE' });
    }
    for (const viewer of [await person('UNIT_HEAD', 'jyj'), await person('SYSTEM_ADMIN', 'zfb')])
      expect(await instruct(viewer, itemId)).toMatchObject({ __typename: 'NotFoundError' });
    await expect(instruct(null, itemId)).rejects.toThrow('UNAUTHENTICATED');
    for (const id of ['nonsense', randomUUID()]) expect(await instruct(mayor, id)).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('says at each field what is wrong, and changes nothing', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj' });
    const before = await countTasks();
    const cases: [Record<string, unknown>, string, string][] = [
      [{ instruction: '  ' }, 'instruction', 'REQUIRED'],
      [{ instruction: '字'.repeat(2001) }, 'instruction', 'TOO_LONG'],
      [{ standard: '字'.repeat(1001) }, 'standard', 'TOO_LONG'],
      [{ leadUnitId: 'nobody' }, 'leadUnitId', 'UNKNOWN'],
      [{ leadUnitId: '411700' }, 'leadUnitId', 'UNKNOWN'],
      [{ leadUnitId: ' ' }, 'leadUnitId', 'REQUIRED'],
      [{ assistUnitIds: ['czj', 'nobody'] }, 'assistUnitIds', 'UNKNOWN'],
      [{ assistUnitIds: ['gtj'] }, 'assistUnitIds', 'LEAD_ASSISTS'],
      [{ assistUnitIds: Array.from({ length: 31 }, (_, index) => `u${index}`) }, 'assistUnitIds', 'TOO_MANY'],
      [{ dueOn: '2014-09-29' }, 'dueOn', 'PAST'],
      [{ dueOn: '9999-12-31' }, 'dueOn', 'TOO_FAR'],
      [{ dueOn: '2099-01-01' }, 'dueOn', 'TOO_FAR'],
      [{ attachmentIds: [randomUUID()] }, 'attachmentIds', 'UNKNOWN_FILES'],
      [{ attachmentIds: Array.from({ length: 21 }, () => randomUUID()) }, 'attachmentIds', 'TOO_MANY'],
      [{ onBehalfOfPostId: 'mayor' }, 'onBehalfOfPostId', 'ONLY_OFFICE'],
      [{ instructedOn: '2014-09-01' }, 'instructedOn', 'ONLY_OFFICE'],
    ];
    for (const [given, field, code] of cases) {
      const { fields } = await instruct(mayor, itemId, given);
      expect(fields?.map((problem) => `${problem.field} ${problem.code}`)).toEqual([`${field} ${code}`]);
      expect(fields![0]!.message).toMatch(/[\u4e00-\u9fff].*。$/);
    }
    expect([await countTasks(), await versionOf(itemId)]).toEqual([before, 1]);
  });

  it('is refused when somebody was faster, and tells who', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj' });
    await instruct(viceMayor, itemId);
    expect(await instruct(mayor, itemId, { version: 1 })).toMatchObject({
      __typename: 'ConflictError',
      version: 2,
      changes: [{ action: 'INSTRUCT', actorTitle: '副市长（城建）' }],
    });
  });

  it('answers a repeat as it did the first time', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj' });
    const requestId = randomUUID();
    const first = await instruct(mayor, itemId, { requestId, version: 1 });
    const before = await countTasks();
    const second = await instruct(mayor, itemId, { requestId, version: 1 });
    expect(second.task!.number).toBe(first.task!.number);
    expect([await countTasks(), await versionOf(itemId)]).toEqual([before, 2]);
    expect(await create(office, [newTask()], requestId)).toMatchObject({ __typename: 'TasksCreated' });
    expect((await instruct(office, itemId, { requestId })).fields).toMatchObject([{ field: 'requestId' }]);
  });

  it('of two at once on one item one passes; of two on two items each gets its own number', async () => {
    const [one, two] = [await addItem({ leadUnitId: 'gtj' }), await addItem({ leadUnitId: 'jyj' })];
    const same = await Promise.all([instruct(mayor, one, { version: 1 }), instruct(viceMayor, one, { version: 1 })]);
    expect(same.map(({ __typename }) => __typename).sort()).toEqual(['ConflictError', 'ItemInstructed']);
    const both = await Promise.all([instruct(mayor, one), instruct(viceMayor, two), create(office, [newTask(), newTask()])]);
    const numbers = both.flatMap(({ task, items }) => (task ? [task.number] : items!.map(({ number }) => number)));
    expect(new Set(numbers).size).toBe(4);
  });
});

describe('a paper instruction', () => {
  it('is entered by the office for the leader, with its scan and its day', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj' });
    const scan = await upload(office);
    const answer = await instruct(office, itemId, { attachmentIds: [scan], onBehalfOfPostId: 'mayor', instructedOn: '2014-09-26' });
    expect(answer).toMatchObject({
      __typename: 'ItemInstructed',
      task: { foundOn: '2014-09-26', assignedOn: '2014-09-30', detail: { instructedBy: '市长', instructedOn: '2014-09-26' } },
    });
    expect((await eventsOf(itemId)).at(-1)).toMatchObject({ action: 'INSTRUCT', actor_title: '市政府督查室督查员', on_behalf_of: '市长' });
    expect((await eventsOf(answer.task!.id)).at(-1)).toMatchObject({ action: 'ASSIGN', on_behalf_of: '市长' });
    const held = await row(z.object({ item_id: z.string() }), sql`SELECT item_id FROM attachment WHERE id = ${scan}::uuid`);
    expect(held.item_id).toBe(answer.task!.id);
    // The same scan serves once.
    expect((await instruct(office, itemId, { attachmentIds: [scan], onBehalfOfPostId: 'mayor' })).fields).toMatchObject([
      { field: 'attachmentIds', code: 'UNKNOWN_FILES' },
    ]);
  });

  it('asks for the leader and the scan, its own upload', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj' });
    const codes = async (given: Record<string, unknown>) =>
      (await instruct(office, itemId, given)).fields?.map(({ field, code }) => `${field} ${code}`);
    const scan = await upload(office);
    expect(await codes({})).toEqual(['attachmentIds SCAN_REQUIRED', 'onBehalfOfPostId REQUIRED']);
    expect(await codes({ attachmentIds: [scan] })).toEqual(['onBehalfOfPostId REQUIRED']);
    for (const postId of ['nobody', 'gtj-head', 'supervision-officer'])
      expect(await codes({ attachmentIds: [scan], onBehalfOfPostId: postId })).toEqual(['onBehalfOfPostId UNKNOWN']);
    const paper = { attachmentIds: [scan], onBehalfOfPostId: 'mayor' };
    expect(await codes({ ...paper, instructedOn: '2014-10-01' })).toEqual(['instructedOn FUTURE']);
    expect(await codes({ ...paper, instructedOn: '2001-10-01' })).toEqual(['instructedOn TOO_EARLY']);
    expect(await codes({ ...paper, attachmentIds: [await upload(mayor)] })).toEqual(['attachmentIds UNKNOWN_FILES']);
    expect(await versionOf(itemId)).toBe(1);
  });
});

describe('tasks opened at once', () => {
  it('go in together, drafts and assigned ones, numbered in their order', async () => {
    const before = await countTasks();
    const { items } = await create(office, [
      newTask(),
      newTask({ state: 'DRAFT', title: ' 校园  食品\n检查 ', source: 'inspection', basis: null, assistUnitIds: [] }),
      newTask({
        source: 'instruction',
        instruction: '请办',
        instructedBy: '市长',
        instructedOn: '2014-09-25',
        leadUnitId: '411721',
        assistUnitIds: null,
      }),
    ]);
    expect(items).toMatchObject([
      { standing: { state: 'ASSIGNED' }, source: '市政府第12次常务会议', category: { code: 'meeting' } },
      { title: '校园 食品 检查', standing: { state: 'DRAFT', light: null }, parts: [{ state: 'DRAFT', signDueOn: null }] },
      { foundOn: '2014-09-25', detail: { instruction: '请办', instructedBy: '市长', instructedOn: '2014-09-25' } },
    ]);
    const serials = items!.map(({ number }) => Number(number.slice(-4)));
    expect(serials).toEqual([serials[0], serials[0]! + 1, serials[0]! + 2]);
    const third = await row(z.object({ county_id: z.string() }), sql`SELECT county_id FROM item WHERE id = ${items![2]!.id}::uuid`);
    expect(third.county_id).toBe('411721');
    expect(await countTasks()).toBe(before + 3);
  });

  it('are all or none: what is wrong is said at each field of each', async () => {
    const before = await countTasks();
    const { fields } = await create(office, [
      newTask(),
      newTask({ title: ' ', source: 'rumour' }),
      newTask({ source: 'instruction' }),
      newTask({ dueOn: '2014-09-01', basis: '文'.repeat(101), instructedOn: '2015-01-01' }),
    ]);
    expect(fields!.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'tasks.1.source UNKNOWN',
      'tasks.1.title REQUIRED',
      'tasks.2.instructedBy REQUIRED',
      'tasks.2.instruction REQUIRED',
      'tasks.3.basis TOO_LONG',
      'tasks.3.dueOn PAST',
      'tasks.3.instructedOn FUTURE',
    ]);
    expect((await create(office, [])).fields).toMatchObject([{ field: 'tasks', code: 'REQUIRED' }]);
    const many = Array.from({ length: 201 }, () => newTask());
    expect((await create(office, many)).fields).toMatchObject([{ field: 'tasks', code: 'TOO_MANY' }]);
    expect(await countTasks()).toBe(before);
  });

  it('takes two hundred', async () => {
    const { items } = await create(
      office,
      Array.from({ length: 200 }, (_, index) => newTask({ title: `第${index + 1}件`, state: index % 2 ? 'DRAFT' : 'ASSIGNED' })),
    );
    expect(items!.map(({ title }) => title)).toEqual(Array.from({ length: 200 }, (_, index) => `第${index + 1}件`));
    expect(new Set(items!.map(({ number }) => number)).size).toBe(200);
  });

  it('are for the supervision office alone, once per request', async () => {
    for (const viewer of [mayor, viceMayor, await person('INSPECTION', 'jcj'), await person('UNIT_HEAD', 'gtj')])
      await expect(create(viewer, [newTask()])).rejects.toThrow('FORBIDDEN');
    await expect(create(null, [newTask()])).rejects.toThrow('UNAUTHENTICATED');
    const requestId = randomUUID();
    const first = await create(office, [newTask()], requestId);
    const before = await countTasks();
    const again = await create(office, [newTask(), newTask()], requestId);
    expect(again.items!.map(({ id }) => id)).toEqual(first.items!.map(({ id }) => id));
    expect(await countTasks()).toBe(before);
  });
});

describe('links', () => {
  it('lead both ways, and only to what the viewer may see', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj', title: '源事项' });
    const { item, task } = await instruct(mayor, itemId, { leadUnitId: 'jyj' });
    const linksOf = async (viewer: Viewer, number: string) => {
      const { data } = await ask<{ item: { links: { isOrigin: boolean; item: { number: string } }[] } | null }>(
        viewer,
        'query ($number: String!) { item(number: $number) { links { why isOrigin item { number title } } } }',
        { number },
      );
      return data!.item?.links.map((link) => `${link.isOrigin ? 'from' : 'to'} ${link.item.number}`);
    };
    expect(await linksOf(office, item!.number)).toEqual([`to ${task!.number}`]);
    expect(await linksOf(office, task!.number)).toEqual([`from ${item!.number}`]);
    // 国土局 knows the item but not the task of 教育局, and the other way about.
    expect(await linksOf(viewerWith('UNIT_HEAD', 'gtj'), item!.number)).toEqual([]);
    expect(await linksOf(viewerWith('UNIT_HEAD', 'jyj'), task!.number)).toEqual([]);
    expect(await linksOf(viewerWith('UNIT_HEAD', 'jyj'), item!.number)).toBeUndefined();
  });
});
