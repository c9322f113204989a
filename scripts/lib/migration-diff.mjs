import { Failure } from './failure.mjs';
import { prismaEnv } from './prisma.mjs';
import { bin, run } from './run.mjs';
import { withTestServer } from './test-server.mjs';

/** What prisma/schema has that prisma/migrations don't make, told in words or (with `--script`) as SQL. Runs on a shadow database. */
export function migrationDiff(args) {
  return withTestServer(async (url) => {
    const diff = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema', '--exit-code', ...args];
    const { code, output } = await run(bin('packages/db', 'prisma'), diff, { env: { ...prismaEnv(), DATABASE_URL: url }, quiet: true });
    if (code !== 0 && code !== 2) throw new Failure(`比较迁移失败:\n${output}`);
    return {
      differs: code === 2,
      output: output
        .split('\n')
        .filter((line) => !/^(Loaded Prisma config|Prisma schema loaded)/.test(line))
        .join('\n')
        .trimStart(),
    };
  });
}
