import { expect, it } from 'vitest';
import { startDatabase } from './start-database.ts';
import { createEmptyDatabase } from './test-database.ts';

const start = (url: string) => startDatabase({ rootDir: '/nonexistent', url });

it('uses the given server, names it without its password, and leaves it running', async () => {
  const database = await createEmptyDatabase();
  const started = await start(database.url);
  expect(started.url).toBe(database.url);
  expect(started.where).toMatch(/duban_test_/);
  await started.close();
  await (await start(database.url)).close();
  await database.drop();
});

it('says in one line why the given server can’t be used, never its password', async () => {
  await expect(start('postgresql://u:secret@127.0.0.1:1/d')).rejects.toThrow(
    /^连不上 DATABASE_URL\(127\.0\.0\.1:1\/d\):ECONNREFUSED。请核对地址和端口.*$/,
  );
  await expect(start('mysql://u:secret@127.0.0.1/d')).rejects.toThrow(/^DATABASE_URL 不是有效的地址/);
  const missing = new URL(process.env.TEST_DATABASE_URL!);
  missing.pathname = '/no_such_database';
  await expect(start(missing.href)).rejects.toThrow('请先建库');
});
