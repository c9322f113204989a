import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedDatabase, launch } from './launcher.ts';
import { end, firstLine, startProgram } from './testing/child.ts';
import { eventually, query } from './testing/query.ts';

const isRoot = process.getuid?.() === 0;
let home: string;
let opened: EmbeddedDatabase[];
let child: ChildProcess | undefined;

beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-launcher-'));
  fs.chmodSync(home, 0o755);
  opened = [];
});

afterEach(async () => {
  if (child) await end(child, 'SIGTERM');
  child = undefined;
  for (const database of opened) {
    await database.close();
    fs.rmSync(new URL(database.url).searchParams.get('host')!, { recursive: true, force: true });
  }
  fs.rmSync(home, { recursive: true, force: true });
});

async function open(tenancy: 'exclusive' | 'shared' = 'exclusive'): Promise<EmbeddedDatabase> {
  const database = await launch({ home, durability: 'data', tenancy });
  opened.push(database);
  return database;
}

const postmasterPid = async ({ url, dataDir }: Pick<EmbeddedDatabase, 'url' | 'dataDir'>) => {
  const [row] = await query<{ name: string }>(url, 'SELECT current_database() AS name');
  expect(row?.name).toBe('duban');
  return Number(fs.readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
};

describe('an embedded PostgreSQL', () => {
  it('keeps its data from one start to the next, and is gone in between', async () => {
    const first = await open();
    await query(first.url, "CREATE TABLE kept AS SELECT '督办' AS word");
    await first.close();
    await expect(query(first.url, 'SELECT 1')).rejects.toThrow();
    expect(fs.existsSync(path.join(first.dataDir, 'postmaster.pid'))).toBe(false);

    const second = await open();
    expect(await query(second.url, 'SELECT word FROM kept')).toEqual([{ word: '督办' }]);
  });

  it('is durable, in UTF-8, sorts Chinese by pinyin, finds Chinese trigrams, and is entered as an owner without superuser rights', async () => {
    const { url } = await open();
    expect(await query(url, "SELECT current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding")).toEqual([
      { fsync: 'on', encoding: 'UTF8' },
    ]);
    const sorted = await query<{ name: string }>(
      url,
      "SELECT name FROM unnest(ARRAY['重庆', '北京', '郑州', '安阳']) AS name ORDER BY name",
    );
    expect(sorted.map(({ name }) => name)).toEqual(['安阳', '北京', '郑州', '重庆'].sort(new Intl.Collator('zh-Hans-CN').compare));
    await query(url, 'CREATE EXTENSION pg_trgm');
    expect(await query(url, "SELECT show_trgm('征地拆迁') <> '{}' AS found")).toEqual([{ found: true }]);
    expect(await query(url, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toEqual([{ rolsuper: false }]);
  });

  it('refuses a second launcher in one line that names the first, which goes on', async () => {
    const first = await open();
    await expect(open()).rejects.toThrow(new RegExp(`^督办已在本目录运行\\(进程 ${process.pid}\\)。.*$`));
    expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('adopts the PostgreSQL of a killed launcher, with what was committed and without its sessions', async () => {
    child = startProgram('hold-database.ts', [home]);
    const held = JSON.parse(await firstLine(child)) as { url: string; dataDir: string };
    const { url } = held;
    await query(url, 'CREATE TABLE kept AS SELECT 1 AS one');
    const pid = await postmasterPid(held);
    await end(child, 'SIGKILL');

    const adopted = await open();
    expect(await postmasterPid(adopted)).toBe(pid);
    expect(await query(adopted.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await adopted.close();
    await expect(query(url, 'SELECT 1')).rejects.toThrow();
  });

  it('stops with a launcher that is told to stop', async () => {
    child = startProgram('hold-database.ts', [home]);
    const { url } = JSON.parse(await firstLine(child)) as { url: string };
    await end(child, 'SIGTERM');
    await expect(query(url, 'SELECT 1')).rejects.toThrow();
  });

  it('comes back after its own process is killed, still locked', async () => {
    const database = await open();
    await query(database.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    process.kill(await postmasterPid(database), 'SIGKILL');
    expect(await eventually(() => query(database.url, 'SELECT one FROM kept'))).toEqual([{ one: 1 }]);
    await eventually(() => expect(open()).rejects.toThrow('已在本目录运行'));
  });

  it('is not misled by a postmaster.pid that names another program', async () => {
    const first = await open();
    await first.close();
    fs.writeFileSync(path.join(first.dataDir, 'postmaster.pid'), `${process.pid}\n/x\n1\n5432\n/x\n\n\n`);
    const { url } = await open();
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('serves runs that share it until the last closes', async () => {
    const first = await open('shared');
    const second = await open('shared');
    await first.close();
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.close();
    await expect(query(second.url, 'SELECT 1')).rejects.toThrow();
  });
});

describe('as root', () => {
  it.runIf(isRoot)('runs as another user', async () => {
    const { dataDir } = await open();
    expect(fs.statSync(dataDir).uid).not.toBe(0);
  });

  it.runIf(isRoot)('moves the data out of a tree that this user can’t reach', async () => {
    fs.chmodSync(home, 0o700);
    const { url, dataDir } = await open();
    try {
      expect(dataDir).toMatch(/^\/var\/lib\/duban\/[0-9a-f]{12}\/pgdata-18$/);
      expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      await opened[0]!.close();
      fs.rmSync(path.dirname(dataDir), { recursive: true, force: true });
    }
  });
});

describe('as an ordinary user', () => {
  it.runIf(!isRoot)('refuses a directory without write permission in one line', async () => {
    fs.chmodSync(home, 0o555);
    await expect(launch({ home: path.join(home, 'data'), durability: 'data', tenancy: 'exclusive' })).rejects.toThrow(
      /^没有写权限:.*EACCES/,
    );
    fs.chmodSync(home, 0o755);
  });
});
