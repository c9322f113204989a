import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from './database.ts';
import { limits } from './graphql/limits.ts';
import { makeDemoAccounts } from './modules/campaign/demo-accounts.ts';
import { demoPassword } from './modules/session/demo-password.ts';
import { createServer } from './server.ts';
import { openTestCity } from './testing/test-city.ts';

let close: () => Promise<void>;
let app: FastifyInstance;
let cookie: string;

beforeAll(async () => {
  close = await openTestCity();
  await makeDemoAccounts(db);
  app = await createServer({ log: pino({ level: 'silent' }), webFolder: '/nowhere' });
  const answer = await post(`mutation { signIn(account: "leader", password: "${demoPassword}") { __typename } }`, {});
  cookie = String(answer.headers['set-cookie']).split(';')[0]!;
});
afterAll(async () => {
  await app.close();
  await close();
});

const post = (query: string, headers: Record<string, string> = { cookie }, variables = {}) =>
  app.inject({ method: 'POST', url: '/graphql', headers: { 'x-duban-csrf': '1', ...headers }, payload: { query, variables } });

const codeOf = (answer: { json(): unknown }) =>
  (answer.json() as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

describe('a GraphQL request is refused before any resolver runs', () => {
  const nested = (levels: number) => `{ units { ${'parent { '.repeat(levels)} id ${'} '.repeat(levels)} } }`;

  it.each([
    ['too deep', nested(limits.depth + 1), 'GRAPHQL_VALIDATION_FAILED'],
    [
      'too many aliases',
      `{ ${Array.from({ length: limits.aliases + 1 }, (_, n) => `a${n}: setUpNeeded`).join(' ')} }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['too many fields', `{ ${'setUpNeeded '.repeat(limits.breadth + 1)} }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['too many tokens', `{ ${'setUpNeeded '.repeat(limits.tokens + 1)} }`, 'GRAPHQL_PARSE_FAILED'],
    ['circular fragments', '{ units { ...A } } fragment A on Unit { parent { ...A } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['two operations', 'query A { setUpNeeded } query B { setUpNeeded }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown field, without a suggestion', '{ unit { id } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s', async (_name, query, code) => {
    const answer = await post(query);
    expect(answer.statusCode).toBeLessThan(500);
    expect(codeOf(answer)).toBe(code);
    expect(answer.body).not.toMatch(/did you mean/i);
  });

  it('when it comes as a batch, by GET, or as a simple form', async () => {
    const headers = { cookie, 'x-duban-csrf': '1' };
    expect((await app.inject({ method: 'POST', url: '/graphql', headers, payload: [{ query: '{ setUpNeeded }' }] })).statusCode).toBe(400);
    expect((await app.inject({ method: 'GET', url: '/graphql?query={setUpNeeded}', headers })).statusCode).toBe(404);
    const form = {
      method: 'POST',
      url: '/graphql',
      headers: { cookie, 'content-type': 'text/plain' },
      payload: '{"query":"{ setUpNeeded }"}',
    } as const;
    expect((await app.inject(form)).statusCode).toBe(400);
    expect((await post('{ setUpNeeded }', { cookie, origin: 'https://elsewhere.example' })).statusCode).toBe(403);
  });

  it('when it is larger than the limit', async () => {
    expect((await post(`{ setUpNeeded } # ${'x'.repeat(limits.body)}`)).statusCode).toBe(413);
  });

  it('when a signed-out person asks for the schema', async () => {
    expect((await post('{ __schema { types { name } } }', {})).statusCode).toBe(401);
    expect((await post('{ __schema { queryType { name } } }')).statusCode).toBe(200);
  });
});

describe('an answer', () => {
  it.each(['a\u0000b', 'a\ud800b'])('says that it can not keep the text %j', async (text) => {
    const answer = await post('query($text: String) { items(filter: { text: $text }) { totalCount } }', { cookie }, { text });
    expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it.each(['𠮷野家', "'; DROP TABLE item; --", '%_\\', '\u202Eabc', '😀', '１２３'])('takes the text %s as text', async (text) => {
    const answer = await post('query($text: String) { items(filter: { text: $text }) { totalCount } }', { cookie }, { text });
    expect(answer.json()).toEqual({ data: { items: { totalCount: 0 } } });
  });

  it.each(['2014-02-30', '2014-9-3', 'yesterday', '1e999'])('says in words that %s is no day', async (asOf) => {
    const answer = await post('query($asOf: Day) { items(asOf: $asOf) { totalCount } }', { cookie }, { asOf });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.body).toContain('不是有效日期');
  });

  it('carries the headers that keep a browser safe, and is never cached', async () => {
    const { headers } = await post('{ setUpNeeded }');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe-eval');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });
});

it('the session cookie is HttpOnly and SameSite, and its session ends with signing out', async () => {
  const answer = await post(`mutation { signIn(account: "county", password: "${demoPassword}") { __typename } }`, {});
  const set = String(answer.headers['set-cookie']);
  expect(set).toMatch(/HttpOnly/);
  expect(set).toMatch(/SameSite=Lax/);
  const own = { cookie: set.split(';')[0]! };
  expect((await post('{ viewer { account } }', own)).json()).toEqual({ data: { viewer: { account: 'county' } } });
  await post('mutation { signOut }', own);
  expect((await post('{ viewer { account } }', own)).json()).toEqual({ data: { viewer: null } });
});
