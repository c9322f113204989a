import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { migrationsHash } from './migration-files.ts';

/** A database of a test file's own. */
export type TestDatabase = {
  /** Connects as the owner. */
  url: string;
  drop(): Promise<void>;
};

/** Rows that many test files begin with, loaded once into a template of their own. */
export type TestSeed = {
  /** Names the seed in the template's name: letters, digits and `_`; change it when the rows change. */
  key: string;
  /** Fills a migrated database; must close its connections before it resolves. */
  load(url: string): Promise<void>;
};

/**
 * A fresh, migrated database, copied from a template that is built once (in 0.1 s rather than by running the migrations again).
 * Lives on the server of `TEST_DATABASE_URL`, which `testing-global-setup.ts` starts when unset; its user must be allowed to create databases.
 */
export async function createTestDatabase(seed?: TestSeed): Promise<TestDatabase> {
  const server = testServerUrl();
  const template = await ensureTemplate(server, seed);
  return createDatabase(server, `TEMPLATE "${template}"`);
}

/** A fresh database without tables. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase(testServerUrl(), 'TEMPLATE template0');
}

async function createDatabase(server: string, options: string): Promise<TestDatabase> {
  const name = `duban_test_${testRun()}_${randomUUID().replaceAll('-', '')}`;
  await run(server, `CREATE DATABASE "${name}" ${options}`);
  return { url: databaseUrl(server, name), drop: () => administer(server, (client) => dropDatabase(client, name)) };
}

/** Drops the databases of runs (named by the process that started them) for which `ended` is true. */
export async function dropTestDatabases(server: string, ended: (run: number) => boolean): Promise<void> {
  await administer(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname ~ '^duban_(test|template)_[0-9]+_'",
    );
    for (const { datname } of rows.filter((row) => ended(Number(row.datname.split('_')[2])))) {
      await dropDatabase(client, datname);
    }
  });
}

/** The process that started this run, the same in all its workers. */
function testRun(): string {
  return process.env.DUBAN_TEST_RUN ?? String(process.pid);
}

function testServerUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('No TEST_DATABASE_URL: list packages/db/src/testing-global-setup.ts in this project’s vitest globalSetup');
  return url;
}

async function ensureTemplate(server: string, seed: TestSeed | undefined): Promise<string> {
  const plain = `duban_template_${testRun()}_${migrationsHash()}`;
  await buildOnce(server, plain, async (building) => {
    await run(server, `CREATE DATABASE "${building}"`);
    await migrate(databaseUrl(server, building));
  });
  if (!seed) return plain;
  const seeded = `${plain}_${seed.key}`;
  await buildOnce(server, seeded, async (building) => {
    await run(server, `CREATE DATABASE "${building}" TEMPLATE "${plain}"`);
    await seed.load(databaseUrl(server, building));
  });
  return seeded;
}

/** Workers start together: the first builds under a lock and renames at the end, so a template that exists is complete. */
async function buildOnce(server: string, name: string, build: (building: string) => Promise<void>): Promise<void> {
  await administer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const building = `${name}_b`;
    await dropDatabase(client, building);
    await build(building);
    await client.query(`ALTER DATABASE "${building}" RENAME TO "${name}"`);
  });
}

/** How often, and how many milliseconds apart, a database is tried to be dropped. */
const dropTries = 50;
const dropPauseMs = 200;

/** Drops a database with whoever is in it. An autovacuum worker may not be ended by an owner without superuser rights: it is waited for. */
async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      return;
    } catch (error) {
      const isWorkerInside = (error as { code?: string }).code === '42501';
      if (!isWorkerInside || attempt === dropTries) throw error;
      await pause(dropPauseMs);
    }
  }
}

function run(server: string, statement: string): Promise<void> {
  return administer(server, (client) => client.query(statement));
}

async function administer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server, application_name: 'duban test', connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
