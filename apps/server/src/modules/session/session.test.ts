import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '../../database.ts';
import { ask, openTestCity } from '../../testing/test-city.ts';
import { makeDemoAccounts } from '../campaign/demo-accounts.ts';
import { demoPassword } from './demo-password.ts';
import { endSession, signIn, viewerOf } from './session.service.ts';

const browser = { address: '127.0.0.1', userAgent: 'test' };
let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
  await makeDemoAccounts(db);
});
afterAll(() => close());
beforeEach(async () => {
  await db.user.updateMany({ data: { failedSignIns: 0, lockedUntil: null, active: true } });
});

describe('signing in', () => {
  it('gives the rights of the post held', async () => {
    const viewer = await viewerOf(await signIn('head', demoPassword, browser));
    expect(viewer).toMatchObject({ account: 'head', role: 'UNIT_HEAD', unitId: 'gtj' });
    expect(viewer?.unitIds).toContain('gtj');
  });

  it('keeps only the hash of the token', async () => {
    const token = await signIn('leader', demoPassword, browser);
    expect(await db.session.count({ where: { tokenHash: token } })).toBe(0);
    expect(await viewerOf(`${token}x`)).toBeNull();
  });

  it('answers alike for an unknown account and a wrong password', async () => {
    await expect(signIn('nobody', demoPassword, browser)).rejects.toMatchObject({ reason: 'WRONG' });
    await expect(signIn('leader', 'wrong', browser)).rejects.toMatchObject({ reason: 'WRONG' });
  });

  it('locks after five failures, even for the right password', async () => {
    for (let turn = 0; turn < 4; turn += 1) await expect(signIn('clerk', 'wrong', browser)).rejects.toMatchObject({ reason: 'WRONG' });
    await expect(signIn('clerk', 'wrong', browser)).rejects.toMatchObject({ reason: 'LOCKED' });
    await expect(signIn('clerk', demoPassword, browser)).rejects.toMatchObject({ reason: 'LOCKED' });
  });

  it('ends with the session, with time, and with the account', async () => {
    const token = await signIn('vicemayor', demoPassword, browser);
    const viewer = await viewerOf(token);
    await db.session.updateMany({ where: { id: viewer!.sessionId }, data: { lastSeenAt: new Date(Date.now() - 3 * 3_600_000) } });
    expect(await viewerOf(token)).toBeNull();
    const second = await signIn('vicemayor', demoPassword, browser);
    const seen = await viewerOf(second);
    expect(await endSession(seen!, seen!.sessionId, browser.address)).toBe(true);
    expect(await viewerOf(second)).toBeNull();
    const third = await signIn('vicemayor', demoPassword, browser);
    await db.user.updateMany({ where: { account: 'vicemayor' }, data: { active: false } });
    expect(await viewerOf(third)).toBeNull();
  });

  it('writes one unbroken system chain', async () => {
    await Promise.all([
      signIn('leader', demoPassword, browser),
      signIn('head', demoPassword, browser),
      signIn('county', demoPassword, browser),
    ]);
    const events = await db.systemEvent.findMany({ orderBy: { sequence: 'asc' } });
    expect(events.length).toBeGreaterThan(3);
    for (const [index, event] of events.entries()) {
      expect(Number(event.sequence)).toBe(index + 1);
      if (index > 0) expect(event.previousHash).toBe(events[index - 1]!.hash);
    }
  });
});

describe('through GraphQL', () => {
  it('refuses every field but the open ones to a signed-out person', async () => {
    const answer = await ask(null, '{ units { id } }');
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await ask<{ viewer: null }>(null, '{ viewer { id } }')).data).toEqual({ viewer: null });
  });

  it('lets a person with a given password change it, and nothing else before', async () => {
    await db.user.updateMany({ where: { account: 'leader' }, data: { mustChangePassword: true } });
    const token = await signIn('leader', demoPassword, browser);
    const due = await viewerOf(token);
    expect(due).toMatchObject({ mustChangePassword: true });
    for (const query of [
      '{ units { id } }',
      '{ users { id } }',
      'mutation { unlockUser(id: "x", version: 1) { __typename } }',
      '{ viewer { id } units { id } }',
    ])
      expect((await ask(due, query)).errors?.map(({ extensions }) => extensions.code)).toEqual(['PASSWORD_CHANGE_REQUIRED']);
    const open = await ask(
      due,
      '{ viewer { account mustChangePassword unit { name } } campaign { today } setUpNeeded demoAccounts { account } }',
    );
    expect(open.errors).toBeUndefined();
    expect(open.data).toMatchObject({ viewer: { account: 'leader', mustChangePassword: true }, setUpNeeded: false });
    const revoked = await ask(due, 'mutation { revokeSession(sessionId: "00000000-0000-4000-8000-000000000009") }');
    expect(revoked).toMatchObject({ data: { revokeSession: false } });

    const change = `mutation($current: String!, $next: String!) { changePassword(current: $current, next: $next) {
      __typename ... on Viewer { mustChangePassword } ... on InputError { fields { field code } } } }`;
    expect((await ask(due, change, { current: demoPassword, next: 'short' })).data).toEqual({
      changePassword: { __typename: 'InputError', fields: [{ field: 'next', code: 'TOO_SHORT' }] },
    });
    expect((await ask(due, change, { current: demoPassword, next: 'Correct-horse-1' })).data).toEqual({
      changePassword: { __typename: 'Viewer', mustChangePassword: false },
    });
    const free = await viewerOf(token);
    expect(free).toMatchObject({ mustChangePassword: false });
    const units = await ask<{ units: { id: string }[] }>(free, '{ units { id } }');
    expect(units.errors).toBeUndefined();
    expect(units.data?.units.length).toBeGreaterThan(0);
    expect((await ask(free, '{ users { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ask(null, change, { current: 'a', next: 'b' })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await ask(due, 'mutation { signOut }')).data).toEqual({ signOut: true });
    expect(await viewerOf(token)).toBeNull();
  });

  it('makes the first administrator only once', async () => {
    const answer = await ask<{ setUp: { __typename: string; fields?: { code: string }[] } }>(
      null,
      'mutation { setUp(account: "chief", password: "Correct-horse-1") { __typename ... on InputError { fields { code } } } }',
    );
    expect(answer.data?.setUp).toEqual({ __typename: 'InputError', fields: [{ code: 'ALREADY_SET_UP' }] });
  });
});
