import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type ItemKind, itemKinds, type Role } from '@duban/rules/vocabulary';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { db, pool, row, rows, sql, transaction } from '../database.ts';
import { makeDemoAccounts } from '../modules/campaign/demo-accounts.ts';
import { changedItems } from '../modules/item/changed-items.ts';
import { itemsVisibleTo, mayHearOf } from '../modules/item/item.policy.ts';
import { demoPassword } from '../modules/session/demo-password.ts';
import { createServer } from '../server.ts';
import { addItem, openTestCity, viewerWith } from '../testing/test-city.ts';
import { announce } from './announce.ts';
import { countReaders, hear, signalsFor } from './hub.ts';
import { type Listener, listen } from './listener.ts';

let close: () => Promise<void>;
let app: FastifyInstance;
let listener: Listener;
let address: string;
/** A notice is heard this soon, at the latest. */
const soonMs = 1000;

beforeAll(async () => {
  close = await openTestCity();
  await makeDemoAccounts(db);
  await rememberSharedItems();
  listener = listen(String(pool.options.connectionString), hear);
  app = await createServer({ log: pino({ level: 'silent' }), webFolder: '/nowhere' });
  address = await app.listen({ port: 0, host: '127.0.0.1' });
  await vi.waitFor(async () => expect(await listenerPid()).toBeTruthy());
});
afterAll(async () => {
  await app.close();
  await listener.stop();
  await close();
});

const opened: Stream[] = [];
afterEach(async () => {
  for (const stream of opened.splice(0)) stream.close();
  await vi.waitFor(() => expect(countReaders()).toBe(0), { timeout: soonMs });
});

async function signedIn(account: string): Promise<string> {
  const query = `mutation { signIn(account: "${account}", password: "${demoPassword}") { __typename } }`;
  const answer = await app.inject({ method: 'POST', url: '/graphql', headers: { 'x-duban-csrf': '1' }, payload: { query } });
  return String(answer.headers['set-cookie']).split(';')[0]!;
}

const changes = 'subscription { changes { kind itemIds itemKinds } }';
const ask = (headers: Record<string, string>, query = changes, signal?: AbortSignal) =>
  fetch(`${address}/graphql/stream`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
    ...(signal ? { signal } : {}),
  });

/** The answer to one who does not stay. */
async function post(headers: Record<string, string>, query = changes): Promise<Response> {
  const aborter = new AbortController();
  const answer = await ask({ 'x-duban-csrf': '1', ...headers }, query, aborter.signal);
  aborter.abort();
  return answer;
}

interface Heard {
  kind: string;
  itemIds: string[];
  itemKinds: string[];
}

interface Stream {
  answer: Response;
  heard: Heard[];
  /** All that came, comments and all. */
  text: string;
  ended: boolean;
  close(): void;
}

/** A browser's stream, read as it comes. */
async function listening(account: string): Promise<Stream> {
  return streamOf(await signedIn(account));
}

async function streamOf(cookie: string): Promise<Stream> {
  const aborter = new AbortController();
  const answer = await ask({ cookie, 'x-duban-csrf': '1' }, changes, aborter.signal);
  const stream: Stream = { answer, heard: [], text: '', ended: false, close: () => aborter.abort() };
  opened.push(stream);
  void (async () => {
    const decoder = new TextDecoder();
    for await (const bytes of answer.body as unknown as AsyncIterable<Uint8Array>) {
      stream.text += decoder.decode(bytes, { stream: true });
      stream.heard = [...stream.text.matchAll(/event: next\ndata: (.*)\n\n/g)].map(([, data]) => JSON.parse(data!).data.changes);
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      stream.ended = true;
    });
  // What was announced a moment before is told too: it may be missing from what the page has just read.
  await pause(400);
  stream.heard = [];
  stream.text = '';
  return stream;
}

const listenerPid = async () =>
  (
    await rows(
      z.object({ pid: z.number() }),
      sql`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'duban listen'`,
    )
  )[0]?.pid;

describe('an open stream', () => {
  it('hears of a change within a second, and a foreign unit does not', async () => {
    const [leader, own, foreign, administrator] = [
      await listening('leader'),
      await listening('head'),
      await listening('county'),
      await listening('sysadmin'),
    ];
    const begun = performance.now();
    const id = await addItem({ leadUnitId: 'gtj' });
    await vi.waitFor(() => expect([leader.heard.length, own.heard.length]).toEqual([1, 1]), { timeout: soonMs, interval: 5 });
    expect(performance.now() - begun).toBeLessThan(soonMs);
    const expected = [{ kind: 'ITEMS', itemIds: [id], itemKinds: ['STYLE_PROBLEM'] }];
    expect([leader.heard, own.heard]).toEqual([expected, expected]);
    const shared = await addItem({ leadUnitId: 'gtj', kind: 'LIVELIHOOD_WORK' });
    await vi.waitFor(() => expect(foreign.heard.map(({ itemIds }) => itemIds)).toEqual([[shared]]), { timeout: soonMs });
    expect(administrator.heard).toEqual([]);
  });

  it('hears nothing of what was rolled back', async () => {
    const leader = await listening('leader');
    await transaction(async (tx) => {
      await announce(tx, [{ id: randomUUID(), kind: 'COMPLAINT', unitIds: ['gtj'] }]);
      throw new Error('no');
    }).catch(() => undefined);
    await pause(400);
    expect(leader.heard).toEqual([]);
  });

  it('hears of its own inbox alone', async () => {
    const [head, administrator] = [await listening('head'), await listening('sysadmin')];
    const { id } = await db.user.findUniqueOrThrow({ where: { account: 'sysadmin' } });
    await pool.query(`SELECT pg_notify('duban_notification', $1)`, [JSON.stringify({ userIds: [id] })]);
    await vi.waitFor(() => expect(administrator.heard).toEqual([{ kind: 'INBOX', itemIds: [], itemKinds: [] }]), { timeout: soonMs });
    expect(head.heard).toEqual([]);
    await pool.query(`SELECT pg_notify('duban_notification', '{}')`);
    await vi.waitFor(() => expect(head.heard).toHaveLength(1), { timeout: soonMs });
  });

  it('hears ALL, without names, when much changed at once; an administrator hears nothing of business', async () => {
    const [foreign, administrator] = [await listening('county'), await listening('sysadmin')];
    await transaction((tx) =>
      announce(
        tx,
        Array.from({ length: 21 }, () => ({ id: randomUUID(), kind: 'COMPLAINT', unitIds: ['gtj'] })),
      ),
    );
    await vi.waitFor(() => expect(foreign.heard).toEqual([{ kind: 'ALL', itemIds: [], itemKinds: [] }]), { timeout: soonMs });
    expect(administrator.heard).toEqual([]);
  });

  it('is told of a burst in at most four messages a second', async () => {
    const leader = await listening('leader');
    const begun = performance.now();
    const ids = Array.from({ length: 100 }, () => randomUUID());
    for (const id of ids) {
      await transaction((tx) => announce(tx, [{ id, kind: 'COMPLAINT', unitIds: ['gtj'] }]));
      await pause(10);
    }
    await pause(400);
    const seconds = (performance.now() - begun) / 1000;
    expect(leader.heard.length).toBeLessThanOrEqual(Math.ceil(seconds * 4) + 1);
    for (const { kind, itemIds } of leader.heard) expect(kind === 'ALL' || itemIds.length <= 20).toBe(true);
    const told = new Set(leader.heard.flatMap(({ itemIds }) => itemIds));
    expect(leader.heard.some(({ kind }) => kind === 'ALL') || told.size === 100).toBe(true);
  });

  it('comes uncompressed, uncached, with the headers of every answer', async () => {
    const { answer, close: leave } = await listening('leader');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-accel-buffering')).toBe('no');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    leave();
  });

  it('leaves nothing behind when the browser goes', async () => {
    const before = countReaders();
    const county = await listening('county');
    expect(countReaders()).toBe(before + 1);
    county.close();
    await vi.waitFor(() => expect(countReaders()).toBe(before), { timeout: soonMs });
  });
});

describe('a reader that is slow', () => {
  it('finds one signal instead of a backlog: the names, or ALL when they are more than twenty', async () => {
    const reader = signalsFor(viewerWith('CITY_LEADER'), []);
    const told = (count: number) => {
      for (let at = 0; at < count; at++)
        hear({ kind: 'ITEMS', items: [{ id: randomUUID(), kind: at % 2 ? 'COMPLAINT' : 'HARD_PROBLEM', unitIds: ['gtj'] }] });
    };
    // What was announced shortly before it began.
    await reader.next();
    told(5);
    const { value: few } = await reader.next();
    expect([few?.kind, few?.itemIds.length, few?.itemKinds]).toEqual(['ITEMS', 5, ['HARD_PROBLEM', 'COMPLAINT']]);
    told(1000);
    const { value: many } = await reader.next();
    expect(many).toEqual({ kind: 'ALL', itemIds: [], itemKinds: [] });
    const waiting = reader.next();
    await reader.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });
});

describe('when the connection to the database breaks', () => {
  it('the listener comes back and says ALL', async () => {
    const [head, administrator] = [await listening('head'), await listening('sysadmin')];
    const pid = await listenerPid();
    const owner = new pg.Client(String(pool.options.connectionString));
    await owner.connect();
    await owner.query('SELECT pg_terminate_backend($1)', [pid]);
    await owner.end();
    await vi.waitFor(() => expect(head.heard.map(({ kind }) => kind)).toEqual(['ALL']), { timeout: 5000 });
    await vi.waitFor(() => expect(administrator.heard.map(({ kind }) => kind)).toEqual(['INBOX']), { timeout: soonMs });
    expect(await listenerPid()).not.toBe(pid);
    const id = await addItem({ leadUnitId: 'gtj' });
    await vi.waitFor(() => expect(head.heard.at(-1)?.itemIds).toEqual([id]), { timeout: soonMs });
  });
});

describe('who may open a stream', () => {
  it('only a signed-in person, from our own page, with a subscription', async () => {
    expect((await post({})).status).toBe(401);
    const cookie = await signedIn('leader');
    expect((await ask({ cookie })).status).toBe(403);
    expect((await post({ cookie, origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post({ cookie, accept: 'application/json' })).status).toBe(406);
    for (const query of ['{ units { id } }', 'mutation { signOut }', 'subscription { nothing }', '{', `${changes} # ${'x '.repeat(3e4)}`])
      expect((await post({ cookie }, query)).status, query.slice(0, 40)).toBeGreaterThanOrEqual(400);
    const signedInStill = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'x-duban-csrf': '1', cookie },
      payload: { query: '{ viewer { id } }' },
    });
    expect(signedInStill.json().data.viewer).not.toBeNull();
    await db.user.update({ where: { account: 'leader' }, data: { mustChangePassword: true } });
    expect((await post({ cookie })).status).toBe(403);
    await db.user.update({ where: { account: 'leader' }, data: { mustChangePassword: false } });
  });

  it('/graphql itself answers no subscription', async () => {
    const cookie = await signedIn('leader');
    const answer = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'x-duban-csrf': '1', cookie },
      payload: { query: changes },
    });
    expect(answer.statusCode).toBe(400);
  });

  it('six times in a session, and again once one is closed', async () => {
    const cookie = await signedIn('head');
    const streams = await Promise.all(Array.from({ length: 6 }, () => streamOf(cookie)));
    const seventh = await post({ cookie });
    expect(seventh.status).toBe(429);
    expect(seventh.headers.get('retry-after')).toBeTruthy();
    streams[0]!.close();
    await vi.waitFor(async () => expect((await streamOf(cookie)).answer.status).toBe(200), { timeout: 2000, interval: 100 });
  });
});

describe('a stream is closed', () => {
  it('when its session ends, or the rights it began with have changed', async () => {
    const cookie = await signedIn('clerk');
    const [leaving, moving] = [await streamOf(cookie), await listening('head')];
    await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'x-duban-csrf': '1', cookie },
      payload: { query: 'mutation { signOut }' },
    });
    const { postId } = await db.user.findUniqueOrThrow({ where: { account: 'head' } });
    const { unitId } = await db.post.update({ where: { id: postId }, data: { unitId: 'fgw' } });
    expect(unitId).toBe('fgw');
    const begun = Date.now();
    await vi.waitFor(() => expect([leaving.ended, moving.ended]).toEqual([true, true]), { timeout: 30_000, interval: 200 });
    expect(Date.now() - begun).toBeLessThan(30_000);
    await db.post.update({ where: { id: postId }, data: { unitId: 'gtj' } });
  }, 40_000);

  it('when the server stops, which does not wait for it', async () => {
    const other = await createServer({ log: pino({ level: 'silent' }), webFolder: '/nowhere' });
    const at = await other.listen({ port: 0, host: '127.0.0.1' });
    const cookie = await signedIn('leader');
    const answer = await fetch(`${at}/graphql/stream`, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', 'x-duban-csrf': '1', cookie },
      body: JSON.stringify({ query: changes }),
    });
    const rest = answer.text().catch(() => '');
    const begun = Date.now();
    await other.close();
    await rest;
    expect(Date.now() - begun).toBeLessThan(2000);
  });
});

/** An item of each register, owed by one unit and assisted by another, the rectification's led by a third. */
const sample: string[] = [];
async function rememberSharedItems(): Promise<void> {
  await db.rectification.create({ data: { code: '3', leadUnitId: 'jyj' } });
  for (const kind of itemKinds) sample.push(await addItem({ kind, category: '3', leadUnitId: 'gtj', assisting: ['fgw'] }));
}

describe('mayHearOf', () => {
  const roles: Role[] = ['CITY_LEADER', 'VICE_MAYOR', 'SUPERVISION_OFFICE', 'INSPECTION', 'SERVICE_CENTRE', 'UNIT_HEAD', 'UNIT_CLERK'];
  const all: Role[] = [...roles, 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'];
  it.each(all.flatMap((role) => ['gtj', 'fgw', 'jyj', 'gaj'].map((unitId) => [role, unitId] as const)))(
    '%s of %s hears what it may see',
    async (role, unitId) => {
      const viewer = viewerWith(role, unitId);
      const { kinds } = await row(z.object({ kinds: z.array(z.enum(itemKinds)) }), sql`SELECT shared_kinds::text[] AS kinds FROM campaign`);
      const visible = await rows(
        z.object({ id: z.string() }),
        sql`SELECT i.id FROM item i WHERE i.id = ANY(${sample}::uuid[]) AND ${itemsVisibleTo(viewer)}`,
      );
      const told = await transaction((tx) => changedItems(tx, sample));
      const heard = told.flatMap(({ id, kind, unitIds }) =>
        mayHearOf(viewer, { kind: kind as ItemKind, unitIds }, new Set(kinds)) ? [id] : [],
      );
      expect(heard.sort()).toEqual(visible.map(({ id }) => id).sort());
    },
  );
});
