import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient } from './client.ts';
import { createPool } from './pool.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = await createPool(database.url, { statementTimeoutMs: 200 });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const one = async (sql: string) => (await pool.query(sql)).rows[0];

it('reads days as text and bigints as numbers, also in arrays', async () => {
  expect(
    await one(
      "SELECT date '2014-09-30' AS day, ARRAY[date '2014-02-28', NULL] AS days, count(*) AS n, ARRAY[9::bigint] AS ns FROM generate_series(1, 3)",
    ),
  ).toEqual({
    day: '2014-09-30',
    days: ['2014-02-28', null],
    n: 3,
    ns: [9],
  });
  await expect(one('SELECT 9007199254740993')).rejects.toThrow(RangeError);
});

it('works as the application role in UTC, and may not change tables', async () => {
  expect(
    await one("SELECT current_user AS role, current_setting('TimeZone') AS zone, current_setting('application_name') AS name"),
  ).toEqual({
    role: 'duban_app',
    zone: 'UTC',
    name: 'duban',
  });
  await expect(one('CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
});

it('keeps the settings of the address', async () => {
  const url = new URL(database.url);
  url.searchParams.set('options', '-c work_mem=7MB');
  const other = await createPool(url.href);
  const { rows } = await other.query("SELECT current_setting('work_mem') AS memory, current_user AS role");
  await other.end();
  expect(rows).toEqual([{ memory: '7MB', role: 'duban_app' }]);
});

it('cancels a statement that runs too long', async () => {
  await expect(one('SELECT pg_sleep(5)')).rejects.toThrow('statement timeout');
});

it('serves Prisma', async () => {
  expect(await createClient(pool).unit.count()).toBe(0);
});

it('gives each test a database of its own, with its seed', async () => {
  const seed = {
    key: 'marked',
    load: async (url: string) => {
      const owner = await createPool(url);
      await owner.query("INSERT INTO calendar_day (day, is_working, working_ordinal) VALUES ('2014-09-30', true, 1)");
      await owner.end();
    },
  };
  const [first, second, empty] = await Promise.all([createTestDatabase(seed), createTestDatabase(seed), createEmptyDatabase()]);
  const reader = await createPool(second.url);
  await first.drop();
  expect((await reader.query('SELECT day FROM calendar_day')).rows).toEqual([{ day: '2014-09-30' }]);
  await reader.end();
  await Promise.all([second.drop(), empty.drop()]);
});
