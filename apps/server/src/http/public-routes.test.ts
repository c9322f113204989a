import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { pool } from '../database.ts';
import { limits as documentLimits } from '../graphql/limits.ts';
import { limits } from '../public/limiting/limits.ts';
import { filledIn } from '../public/testing/public.fixture.ts';
import { createServer } from '../server.ts';
import { db, openTestCity } from '../testing/test-city.ts';

let close: () => Promise<void>;
let app: FastifyInstance;
const publicFolder = mkdtempSync(join(tmpdir(), 'duban-public-'));

beforeAll(async () => {
  mkdirSync(join(publicFolder, 'assets'));
  writeFileSync(join(publicFolder, 'index.html'), '<!doctype html><title>公开</title>');
  writeFileSync(join(publicFolder, 'assets/app-1.js'), 'export {};');
  close = await openTestCity();
  app = await createServer({ log: pino({ level: 'silent' }), webFolder: '/nowhere', publicFolder });
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  await app.close();
  await close();
  rmSync(publicFolder, { recursive: true });
});

let met = 0;
/** The address that a trusted proxy tells, new for each visitor. */
function address(): string {
  met += 1;
  return `198.51.${met >> 8}.${met & 255}`;
}

const post = (query: string, variables = {}, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/public/graphql',
    headers: { 'x-duban': '1', 'x-forwarded-for': address(), ...headers },
    payload: { query, variables },
  });

const submit = (input = filledIn(), headers: Record<string, string> = {}) =>
  post(
    `mutation($input: SubmitComplaintInput!) { submitComplaint(input: $input) {
      __typename ... on ComplaintSubmitted { code } ... on InputError { fields { field code } } } }`,
    { input },
    headers,
  );

const codeOf = (answer: { json(): unknown }) =>
  (answer.json() as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;
const site = '{ site { cityName isDemo asOf } }';

describe('POST /public/graphql', () => {
  it('answers without session or cookie, never to be cached', async () => {
    const answer = await post(site, {}, { cookie: 'duban_session=whatever' });
    expect(answer.json()).toEqual({ data: { site: { cityName: '驻马店市', isDemo: expect.any(Boolean), asOf: '2014-09-30' } } });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('knows nothing of the other schema', async () => {
    for (const query of ['{ viewer { account } }', '{ items { totalCount } }', 'mutation { signOut }', '{ item(number: "x") { id } }']) {
      const answer = await post(query);
      expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      expect(answer.body).not.toMatch(/did you mean/i);
    }
  });

  it.each([
    ['introspection', '{ __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['introspection of a type', '{ __type(name: "Site") { name } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['depth', `{ site { ${'a { '.repeat(20)} b ${'} '.repeat(20)} } }`, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'aliases',
      `{ ${Array.from({ length: documentLimits.aliases + 1 }, (_, n) => `a${n}: site { cityName }`).join(' ')} }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['tokens', `{ ${'x '.repeat(documentLimits.tokens)} }`, 'GRAPHQL_PARSE_FAILED'],
    ['circular fragments', '{ site { ...A } } fragment A on Site { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
    ['two operations', 'query A { site { cityName } } query B { site { cityName } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two guesses at once',
      'mutation { a: openComplaint(key: { code: "0123456789", secret: "x" }) { __typename } b: openComplaint(key: { code: "0123456789", secret: "y" }) { __typename } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('refuses %s before any resolver runs', async (_name, query, code) => {
    const answer = await post(query);
    expect(answer.statusCode).toBe(400);
    expect(codeOf(answer)).toBe(code);
  });

  it('refuses what a form on another site could send', async () => {
    const own = { 'x-duban': '1', 'x-forwarded-for': address() };
    const payload = JSON.stringify({ query: site });
    const status = async (headers: Record<string, string>) =>
      (await app.inject({ method: 'POST', url: '/public/graphql', headers, payload })).statusCode;
    expect(await status({ ...own, 'content-type': 'application/json' })).toBe(200);
    expect(await status({ 'x-forwarded-for': address(), 'content-type': 'application/json' })).toBe(403);
    expect(await status({ ...own, 'content-type': 'text/plain' })).toBe(415);
    expect(await status({ ...own, 'content-type': 'application/x-www-form-urlencoded' })).toBe(415);
    expect(await status({ ...own, 'content-type': 'application/json', origin: 'https://elsewhere.example' })).toBe(403);
    expect((await app.inject({ method: 'GET', url: `/public/graphql?query=${encodeURIComponent(site)}`, headers: own })).statusCode).toBe(
      404,
    );
    expect((await app.inject({ method: 'POST', url: '/public/graphql', headers: own, payload: [{ query: site }] })).statusCode).toBe(400);
  });

  it('answers naughty bodies without an error of its own', async () => {
    for (const variables of [
      { input: null },
      { input: { __proto__: { x: 1 } } },
      { input: { ...filledIn(), facts: 'a\ud800' } },
      'x',
      [],
    ]) {
      const answer = await post(
        'mutation($input: SubmitComplaintInput!) { submitComplaint(input: $input) { __typename } }',
        variables as object,
      );
      expect(answer.statusCode, JSON.stringify(variables)).toBeLessThan(500);
    }
    expect((await submit({ ...filledIn(), facts: '字'.repeat(100_000) })).json()).toEqual({
      data: { submitComplaint: { __typename: 'InputError', fields: [{ field: 'facts', code: 'TOO_LONG' }] } },
    });
    expect((await submit({ ...filledIn(), facts: '字'.repeat(200_000) })).statusCode).toBe(413);
  });
});

describe('a flood from one address', () => {
  it('leaves no more than the allowed complaints, is turned away unread, and stops nobody else', async () => {
    const before = await db.complaint.count();
    const from = { 'x-forwarded-for': address() };
    const flood = Promise.all(Array.from({ length: 2000 }, () => submit(filledIn(), from)));
    // While it lasts.
    expect((await submit()).json()).toMatchObject({ data: { submitComplaint: { __typename: 'ComplaintSubmitted' } } });
    const answers = await flood;
    const left = (await db.complaint.count()) - before - 1;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(limits.complaints.points + limits.complaintsReserve.points);
    const unread = answers.filter(({ statusCode }) => statusCode === 429);
    expect(unread).toHaveLength(2000 - limits.requests.points);
    expect(unread[0]!.headers['retry-after']).toMatch(/^\d+$/);
    expect(unread[0]!.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: expect.any(Number) });
    expect(answers.every(({ statusCode }) => statusCode === 200 || statusCode === 429)).toBe(true);
    expect((await post('not even GraphQL', {}, from)).statusCode).toBe(429);
    expect((await submit()).json()).toMatchObject({ data: { submitComplaint: { __typename: 'ComplaintSubmitted' } } });
  }, 60_000);
});

describe('when the database is lost while a complaint is registered', () => {
  /** A connection whose commit is lost, before or after it took place. */
  function loseCommit(isDone: boolean): void {
    const connect = pool.connect.bind(pool) as (...given: unknown[]) => Promise<pg.PoolClient>;
    let isLost = false;
    vi.spyOn(pool, 'connect').mockImplementation((async (...given: unknown[]) => {
      // A single query asks with a callback; the transaction is the one that asks without.
      if (given.length > 0 || isLost) return connect(...given);
      isLost = true;
      const client = await connect();
      const query = client.query.bind(client) as (...given: unknown[]) => unknown;
      vi.spyOn(client, 'query').mockImplementation((async (...given: unknown[]) => {
        if (given[0] !== 'COMMIT') return query(...given);
        await query(isDone ? 'COMMIT' : 'ROLLBACK');
        throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      }) as never);
      return client;
    }) as never);
  }

  it.each([
    ['before it was committed', false],
    ['after it was committed, before that was heard', true],
  ])('%s: the truth is told, and trying again registers it once', async (_when, isDone) => {
    const before = await db.complaint.count();
    const input = filledIn();
    loseCommit(isDone);
    const lost = await submit(input);
    expect(lost.statusCode).toBe(503);
    expect(codeOf(lost)).toBe('SERVICE_UNAVAILABLE');
    expect(lost.body).toContain('尚未确认登记');
    expect(lost.body).not.toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}"/);
    expect(await db.complaint.count()).toBe(before + Number(isDone));
    vi.restoreAllMocks();
    const again = await submit(input);
    expect(again.json()).toMatchObject({ data: { submitComplaint: { __typename: 'ComplaintSubmitted' } } });
    expect((await submit(input)).json()).toEqual(again.json());
    expect(await db.complaint.count()).toBe(before + 1);
  });

  it('and while it can not be reached at all, limits still count and reading says so', async () => {
    vi.spyOn(pool, 'query').mockImplementation((() => Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' }))) as never);
    vi.spyOn(pool, 'connect').mockImplementation((() =>
      Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' }))) as never);
    const lost = await submit();
    expect([lost.statusCode, codeOf(lost)]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    const key = '{ code: "0123456789", secret: "12345678" }';
    expect((await post(`mutation { openComplaint(key: ${key}) { __typename } }`)).statusCode).toBe(503);
  });
});

const boundary = 'duban-test-boundary';
function upload(bytes: Uint8Array, fileName: string, headers: Record<string, string> = {}) {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/pdf\r\n\r\n`;
  return app.inject({
    method: 'POST',
    url: '/public/files',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'x-duban': '1', 'x-forwarded-for': address(), ...headers },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

describe('POST /public/files', () => {
  it('keeps a file encrypted, belonging to nobody', async () => {
    const answer = await upload(pdf, '证据.pdf');
    expect(answer.json()).toEqual({ id: expect.any(String), name: '证据.pdf', size: pdf.length, mediaType: 'application/pdf' });
    const kept = await db.attachment.findUniqueOrThrow({ where: { id: answer.json<{ id: string }>().id }, include: { file: true } });
    expect(kept).toMatchObject({ itemId: null, complaintId: null, addedById: null, file: { encrypted: true } });
    expect(Buffer.from(kept.file.bytes).includes('%PDF')).toBe(false);
  });

  it.each([
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), '照片.jpg', 'NOT_ALLOWED'],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'a.svg', 'NOT_ALLOWED'],
    ['a page', Buffer.from('<html><script>1</script></html>'), 'a.pdf', 'NOT_ALLOWED'],
    ['a plain text, which officials may send', Buffer.from('只是文字'), 'a.txt', 'NOT_ALLOWED'],
    ['a name that lies', pdf, 'a.docx', 'LYING_NAME'],
    ['nothing', Buffer.alloc(0), 'a.pdf', 'EMPTY'],
    ['a broken picture', Buffer.from('ffd8ffe0', 'hex'), 'a.jpg', 'DAMAGED'],
  ])('refuses %s', async (_what, bytes, name, code) => {
    const answer = await upload(bytes, name);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, code]);
  });

  it('refuses what is too large, what comes from elsewhere, and what is no upload', async () => {
    expect((await upload(Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]), 'a.pdf')).statusCode).toBe(413);
    expect((await upload(pdf, 'a.pdf', { origin: 'https://elsewhere.example' })).statusCode).toBe(403);
    const bare = { method: 'POST', url: '/public/files', headers: { 'x-duban': '1', 'x-forwarded-for': address() } } as const;
    expect((await app.inject({ ...bare, payload: { x: 1 } })).statusCode).toBe(415);
    expect((await app.inject({ ...bare, headers: {} })).statusCode).toBe(403);
  });

  it('takes thirty in an hour from one address', async () => {
    const from = { 'x-forwarded-for': address() };
    const answers = [];
    for (let turn = 0; turn < 8; turn += 1)
      answers.push(...(await Promise.all(Array.from({ length: 5 }, () => upload(pdf, 'a.pdf', from)))));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(limits.uploads.points);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(10);
  });
});

describe('the pages', () => {
  it.each(['/public', '/public/', '/public/complain', '/public/promises/%E6%B0%91-1?x=1'])(
    '%s is the page, under a strict policy',
    async (url) => {
      const answer = await app.inject({ url });
      expect([answer.statusCode, answer.body]).toEqual([200, '<!doctype html><title>公开</title>']);
      const csp = String(answer.headers['content-security-policy']);
      expect(csp).toContain("default-src 'none'");
      expect(csp).toContain("frame-ancestors 'none'");
      expect(csp).not.toMatch(/unsafe|\*/);
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
      const head = await app.inject({ method: 'HEAD', url });
      expect([head.statusCode, head.body]).toEqual([200, '']);
    },
  );

  it('come with assets for a year; what is missing is missing, and nothing lies outside the folder', async () => {
    const asset = await app.inject({ url: '/public/assets/app-1.js' });
    expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await app.inject({ url: '/public/assets/none.js' })).statusCode).toBe(404);
    for (const url of ['/public/../package.json', '/public/%2e%2e/%2e%2e/package.json', '/public/..%2f..%2fpackage.json'])
      expect((await app.inject({ url })).body, url).not.toContain('"dependencies"');
  });
});
