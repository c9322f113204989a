import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertSupported, migrate } from './migrate.ts';
import { createEmptyDatabase, type TestDatabase } from './test-database.ts';
import { end, startProgram } from './testing/child.ts';
import { eventually, query } from './testing/query.ts';

let database: TestDatabase;
let directory: string;

beforeEach(async () => {
  database = await createEmptyDatabase();
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-migrations-'));
  write('20140101000000_one', 'CREATE TABLE one (id int);');
  write('20140102000000_two', 'CREATE TABLE two (id int);\nINSERT INTO one VALUES (1);');
});

afterEach(async () => {
  await database.drop();
  fs.rmSync(directory, { recursive: true });
});

function write(name: string, sql: string): void {
  fs.mkdirSync(path.join(directory, name), { recursive: true });
  fs.writeFileSync(path.join(directory, name, 'migration.sql'), sql);
}

const run = () => migrate(database.url, { directory });
const applied = () =>
  query<{ migration_name: string; checksum: string }>(database.url, 'SELECT * FROM _prisma_migrations ORDER BY migration_name');

describe('migrate', () => {
  it('applies each migration once, in order, and records its checksum', async () => {
    expect(await run()).toEqual(['20140101000000_one', '20140102000000_two']);
    expect(await run()).toEqual([]);
    write('20140103000000_three', 'CREATE TABLE three (id int);');
    expect(await run()).toEqual(['20140103000000_three']);
    const [first] = await applied();
    expect(first).toMatchObject({
      migration_name: '20140101000000_one',
      checksum: createHash('sha256').update('CREATE TABLE one (id int);').digest('hex'),
      applied_steps_count: 1,
      finished_at: expect.any(Date),
      rolled_back_at: null,
    });
  });

  it('applies each once when two processes start together', async () => {
    const both = await Promise.all([run(), run()]);
    expect(both.flat().sort()).toEqual(['20140101000000_one', '20140102000000_two']);
  });

  it('refuses an applied migration that was changed, but not one with other line endings', async () => {
    await run();
    write('20140102000000_two', 'CREATE TABLE two (id int);\r\nINSERT INTO one VALUES (1);');
    expect(await run()).toEqual([]);
    write('20140102000000_two', 'CREATE TABLE two (id bigint);');
    await expect(run()).rejects.toThrow('已执行的迁移 20140102000000_two 的文件被改动过');
  });

  it('refuses a database that a newer program has migrated', async () => {
    await run();
    fs.rmSync(path.join(directory, '20140102000000_two'), { recursive: true });
    await expect(run()).rejects.toThrow('数据库由更新版本的程序升级过');
  });

  it('refuses a migration that another tool left unfinished', async () => {
    await run();
    await query(database.url, "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%two'");
    await expect(run()).rejects.toThrow('20140102000000_two 曾由其他工具执行而没有完成');
  });

  it('leaves nothing of a migration that fails, and goes on from there', async () => {
    write('20140102000000_two', 'CREATE TABLE two (id int); SELECT 1 / 0;');
    await expect(run()).rejects.toThrow(/迁移 20140102000000_two 没有执行成功.*division by zero/);
    expect(await query(database.url, "SELECT to_regclass('two') AS two")).toEqual([{ two: null }]);
    write('20140102000000_two', 'CREATE TABLE two (id int);');
    expect(await run()).toEqual(['20140102000000_two']);
  });

  it('killed in the middle of each migration, completes when run again', async () => {
    write('20140101000000_one', 'CREATE TABLE one (id int); SELECT pg_sleep(1); INSERT INTO one VALUES (0);');
    write('20140102000000_two', 'CREATE TABLE two (id int); SELECT pg_sleep(1); INSERT INTO one VALUES (1);');
    for (const done of [0, 1]) {
      const child = startProgram('run-migrations.ts', [database.url, directory]);
      await eventually(async () => {
        expect(await query(database.url, 'SELECT 1 FROM _prisma_migrations')).toHaveLength(done);
        expect(
          await query(database.url, "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"),
        ).toHaveLength(1);
      });
      await end(child, 'SIGKILL');
      expect(await applied()).toHaveLength(done);
      if (done === 0) expect(await runFirstOnly()).toEqual(['20140101000000_one']);
    }
    expect(await run()).toEqual(['20140102000000_two']);
    expect(await query(database.url, 'SELECT id FROM one ORDER BY id')).toEqual([{ id: 0 }, { id: 1 }]);
  });

  it('refuses PostgreSQL before 15', () => {
    expect(() => assertSupported(140_012)).toThrow('数据库是 PostgreSQL 14,需要 15 或更新版本');
    expect(() => assertSupported(150_000)).not.toThrow();
  });

  it('leaves a database that stock `prisma migrate` calls up to date', async () => {
    await migrate(database.url);
    const checkout = fileURLToPath(new URL('../../..', import.meta.url));
    const output = execFileSync(process.execPath, [path.join(checkout, 'scripts', 'prisma.mjs'), 'migrate', 'status'], {
      env: { ...process.env, DATABASE_URL: database.url },
      encoding: 'utf8',
    });
    expect(output).toContain('Database schema is up to date!');
  });
});

async function runFirstOnly(): Promise<string[]> {
  const second = path.join(directory, '20140102000000_two');
  fs.renameSync(second, `${directory}-aside`);
  const names = await run();
  fs.renameSync(`${directory}-aside`, second);
  return names;
}
