import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    name: 'public',
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost/public/' } },
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/setup.ts'],
    // A walk through the form takes a second or two where several suites share a core.
    testTimeout: 30_000,
  },
});
