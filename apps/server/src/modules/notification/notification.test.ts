import { randomUUID } from 'node:crypto';
import type { Role } from '@duban/rules/vocabulary';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rows, sql, transaction } from '../../database.ts';
import { addItem, ask, db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { tellOfTheDay } from './daily-notices.ts';
import { type ToldEvent, tellOfEvents } from './tell-of-events.ts';

let close: () => Promise<void>;
const ids = new Map<string, string>();

/** An account with a post of its own. */
async function person(name: string, role: Role, unitId: string, title = name): Promise<void> {
  await db.post.create({ data: { id: `t-${name}`, title, titleEn: title, unitId, role, position: 900 } });
  const user = await db.user.create({
    data: { account: name, displayName: name, postId: `t-${name}`, passwordHash: 'x', passwordChangedAt: new Date() },
  });
  ids.set(name, user.id);
}

beforeAll(async () => {
  close = await openTestCity();
  await person('head', 'UNIT_HEAD', 'gtj');
  await person('clerk', 'UNIT_CLERK', 'gtj');
  await person('otherHead', 'UNIT_HEAD', 'fgw');
  await person('office', 'SUPERVISION_OFFICE', '411700');
  await person('inspector', 'INSPECTION', '411700');
  await person('mayor', 'CITY_LEADER', '411700', '测试市长');
  await person('vice', 'VICE_MAYOR', '411700', '测试副市长');
  await person('otherVice', 'VICE_MAYOR', '411700', '另一副市长');
  await person('gone', 'UNIT_HEAD', 'gtj');
  await db.user.update({ where: { id: ids.get('gone')! }, data: { active: false } });
  await db.portfolio.create({ data: { postId: 't-vice', unitId: 'gtj' } });
});
afterAll(() => close());
beforeEach(async () => {
  await db.notification.deleteMany();
  await db.notificationSetting.deleteMany();
});

const names = () => new Map([...ids].map(([name, id]) => [id, name]));
/** Who has which lines: `name KIND`, in order. */
async function told(itemId?: string): Promise<string[]> {
  const lines = await db.notification.findMany(itemId ? { where: { itemId } } : undefined);
  return lines.map(({ userId, kind }) => `${names().get(userId)} ${kind}`).sort();
}

const event = (itemId: string, more: Partial<ToldEvent>): ToldEvent => ({
  item_id: itemId,
  sequence: 2,
  action: 'CORRECT',
  to_state: 'IN_PROGRESS',
  part_id: null,
  actor_id: null,
  actor_title: '测试岗位',
  on_behalf_of: null,
  payload: '{}',
  import_run_id: null,
  ...more,
});
const tell = (events: ToldEvent[]) => transaction((tx) => tellOfEvents(tx, events));
async function partOf(itemId: string, unitId: string): Promise<string> {
  const part = await db.itemUnit.findFirstOrThrow({ where: { itemId, unitId, supersededById: null } });
  return part.id;
}

describe('events', () => {
  it.each<[string, Partial<ToldEvent>, string[]]>([
    ['assigned', { action: 'ASSIGN' }, ['clerk ASSIGNED', 'head ASSIGNED']],
    ['laid before', { action: 'SUBMIT_FOR_APPROVAL' }, ['office DECISION_NEEDED', 'vice DECISION_NEEDED']],
    ['accepted', { action: 'ACCEPT' }, ['clerk ACCEPTED', 'head ACCEPTED']],
    ['not ours', { action: 'RETURN_AS_NOT_OURS' }, ['office BOUNCED']],
    ['extension asked', { action: 'REQUEST_EXTENSION' }, ['office EXTENSION_ASKED', 'vice EXTENSION_ASKED']],
    ['red card', { action: 'URGE', payload: '{"rung":"RED_CARD"}' }, ['clerk URGED', 'head URGED', 'vice URGED']],
    ['instructed', { action: 'INSTRUCT' }, ['head INSTRUCTED', 'office INSTRUCTED']],
    ['signed in', { action: 'SIGN' }, []],
  ])('%s', async (_name, more, expected) => {
    const itemId = await addItem({ kind: 'HARD_PROBLEM', leadUnitId: 'gtj', level: 'CITY' });
    await db.notification.deleteMany();
    await tell([event(itemId, { part_id: await partOf(itemId, 'gtj'), ...more })]);
    expect(await told(itemId)).toEqual(expected);
  });

  it('never tells the actor, and each receiver once', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj' });
    await db.notification.deleteMany();
    const corrected = event(itemId, { actor_id: ids.get('head')! });
    await tell([corrected]);
    await tell([corrected]);
    expect(await told(itemId)).toEqual(['clerk CHANGED']);
  });

  it('of a joint item tells the unit whose part it was, and the lead head what to judge', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj', assisting: ['fgw'] });
    await db.notification.deleteMany();
    const partId = await partOf(itemId, 'fgw');
    await tell([event(itemId, { action: 'ACCEPT', part_id: partId })]);
    expect(await told(itemId)).toEqual(['otherHead ACCEPTED']);
    await tell([event(itemId, { action: 'RETURN_AS_NOT_OURS', part_id: partId, sequence: 3 })]);
    expect(await told(itemId)).toEqual(['head BOUNCED', 'office BOUNCED', 'otherHead ACCEPTED']);
  });

  it('asks for a signature, and for a review once it is signed', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj' });
    const partId = await partOf(itemId, 'gtj');
    const report = { itemId, partId, round: 1, text: '已办', reportedAt: new Date(), reportedBy: '经办' };
    const { id } = await db.partReport.create({ data: report });
    await db.notification.deleteMany();
    await tell([event(itemId, { action: 'REPORT', part_id: partId, actor_id: ids.get('clerk')! })]);
    expect(await told(itemId)).toEqual(['head SIGN_OFF_DUE']);
    await db.partReport.update({ where: { id }, data: { signedOffBy: ['t-head'] } });
    await tell([event(itemId, { action: 'SIGN_OFF_REPORT', part_id: partId, sequence: 3, actor_id: ids.get('head')! })]);
    expect(await told(itemId)).toEqual(['head SIGN_OFF_DUE', 'office REVIEW_DUE']);
  });

  it('tells the leader who instructed that it is done', async () => {
    const itemId = await addItem({ kind: 'SUPERVISION_TASK', leadUnitId: 'gtj' });
    await db.supervisionTask.create({ data: { itemId, instructedBy: '测试市长' } });
    await db.notification.deleteMany();
    await tell([event(itemId, { action: 'WRITE_OFF' })]);
    expect(await told(itemId)).toEqual(['head ACCEPTED', 'mayor ACCEPTED']);
  });

  it('of a complaint tells inspection too, and no title to anybody', async () => {
    const itemId = await addItem({ kind: 'COMPLAINT', leadUnitId: 'gtj', title: '张三反映某事' });
    await db.notification.deleteMany();
    const partId = await partOf(itemId, 'gtj');
    await tell([event(itemId, { action: 'RETURN_AS_NOT_OURS', part_id: partId, payload: '{"reason":"张三不属本单位"}' })]);
    expect(await told(itemId)).toEqual(['inspector BOUNCED', 'office BOUNCED']);
    await tell([event(itemId, { action: 'ASSIGN', part_id: partId, sequence: 3 })]);
    const lines = await db.notification.findMany({ where: { itemId } });
    expect(lines).toHaveLength(4);
    expect(JSON.stringify(lines)).not.toContain('张三');
  });

  it('of a duty that went to another unit tells that one', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj' });
    const partId = await partOf(itemId, 'gtj');
    const { id: _id, ...returned } = await db.itemUnit.findUniqueOrThrow({ where: { id: partId } });
    const next = randomUUID();
    const { yellowReason, redReason, ...rest } = returned;
    expect([yellowReason, redReason]).toBeDefined();
    await db.itemUnit.update({ where: { id: partId }, data: { duty: 'ASSIST' } });
    await db.itemUnit.create({ data: { ...rest, id: next, unitId: 'fgw' } });
    await db.itemUnit.update({ where: { id: partId }, data: { supersededById: next } });
    await db.notification.deleteMany();
    await tell([event(itemId, { action: 'FORCE_ASSIGN', part_id: partId })]);
    expect(await told(itemId)).toEqual(['otherHead ASSIGNED']);
  });

  it('tells nobody of imports', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj' });
    await db.notification.deleteMany();
    await tell([event(itemId, { action: 'ASSIGN', import_run_id: randomUUID() })]);
    expect(await told(itemId)).toEqual([]);
  });

  it('writes nothing when the change fails', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj' });
    await db.notification.deleteMany();
    const failing = transaction(async (tx) => {
      await tellOfEvents(tx, [event(itemId, { action: 'ASSIGN' })]);
      const { rowCount } = await tx.query('SELECT 1 FROM notification WHERE item_id = $1', [itemId]);
      throw new Error(`after ${rowCount} lines`);
    });
    await expect(failing).rejects.toThrow('after 2 lines');
    expect(await told(itemId)).toEqual([]);
  });

  it('leaves out who wants it neither way, and keeps it for mail where the app is off', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj' });
    await db.notification.deleteMany();
    const off = (mail: boolean) => ({ userId: ids.get('head')!, kind: 'CHANGED' as const, inApp: false, mail });
    await db.notificationSetting.create({ data: off(false) });
    await tell([event(itemId, {})]);
    expect(await told(itemId)).toEqual(['clerk CHANGED']);
    await db.notificationSetting.updateMany({ data: off(true) });
    await db.user.update({ where: { id: ids.get('head')! }, data: { email: 'head@example.cn' } });
    await tell([event(itemId, { sequence: 3 })]);
    expect(await told(itemId)).toEqual(['clerk CHANGED', 'clerk CHANGED', 'head CHANGED']);
    const { data } = await ask<{ inbox: { totalCount: number } }>(as('head', 'UNIT_HEAD'), '{ inbox { totalCount } }');
    expect(data?.inbox.totalCount).toBe(0);
  });
});

const as = (name: string, role: Role) => ({ ...viewerWith(role, 'gtj'), userId: ids.get(name)! });

describe('notices of the day', () => {
  it('come once per limit and question', async () => {
    await db.item.updateMany({ data: { state: 'CLOSED' } });
    await db.itemUnit.updateMany({ data: { state: 'CLOSED' } });
    // 2014-09-30 is a Tuesday before the holiday of 1–7 October: the third working day after it is 10 October.
    const soon = await addItem({ leadUnitId: 'gtj', dueOn: '2014-10-10' });
    const later = await addItem({ leadUnitId: 'gtj', dueOn: '2014-10-11' });
    const late = await addItem({ leadUnitId: 'gtj', dueOn: '2014-09-29' });
    const longLate = await addItem({ leadUnitId: 'gtj', dueOn: '2014-08-29' });
    const asking = await addItem({ kind: 'HARD_PROBLEM', leadUnitId: 'gtj' });
    const step = await db.itemStep.create({
      data: { itemId: asking, position: 1, title: '协调', plannedOn: new Date('2014-12-01'), decisionNeeded: '请定方案' },
    });
    await db.notification.deleteMany();
    const today = () => transaction((tx) => tellOfTheDay(tx, '2014-09-30'));
    expect(await today()).toBe(5);
    expect(await told(soon)).toEqual(['clerk DUE_SOON', 'head DUE_SOON']);
    expect(await told(late)).toEqual(['clerk OVERDUE', 'head OVERDUE']);
    expect(await told(asking)).toEqual(['vice DECISION_NEEDED']);
    expect([...(await told(later)), ...(await told(longLate))]).toEqual([]);
    expect(await today()).toBe(0);
    // The next day, too, has nothing new; another question has, and so has a limit that moved.
    await db.notification.updateMany({ data: { day: new Date('2014-09-29') } });
    expect(await today()).toBe(0);
    await db.itemStep.update({ where: { id: step.id }, data: { decisionNeeded: '请定资金' } });
    await db.itemUnit.updateMany({ where: { itemId: soon }, data: { dueOn: new Date('2014-10-09') } });
    expect(await today()).toBe(3);
  });
});

describe('the inbox', () => {
  it('pages, filters, is marked and is one’s own', async () => {
    const itemId = await addItem({ leadUnitId: 'gtj', number: '测-收件-1' });
    await db.notification.deleteMany();
    await tell([2, 3, 4].map((sequence) => event(itemId, { sequence, action: sequence === 4 ? 'ASSIGN' : 'CORRECT' })));
    type Page = {
      inbox: {
        nodes: { id: string; kind: string; itemNumber: string }[];
        endCursor: string;
        hasNextPage: boolean;
        totalCount: number;
        unreadCount: number;
      };
    };
    const query = `query ($after: String, $kinds: [NotificationKind!], $unreadOnly: Boolean) {
      inbox(first: 2, after: $after, kinds: $kinds, unreadOnly: $unreadOnly) { nodes { id kind itemNumber } endCursor hasNextPage totalCount unreadCount } }`;
    const head = as('head', 'UNIT_HEAD');
    const first = (await ask<Page>(head, query)).data!.inbox;
    expect(first).toMatchObject({ hasNextPage: true, totalCount: 3, unreadCount: 3 });
    expect(first.nodes[0]).toMatchObject({ itemNumber: '测-收件-1' });
    const second = (await ask<Page>(head, query, { after: first.endCursor })).data!.inbox;
    expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(3);
    expect(second.hasNextPage).toBe(false);
    expect((await ask<Page>(head, query, { kinds: ['ASSIGNED'] })).data!.inbox.totalCount).toBe(1);
    // The clerk can't mark the head's.
    const mark = 'mutation ($ids: [ID!]!) { markRead(ids: $ids) { __typename ... on Inbox { unreadCount } } }';
    const chosen = { ids: [first.nodes[0]!.id] };
    expect((await ask(as('clerk', 'UNIT_CLERK'), mark, chosen)).data).toMatchObject({ markRead: { unreadCount: 3 } });
    expect((await ask(head, mark, chosen)).data).toMatchObject({ markRead: { unreadCount: 2 } });
    expect((await ask<Page>(head, query, { unreadOnly: true })).data!.inbox.totalCount).toBe(2);
    expect((await ask(head, 'mutation { markAllRead { unreadCount } }')).data).toEqual({ markAllRead: { unreadCount: 0 } });
    expect((await ask<Page>(as('clerk', 'UNIT_CLERK'), query)).data!.inbox.unreadCount).toBe(3);
  });

  it('keeps settings and the address, and refuses what is no address', async () => {
    const head = as('head', 'UNIT_HEAD');
    const set = 'mutation { setNotificationSetting(kind: URGED, inApp: true, mail: false) { kinds { kind inApp mail } } }';
    const { data } = await ask<{ setNotificationSetting: { kinds: unknown[] } }>(head, set);
    expect(data!.setNotificationSetting.kinds).toContainEqual({ kind: 'URGED', inApp: true, mail: false });
    const mail =
      'mutation ($email: String) { setEmail(email: $email) { __typename ... on InputError { fields { field code } } ... on NotificationSettings { email } } }';
    expect((await ask(head, mail, { email: 'nowhere' })).data).toMatchObject({ setEmail: { fields: [{ field: 'email', code: 'EMAIL' }] } });
    expect((await ask(head, mail, { email: ' a@b.cn ' })).data).toMatchObject({ setEmail: { email: 'a@b.cn' } });
    expect((await ask(head, mail, { email: '' })).data).toMatchObject({ setEmail: { email: null } });
    const [{ n }] = (await rows(z.object({ n: z.number() }), sql`SELECT count(*)::int AS n FROM notification_setting`)) as [{ n: number }];
    expect(n).toBe(1);
  });
});
