#!/usr/bin/env node
// Fails when prisma/schema says something that prisma/migrations don't make (what only SQL can say doesn't count).
import { Failure, runMain } from './lib/failure.mjs';
import { migrationDiff } from './lib/migration-diff.mjs';

await runMain(async () => {
  const { differs, output } = await migrationDiff([]);
  if (differs) throw new Failure(`prisma/schema 与 prisma/migrations 不一致,请执行 node scripts/migration.mjs <名称>:\n${output}`);
  console.log('prisma/schema and prisma/migrations agree.');
});
