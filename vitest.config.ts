import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Projects that use PostgreSQL share one: see packages/db/src/testing-global-setup.ts. */
const onDatabase = (name: string, root: string) => ({
  // Vite would take graphql's ESM build beside the CommonJS one that Node gives everyone else: one realm, please.
  resolve: {
    alias: [{ find: /^graphql$/, replacement: createRequire(new URL('apps/server/package.json', import.meta.url)).resolve('graphql') }],
  },
  test: {
    name,
    root,
    include: ['src/**/*.test.ts'],
    globalSetup: [new URL('./packages/db/src/testing-global-setup.ts', import.meta.url).pathname],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

/** Time enough for a table of 50,000 rows, or all demo ledgers twice, on a core that others use too. */
const pure = (name: string, root: string, include = ['src/**/*.test.ts', '*.test.ts']) => ({
  test: { name, root, include, testTimeout: 30_000 },
});

export default defineConfig({
  test: {
    // Left to itself Vitest keeps a core free, and of two uses one. Each file has a database of its own.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      pure('rules', 'packages/rules'),
      pure('ledger', 'packages/ledger'),
      pure('pack', 'packages/pack'),
      pure('threads', 'packages/threads'),
      pure('seed', 'prisma/seed', ['**/*.test.ts']),
      onDatabase('db', 'packages/db'),
      onDatabase('server', 'apps/server'),
      'apps/web',
      'apps/public',
    ],
  },
});
