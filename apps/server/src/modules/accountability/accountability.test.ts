import { type Role, roles } from '@duban/rules/vocabulary';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pool, transaction } from '../../database.ts';
import { addItem, ask, db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { registerFault } from './record-chain.ts';
import { addComplaint, correct, create, entry, inspection, reveal, revoke } from './testing/accountability.fixture.ts';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
  await addComplaint('诉-2014-0001', 'TRUE');
  await addComplaint('诉-2014-0002', 'UNTRUE');
  await addComplaint('诉-2014-0003', null);
  await addItem({ kind: 'HARD_PROBLEM', number: '难-2014-0001', leadUnitId: 'gtj', assignedOn: '2014-06-03' });
});
afterAll(() => close());

const units: Partial<Record<Role, string>> = { UNIT_HEAD: 'gtj', UNIT_CLERK: 'gtj', SERVICE_CENTRE: 'xzfw', INSPECTION: 'jcj' };
const everybody = roles.map((role) => viewerWith(role, units[role] ?? '411700'));
const codes = (answer: { fields: { field: string; code: string }[] }) => answer.fields.map(({ field, code }) => `${field} ${code}`).sort();
const chainOf = (kind: string) => db.systemEvent.findMany({ where: { kind }, orderBy: { sequence: 'asc' } });

it('enters a person by post, numbers it, and answers a repeat as the first time', async () => {
  const given = entry({ name: '张三丰', itemNumber: '诉－2014－1', administrativeHead: true });
  const { answer } = await create(given, inspection, 'twice');
  expect(answer).toMatchObject({ __typename: 'Accountability', number: '责-2014-0001', version: 1, itemNumber: '诉-2014-0001' });
  expect((await create(given, inspection, 'twice')).answer.id).toBe(answer.id);
  expect((await create(entry())).answer.number).toBe('责-2014-0002');
  expect(await db.accountability.count()).toBe(2);
});

it('keeps the name sealed: no table, event or answer holds it', async () => {
  const { rows } = await pool.query<{ text: string }>(
    `SELECT to_jsonb(r)::text AS text FROM accountability r UNION ALL SELECT to_jsonb(e)::text FROM accountability_event e
     UNION ALL SELECT to_jsonb(s)::text FROM system_event s UNION ALL SELECT to_jsonb(q)::text FROM request_result q`,
  );
  expect(rows.length).toBeGreaterThan(4);
  for (const { text } of rows) {
    expect(text).not.toContain('张三丰');
    expect(text).not.toContain(Buffer.from('张三丰').toString('hex'));
  }
});

it('opens the register by role: the city reads, a head the own unit, the others nothing; a masked name for inspection alone', async () => {
  const source = `{ accountabilities { totalCount nodes { number unitName maskedName viewerCanChange events { action reason } } }
    accountability(number: "责-2014-0001") { number maskedName } accountabilityMatrix { count } accountabilityForms { count }
    accountabilityMonths { count } accountabilityHeads { total } accountabilityFollowUp { complaints } viewer { accountability } }`;
  const seen: Record<string, unknown> = {};
  for (const viewer of [...everybody, viewerWith('UNIT_HEAD', 'jyj')]) {
    const { data, errors } = await ask<{
      accountabilities: { totalCount: number; nodes: { maskedName: string | null; viewerCanChange: boolean }[] };
      accountabilityHeads: { total: number };
      accountabilityFollowUp: object | null;
    }>(viewer, source);
    const first = data?.accountabilities.nodes.at(-1);
    seen[`${viewer.role} ${viewer.unitId}`] = errors
      ? errors[0]?.extensions.code
      : [data?.accountabilities.totalCount, data?.accountabilityHeads.total, first?.maskedName ?? null, first?.viewerCanChange ?? null];
    if (!errors && viewer.role === 'UNIT_HEAD') expect(data?.accountabilityFollowUp).toBeNull();
  }
  expect(seen).toEqual({
    'CITY_LEADER 411700': [2, 2, null, false],
    'VICE_MAYOR 411700': [2, 2, null, false],
    'SUPERVISION_OFFICE 411700': [2, 2, null, false],
    'INSPECTION jcj': [2, 2, '张**', true],
    'SERVICE_CENTRE xzfw': 'FORBIDDEN',
    'UNIT_HEAD gtj': [2, 2, null, false],
    'UNIT_HEAD jyj': [0, 0, null, null],
    'UNIT_CLERK gtj': 'FORBIDDEN',
    'SYSTEM_ADMIN 411700': 'FORBIDDEN',
    'SECURITY_ADMIN 411700': 'FORBIDDEN',
    'AUDIT_ADMIN 411700': 'FORBIDDEN',
  });
});

it('lets inspection alone write and ask for a name', async () => {
  const { id } = await db.accountability.findUniqueOrThrow({ where: { number: '责-2014-0001' } });
  for (const viewer of everybody.filter(({ role }) => role !== 'INSPECTION')) {
    const refused = await Promise.all([
      create(entry(), viewer),
      correct(id, 1, entry(), '更正', viewer),
      revoke(id, 1, '撤销', viewer),
      reveal(id, '核对', viewer),
    ]);
    expect(refused.map(({ error }) => error)).toEqual(Array(4).fill('FORBIDDEN'));
  }
  expect(await db.accountability.count()).toBe(2);
});

it('shows a name for a reason only, and records each look without the name', async () => {
  const { id } = await db.accountability.findUniqueOrThrow({ where: { number: '责-2014-0001' } });
  expect((await reveal(id, '  ')).answer).toMatchObject({ __typename: 'InputError', fields: [{ field: 'reason', code: 'REQUIRED' }] });
  expect(await chainOf('ACCOUNTABLE_PERSON_REVEALED')).toEqual([]);
  expect((await reveal(id, '核对是否为张三丰本人')).answer).toMatchObject({ name: '张三丰' });
  const [look] = await chainOf('ACCOUNTABLE_PERSON_REVEALED');
  expect(JSON.parse(look!.payload)).toEqual({ number: '责-2014-0001', reason: '核对是否为张**本人' });
  expect((await reveal('00000000-0000-4000-8000-00000000dead', '核对')).answer).toMatchObject({ __typename: 'NotFoundError' });
});

it('says what is wrong at each field', async () => {
  const wrong = entry({
    unitId: '411700',
    post: ' ',
    postLevel: 'none',
    name: '李小明',
    fact: '李小明未按期办结',
    rule: '规'.repeat(501),
    form: '',
    decidedBy: '',
    decidedOn: '2014-10-01',
    effectUntil: '2014-09-01',
    source: null,
  });
  expect(codes((await create(wrong)).answer)).toEqual([
    'decidedBy REQUIRED',
    'decidedOn FUTURE',
    'effectUntil BEFORE_DECISION',
    'fact NAMES_PERSON',
    'form REQUIRED',
    'post REQUIRED',
    'postLevel UNKNOWN',
    'rule TOO_LONG',
    'source REQUIRED',
    'unitId UNKNOWN',
  ]);
  const ofItem = async (itemNumber: string, decidedOn = '2014-09-10') => codes((await create(entry({ itemNumber, decidedOn }))).answer);
  expect(await ofItem('诉-2014-9999')).toEqual(['itemNumber UNKNOWN']);
  expect(await ofItem('诉-2014-0002')).toEqual(['itemNumber NOT_FOUND_TRUE']);
  expect(await ofItem('诉-2014-0003')).toEqual(['itemNumber NOT_FOUND_TRUE']);
  expect(await ofItem('诉-2014-0001', '2014-07-31')).toEqual(['decidedOn BEFORE_ITEM']);
  expect(await db.accountability.count()).toBe(2);
});

it('corrects with a reason and at the version seen; what it said before stays in the story', async () => {
  const { answer: made } = await create(entry({ name: '王五', itemNumber: '难-2014-0001' }));
  expect((await correct(made.id, 2, entry())).answer).toMatchObject({ __typename: 'ConflictError', version: 1 });
  expect(codes((await correct(made.id, 1, entry(), '王五已调走')).answer)).toEqual(['reason NAMES_PERSON']);
  expect((await correct(made.id, 1, entry({ itemNumber: '难-2014-0001' }))).answer.code).toBe('NOTHING_CHANGED');
  const changed = entry({ form: 'circular', administrativeHead: true, name: '王五一' });
  expect((await correct(made.id, 1, changed, '以决定书为准')).answer).toMatchObject({ version: 2, maskedName: '王**', itemNumber: null });
  expect((await correct(made.id, 2, { ...changed, name: null, removeName: true }, '无需登记')).answer.maskedName).toBeNull();
  const { data } = await ask<{ accountability: { events: { changes: { field: string; before: string; after: string }[] }[] } }>(
    viewerWith('CITY_LEADER'),
    `{ accountability(number: "${made.number}") { events { sequence action reason actorTitle changes { field before after } } } }`,
  );
  expect(data?.accountability.events).toEqual([
    {
      sequence: 3,
      action: 'CORRECT',
      reason: '无需登记',
      actorTitle: '测试岗位',
      changes: [{ field: 'name', before: null, after: null }],
    },
    {
      sequence: 2,
      action: 'CORRECT',
      reason: '以决定书为准',
      actorTitle: '测试岗位',
      changes: [
        { field: 'administrativeHead', before: '否', after: '是' },
        { field: 'form', before: '诫勉谈话', after: '通报批评' },
        { field: 'itemId', before: '难-2014-0001', after: null },
        { field: 'name', before: null, after: null },
      ],
    },
    { sequence: 1, action: 'CREATE', reason: null, actorTitle: '测试岗位', changes: [] },
  ]);
});

it('revokes for good: the record stays, marked, and can be changed no more', async () => {
  const { answer: made } = await create(entry());
  expect(codes((await revoke(made.id, 1, '')).answer)).toEqual(['reason REQUIRED']);
  expect((await revoke(made.id, 1)).answer).toMatchObject({ isRevoked: true, revokedOn: '2014-09-30', version: 2, viewerCanChange: false });
  expect((await revoke(made.id, 2)).answer.code).toBe('REVOKED');
  expect((await correct(made.id, 2, entry({ post: '科长' }))).answer.code).toBe('REVOKED');
  const listed = await ask<{ accountabilities: { inForceCount: number; revokedCount: number; totalCount: number } }>(
    inspection,
    '{ accountabilities(filter: { status: REVOKED }) { inForceCount revokedCount totalCount } }',
  );
  expect(listed.data?.accountabilities).toEqual({ inForceCount: 3, revokedCount: 1, totalCount: 1 });
  const before = await ask<{ accountabilities: { revokedCount: number } }>(
    inspection,
    '{ accountabilities(asOf: "2014-09-29") { revokedCount } }',
  );
  expect(before.data?.accountabilities.revokedCount).toBe(0);
});

it('hides what followed from a matter from whoever stepped aside from it', async () => {
  const item = await db.item.findUniqueOrThrow({ where: { number: '诉-2014-0001' } });
  const post = await db.post.findFirstOrThrow({ where: { role: 'INSPECTION' } });
  const data = { account: 'aside', displayName: '回避', postId: post.id, passwordHash: '-', passwordChangedAt: new Date() };
  const user = await db.user.create({ data });
  await db.recusal.create({ data: { itemId: item.id, userId: user.id, reason: '亲属', enteredBy: '测试', at: new Date() } });
  const aside = { ...inspection, userId: user.id };
  const { data: seen } = await ask<{ accountability: object | null }>(aside, '{ accountability(number: "责-2014-0001") { number } }');
  expect(seen?.accountability).toBeNull();
  const record = await db.accountability.findUniqueOrThrow({ where: { number: '责-2014-0001' } });
  expect((await reveal(record.id, '核对', aside)).answer).toMatchObject({ __typename: 'NotFoundError' });
  expect((await revoke(record.id, 1, '撤销', aside)).answer.__typename).toBe('NotFoundError');
});

it('pages by decision, forward and back, without gap or repeat', async () => {
  for (const decidedOn of ['2014-09-10', '2014-09-11', '2014-09-12']) await create(entry({ decidedOn, unitId: '411702', post: '镇长' }));
  interface Page {
    accountabilities: { nodes: { number: string }[]; pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean } };
  }
  const source = `query($after: String, $before: String) { accountabilities(filter: { within: "411700" }, first: 3, after: $after, before: $before) {
    nodes { number } pageInfo { endCursor startCursor hasNextPage } } }`;
  const page = async (at: object) => (await ask<Page>(inspection, source, { ...at })).data!.accountabilities;
  const one = await page({});
  const two = await page({ after: one.pageInfo.endCursor });
  const three = await page({ after: two.pageInfo.endCursor });
  const numbers = [one, two, three].flatMap(({ nodes }) => nodes.map(({ number }) => number));
  expect(numbers).toHaveLength(7);
  expect(new Set(numbers).size).toBe(7);
  expect([one, two, three].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
  expect((await page({ before: two.pageInfo.startCursor })).nodes).toEqual(one.nodes);
});

it('refuses a change of its history, and shows one made behind the program’s back', async () => {
  await expect(pool.query('DELETE FROM accountability_event')).rejects.toThrow();
  await expect(pool.query("UPDATE accountability_event SET payload = '{}'")).rejects.toThrow();
  await expect(pool.query('DELETE FROM accountability')).rejects.toThrow();
  expect(await transaction(registerFault)).toBeNull();
  const tampered = (change: string) =>
    transaction(async (tx) => {
      await tx.query('SAVEPOINT before');
      await tx.query(change);
      const fault = await registerFault(tx);
      await tx.query('ROLLBACK TO SAVEPOINT before');
      return fault;
    });
  const one = `WHERE number = '责-2014-0001'`;
  expect(await tampered(`UPDATE accountability SET post = '科员' ${one}`)).toContain('责-2014-0001：现有内容与最后一条记录不一致');
  expect(await tampered(`UPDATE accountability SET name_cipher = NULL ${one}`)).toContain('现有内容与最后一条记录不一致');
  expect(await tampered(`UPDATE accountability SET version = 2 ${one}`)).toContain('应有 2 条记录，实有 1 条');
  expect(await transaction(registerFault)).toBeNull();
});
