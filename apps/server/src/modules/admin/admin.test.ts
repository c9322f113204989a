import { isWorkingDay } from '@duban/rules/calendar';
import { type Role, roles } from '@duban/rules/vocabulary';
import { type GraphQLUnionType, getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendar, loadClock } from '../../clock.ts';
import { pool } from '../../database.ts';
import { addItem, ask, db, openTestCity, testToday, viewerWith } from '../../testing/test-city.ts';
import { signIn, viewerOf } from '../session/session.service.ts';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
});
afterAll(() => close());

const system = viewerWith('SYSTEM_ADMIN', 'zfb');
const security = viewerWith('SECURITY_ADMIN', 'zfb');
const auditor = viewerWith('AUDIT_ADMIN', 'zfb');
const browser = { address: '127.0.0.1', userAgent: 'test' };
const password = 'Anfang-2014!';

type Answer = { __typename: string; id?: string; version?: number; fields?: { field: string; code: string; message: string }[] };

const selections: Record<string, string> = {
  InputError: 'fields { field code message }',
  ConflictError: 'version',
  NotFoundError: 'message',
  Unit: 'id version',
  Post: 'id version',
  User: 'id version',
};

/** Runs a mutation; answers its one result, with what was wrong by field. */
async function act(viewer: typeof system, call: string): Promise<Answer> {
  const { schema } = await import('../../graphql/schema.ts');
  const name = /^\w+/.exec(call)?.[0] ?? '';
  const union = getNamedType(schema.getMutationType()!.getFields()[name]!.type) as GraphQLUnionType;
  const fragments = union.getTypes().map((type) => `... on ${type.name} { ${selections[type.name] ?? '__typename'} }`);
  const answer = await ask<{ it: Answer }>(viewer, `mutation { it: ${call} { __typename ${fragments.join(' ')} } }`);
  if (answer.errors) throw new Error(String(answer.errors[0]?.extensions.code ?? answer.errors[0]?.message));
  return answer.data!.it;
}

const codes = (answer: Answer) => answer.fields?.map(({ field, code }) => [field, code]);
const versionOf = async (id: string) => (await db.unit.findUniqueOrThrow({ where: { id } })).version;

const newUnit = (id: string, name: string) =>
  `createUnit(input: {id: "${id}", name: "驻马店市${name}", shortName: "${name}", nameEn: "${id}", kind: DEPARTMENT, parentId: "411700", rankGroup: DEPARTMENT})`;

/** Each mutation once, harmless, with the one role that may. */
const mutations: [Role, string][] = [
  ['SYSTEM_ADMIN', newUnit('tyj', '市体育局')],
  ['SYSTEM_ADMIN', 'renameUnit(id: "x", version: 1, names: {name: "一", shortName: "一", nameEn: "x"})'],
  ['SYSTEM_ADMIN', 'addUnitAlias(id: "x", version: 1, alias: "别名")'],
  ['SYSTEM_ADMIN', 'removeUnitAlias(id: "x", version: 1, alias: "别名")'],
  ['SYSTEM_ADMIN', 'endUnit(id: "x", version: 1, lastDay: "2014-09-30")'],
  ['SYSTEM_ADMIN', 'createPost(input: {title: "", titleEn: "", unitId: "x", role: UNIT_CLERK})'],
  ['SYSTEM_ADMIN', 'renamePost(id: "x", version: 1, title: "岗", titleEn: "x")'],
  ['SYSTEM_ADMIN', 'setPortfolio(id: "x", version: 1, unitIds: [])'],
  ['SYSTEM_ADMIN', 'createUser(input: {account: "", displayName: "", postId: "x", password: ""})'],
  ['SYSTEM_ADMIN', `resetPassword(id: "x", version: 1, password: "${password}")`],
  ['SYSTEM_ADMIN', 'movePost(id: "x", version: 1, postId: "mayor")'],
  ['SYSTEM_ADMIN', 'deactivateUser(id: "x", version: 1)'],
  ['SYSTEM_ADMIN', 'reactivateUser(id: "x", version: 1)'],
  ['SECURITY_ADMIN', 'unlockUser(id: "x", version: 1)'],
  ['SECURITY_ADMIN', 'revokeSessionsOf(id: "x", version: 1)'],
  ['SYSTEM_ADMIN', 'saveTerm(input: {dictionary: "x", code: "1", name: "甲", nameEn: "a", aliases: [], position: 1})'],
  ['SYSTEM_ADMIN', 'endTerm(dictionary: "x", code: "1", lastDay: "2014-09-30")'],
  ['SYSTEM_ADMIN', 'setCalendarDay(day: "1999-01-01", isWorking: true)'],
  ['SYSTEM_ADMIN', 'setTimeLimit(input: {code: "x", validFrom: "2014-10-01", days: 1, dayUnit: WORKING, extensionDays: 0, basis: "b"})'],
  [
    'SYSTEM_ADMIN',
    'setThreshold(input: {kind: COMPLAINT, validFrom: "2014-01-01", planYellowPoints: 10, planRedPoints: 30, reportGraceWorkingDays: 5})',
  ],
];

describe.each(mutations)('only %s may', (allowed, call) => {
  it(call.slice(0, call.indexOf('(')), async () => {
    for (const role of roles.filter((one) => one !== allowed)) await expect(act(viewerWith(role), call)).rejects.toThrow('FORBIDDEN');
    const answer = await act(viewerWith(allowed, 'zfb'), call);
    expect(['Unit', 'InputError', 'NotFoundError']).toContain(answer.__typename);
  });
});

describe('units', () => {
  it('are found by their former names after a renaming, and refuse names that are taken', async () => {
    const version = await versionOf('tyj');
    const renamed = await act(
      system,
      `renameUnit(id: "tyj", version: ${version}, names: {name: "驻马店市体育中心", shortName: "市体育中心", nameEn: "Sports"})`,
    );
    expect(renamed).toMatchObject({ __typename: 'Unit', version: version + 1 });
    expect((await db.unitAlias.findMany({ where: { unitId: 'tyj' }, orderBy: { alias: 'asc' } })).map(({ alias }) => alias)).toEqual([
      '市体育局',
      '驻马店市市体育局',
    ]);
    expect(codes(await act(system, newUnit('qta', '市体育局')))).toEqual([
      ['name', 'TAKEN'],
      ['shortName', 'TAKEN'],
    ]);
    expect(codes(await act(system, `addUnitAlias(id: "tyj", version: ${version + 1}, alias: "发改委")`))).toEqual([['alias', 'TAKEN']]);
  });

  it('refuse a stale version and leave everything as it was', async () => {
    const before = await db.systemEvent.count();
    const answer = await act(system, 'addUnitAlias(id: "tyj", version: 1, alias: "体育中心")');
    expect(answer).toMatchObject({ __typename: 'ConflictError', version: await versionOf('tyj') });
    expect([await db.systemEvent.count(), await db.unitAlias.count({ where: { alias: '体育中心' } })]).toEqual([before, 0]);
  });

  it('end with a day once they owe nothing, and are this city’s own from then on', async () => {
    const answer = await act(system, `endUnit(id: "tyj", version: ${await versionOf('tyj')}, lastDay: "2014-12-31", successorId: "jyj")`);
    expect(answer.__typename).toBe('Unit');
    expect(await db.unit.findUniqueOrThrow({ where: { id: 'tyj' } })).toMatchObject({ successorId: 'jyj', origin: 'LOCAL' });
    await addItem({ leadUnitId: 'czj' });
    const owing = await act(system, `endUnit(id: "czj", version: ${await versionOf('czj')}, lastDay: "2014-12-31")`);
    expect(codes(owing)).toEqual([['lastDay', 'STILL_OWES']]);
    const ended = await act(system, `endUnit(id: "jyj", version: ${await versionOf('jyj')}, lastDay: "2014-12-31", successorId: "jyj")`);
    expect(codes(ended)).toEqual([['successorId', 'UNKNOWN']]);
  });
});

describe('users', () => {
  it('are made with an initial password that must be changed, reset, moved and deactivated', async () => {
    const made = await act(
      system,
      `createUser(input: {account: "Gtj.Office", displayName: "办公室", postId: "gtj-clerk", password: "${password}"})`,
    );
    expect(made).toMatchObject({ __typename: 'User', version: 1 });
    const user = await db.user.findUniqueOrThrow({ where: { account: 'gtj.office' } });
    expect([user.mustChangePassword, user.passwordHash.includes(password)]).toEqual([true, false]);
    const token = await signIn('gtj.office', password, browser);
    expect(await viewerOf(token)).toMatchObject({ role: 'UNIT_CLERK', unitId: 'gtj' });

    expect((await act(system, `movePost(id: "${user.id}", version: 1, postId: "gtj-head")`)).version).toBe(2);
    expect(await viewerOf(token)).toBeNull();
    expect(await viewerOf(await signIn('gtj.office', password, browser))).toMatchObject({ role: 'UNIT_HEAD' });

    expect(codes(await act(system, `resetPassword(id: "${user.id}", version: 2, password: "kurz")`))).toEqual([['password', 'TOO_SHORT']]);
    expect((await act(system, `resetPassword(id: "${user.id}", version: 2, password: "Neuanfang-2014!")`)).version).toBe(3);
    await expect(signIn('gtj.office', password, browser)).rejects.toMatchObject({ reason: 'WRONG' });

    expect((await act(system, `deactivateUser(id: "${user.id}", version: 2)`)).__typename).toBe('ConflictError');
    expect((await act(system, `deactivateUser(id: "${user.id}", version: 3)`)).__typename).toBe('User');
    await expect(signIn('gtj.office', 'Neuanfang-2014!', browser)).rejects.toMatchObject({ reason: 'WRONG' });
  });

  it('name each wrong field', async () => {
    const answer = await act(system, 'createUser(input: {account: "1", displayName: " ", postId: "nobody", password: "x"})');
    expect(codes(answer)).toEqual([
      ['account', 'MALFORMED'],
      ['displayName', 'EMPTY'],
      ['postId', 'UNKNOWN'],
      ['password', 'TOO_SHORT'],
    ]);
    for (const { message } of answer.fields ?? []) expect(message).toMatch(/\p{Script=Han}/u);
  });

  it('are unlocked, and signed out, by the security administrator, who alone sees sessions', async () => {
    await act(system, `createUser(input: {account: "locked", displayName: "联络员", postId: "jyj-clerk", password: "${password}"})`);
    for (let turn = 0; turn < 5; turn += 1) await signIn('locked', 'wrong', browser).catch(() => undefined);
    await expect(signIn('locked', password, browser)).rejects.toMatchObject({ reason: 'LOCKED' });
    const { id, version } = await db.user.findUniqueOrThrow({ where: { account: 'locked' } });
    const unlocked = await act(security, `unlockUser(id: "${id}", version: ${version})`);
    const token = await signIn('locked', password, browser);
    const seen = await ask<{ users: { account: string; sessions: unknown[] }[] }>(
      security,
      '{ users { account isLocked sessions { address } } }',
    );
    expect(seen.data?.users.find(({ account }) => account === 'locked')?.sessions).toHaveLength(1);
    expect((await ask(system, '{ users { sessions { address } } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await act(security, `revokeSessionsOf(id: "${id}", version: ${unlocked.version})`);
    expect(await viewerOf(token)).toBeNull();
  });

  it('of a new city: the first administrator makes them', async () => {
    await pool.query('DELETE FROM app_user');
    const setUp = await ask<{ setUp: Answer }>(null, 'mutation { setUp(account: "first", password: "Erster-2014!") { __typename } }');
    expect(setUp.data?.setUp.__typename).toBe('Viewer');
    const first = await viewerOf(await signIn('first', 'Erster-2014!', browser));
    const made = await act(
      first!,
      `createUser(input: {account: "second", displayName: "督查室", postId: "dcs-head", password: "${password}"})`,
    );
    expect(made.__typename).toBe('User');
    expect(await viewerOf(await signIn('second', password, browser))).toMatchObject({ role: 'SUPERVISION_OFFICE', unitId: 'dcs' });
  });
});

describe('posts and portfolios', () => {
  it('set exactly the units overseen, at the version that was seen', async () => {
    const post = await db.post.findFirstOrThrow({ where: { role: 'VICE_MAYOR' }, include: { portfolio: true } });
    const answer = await act(system, `setPortfolio(id: "${post.id}", version: ${post.version}, unitIds: ["gtj", "jyj"])`);
    expect(answer.version).toBe(post.version + 1);
    const kept = await db.portfolio.findMany({ where: { postId: post.id }, orderBy: { unitId: 'asc' } });
    expect(kept.map(({ unitId }) => unitId)).toEqual(['gtj', 'jyj']);
    expect((await act(system, `setPortfolio(id: "${post.id}", version: ${post.version}, unitIds: [])`)).__typename).toBe('ConflictError');
    expect(codes(await act(system, 'setPortfolio(id: "gtj-clerk", version: 1, unitIds: ["gtj"])'))).toEqual([['unitIds', 'NOT_A_LEADER']]);
  });
});

describe('settings', () => {
  it('count working days anew after a changed day, and the server knows', async () => {
    const ordinal = async (day: string) => (await db.calendarDay.findUniqueOrThrow({ where: { day: new Date(day) } })).workingOrdinal;
    const [before, endBefore] = [await ordinal('2014-09-29'), await ordinal('2014-12-31')];
    await act(system, 'setCalendarDay(day: "2014-09-29", isWorking: false, label: "停电")');
    expect([await ordinal('2014-09-29'), await ordinal('2014-12-31')]).toEqual([before - 1, endBefore - 1]);
    expect(isWorkingDay(calendar, '2014-09-29')).toBe(false);
    expect(await db.calendarDay.findUniqueOrThrow({ where: { day: new Date('2014-09-29') } })).toMatchObject({
      origin: 'LOCAL',
      label: '停电',
    });
    await loadClock(testToday);
  });

  it('take effect from a day: thresholds as a new row, limits by ending the former', async () => {
    await act(
      system,
      'setThreshold(input: {kind: COMPLAINT, validFrom: "2014-10-08", timeYellowPercent: 60, planYellowPoints: 10, planRedPoints: 30, reportGraceWorkingDays: 5})',
    );
    expect(await db.threshold.count({ where: { kind: 'COMPLAINT' } })).toBe(2);
    const wrong =
      'kind: COMPLAINT, validFrom: "2014-01-01", timeYellowPercent: 0, planYellowPoints: 30, planRedPoints: 30, reportGraceWorkingDays: -1';
    expect(codes(await act(system, `setThreshold(input: {${wrong}})`))?.map(([field]) => field)).toEqual([
      'validFrom',
      'timeYellowPercent',
      'planRedPoints',
      'reportGraceWorkingDays',
    ]);
    const { code } = await db.limit.findFirstOrThrow({ orderBy: { code: 'asc' } });
    const set = (from: string) =>
      act(
        system,
        `setTimeLimit(input: {code: "${code}", validFrom: "${from}", days: 9, dayUnit: WORKING, extensionDays: 0, basis: "市政府规定"})`,
      );
    await set('2015-01-01');
    const limits = await db.limit.findMany({ where: { code }, orderBy: { validFrom: 'asc' } });
    expect(limits.slice(-2).map(({ validTo, days }) => [validTo.toISOString().slice(0, 10), days])).toEqual([
      ['2014-12-31', limits.at(-2)!.days],
      ['9999-12-31', 9],
    ]);
    expect(codes(await set('2001-01-01'))).toEqual([['validFrom', 'TOO_EARLY']]);
  });

  it('add and end dictionary entries, and refuse a doubled name', async () => {
    const term = (code: string, name: string) =>
      act(
        system,
        `saveTerm(input: {dictionary: "complaint-channel", code: "${code}", name: "${name}", nameEn: "x", aliases: [" 微博 ", ""], position: 9})`,
      );
    await term('wechat', '微信');
    expect(await db.term.findFirstOrThrow({ where: { code: 'wechat' } })).toMatchObject({ aliases: ['微博'], origin: 'LOCAL' });
    expect(codes(await term('other', '微信'))).toEqual([['name', 'TAKEN']]);
    await act(system, 'endTerm(dictionary: "complaint-channel", code: "wechat", lastDay: "2014-12-31")');
    expect((await db.term.findFirstOrThrow({ where: { code: 'wechat' } })).validTo.toISOString()).toContain('2014-12-31');
  });
});

describe('the system chain', () => {
  const query = '{ systemChainCheck { count isIntact brokenAt } systemEvents(first: 200) { sequence kind payload } }';
  type Chain = {
    systemChainCheck: { count: number; isIntact: boolean; brokenAt: number | null };
    systemEvents: { kind: string; payload: string }[];
  };

  it('holds each act without secrets, and is read by the auditor alone', async () => {
    const { data } = await ask<Chain>(auditor, query);
    expect(data?.systemChainCheck).toEqual({ count: await db.systemEvent.count(), isIntact: true, brokenAt: null });
    const acts = data?.systemEvents.filter(({ kind }) => kind === 'ADMINISTRATION').map(({ payload }) => JSON.parse(payload).act as string);
    expect(acts).toEqual(
      expect.arrayContaining(['createUnit', 'renameUnit', 'createUser', 'resetPassword', 'setPortfolio', 'setThreshold']),
    );
    expect(JSON.stringify(data)).not.toContain(password);
    expect((await ask(system, query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('shows an entry that was put in by another hand', async () => {
    const count = await db.systemEvent.count();
    await pool.query(
      `INSERT INTO system_event (sequence, kind, actor_title, at, payload, previous_hash, hash)
       SELECT sequence + 1, 'EXPORT', '无名', now(), '{}', hash, 'forged' FROM system_event ORDER BY sequence DESC LIMIT 1`,
    );
    const { data } = await ask<Chain>(auditor, '{ systemChainCheck { count isIntact brokenAt } }');
    expect(data?.systemChainCheck).toEqual({ count, isIntact: false, brokenAt: count + 1 });
  });
});
