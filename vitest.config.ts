import { defineConfig } from 'vitest/config';

/** Projects that use PostgreSQL share one: see packages/db/src/testing-global-setup.ts. */
const onDatabase = (name: string, root: string) => ({
  test: {
    name,
    root,
    include: ['src/**/*.test.ts'],
    globalSetup: [new URL('./packages/db/src/testing-global-setup.ts', import.meta.url).pathname],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

const pure = (name: string, root: string) => ({ test: { name, root, include: ['src/**/*.test.ts', '*.test.ts'] } });

export default defineConfig({
  test: {
    projects: [
      pure('rules', 'packages/rules'),
      pure('ledger', 'packages/ledger'),
      pure('pack', 'packages/pack'),
      onDatabase('db', 'packages/db'),
      onDatabase('server', 'apps/server'),
      'apps/web',
    ],
  },
});
