#!/usr/bin/env node
// `node scripts/migration.mjs <name>`: writes the next migration, the difference from prisma/migrations to prisma/schema, for you to read and complete.
import fs from 'node:fs';
import { Failure, runMain } from './lib/failure.mjs';
import { migrationDiff } from './lib/migration-diff.mjs';
import { inRoot } from './lib/paths.mjs';

await runMain(async () => {
  const [name] = process.argv.slice(2);
  if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Failure('用法:node scripts/migration.mjs <名称>,名称用小写字母、数字和下划线。');
  const { differs, output } = await migrationDiff(['--script']);
  if (!differs) throw new Failure('prisma/schema 与现有迁移一致,不需要新的迁移。');
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const directory = inRoot('prisma', 'migrations', `${stamp}_${name}`);
  fs.mkdirSync(directory);
  fs.writeFileSync(`${directory}/migration.sql`, output);
  console.log(`已写入 ${directory}/migration.sql`);
});
