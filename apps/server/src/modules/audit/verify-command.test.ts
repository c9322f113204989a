import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pool } from '../../database.ts';
import { addItem, openTestCity } from '../../testing/test-city.ts';
import { sealYesterday } from './seal-day.ts';

let close: () => Promise<void>;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-verify-'));
  close = await openTestCity();
  for (const number of ['验-2014-1', '验-2014-2']) await addItem({ leadUnitId: 'gtj', number });
  await sealYesterday(join(folder, 'audit-anchors.log'));
});
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true });
});

/** Address of the test's own database, as its owner. */
async function ownerUrl(): Promise<string> {
  const { rows } = await pool.query<{ name: string }>('SELECT current_database() AS name');
  const url = new URL(process.env.TEST_DATABASE_URL!);
  url.pathname = `/${rows[0]!.name}`;
  return url.href;
}

async function runCommand(): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, DATABASE_URL: await ownerUrl(), DUBAN_DATA_DIR: folder, DUBAN_MASTER_KEY: '00'.repeat(32) };
  const program = fileURLToPath(new URL('verify-command.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output };
}

it('says part by part that the history holds, and names a row changed behind the program’s back', { timeout: 60_000 }, async () => {
  expect(await runCommand()).toEqual({
    code: 0,
    output: [
      '事项记录：通过，共 2 条。',
      '系统记录：通过，共 0 条。',
      '每日锚点：通过，共 1 条。',
      '锚点文件：通过，共 1 条。',
      '历史记录完整，未被改动。',
      '',
    ].join('\n'),
  });

  const owner = new pg.Client({ connectionString: await ownerUrl() });
  await owner.connect();
  await owner.query('ALTER TABLE item_event DISABLE TRIGGER USER');
  await owner.query(
    `UPDATE item_event e SET payload = replace(payload, '测试事项', '测试事件') FROM item i WHERE i.id = e.item_id AND i.number = '验-2014-2'`,
  );
  await owner.query('ALTER TABLE item_event ENABLE TRIGGER USER');
  await owner.end();
  const { code, output } = await runCommand();
  expect(code).toBe(1);
  expect(output).toContain('事项记录：不通过。事项 验-2014-2 第 1 条记录：内容与校验值不一致（内容或校验值被改动）。');
});
