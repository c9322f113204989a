import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT ?? 4010);
const root = new URL('..', import.meta.url).pathname;

/** A data folder of the run's own, which PostgreSQL's user may enter; gone with the run. */
function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duban-e2e-'));
  chmodSync(folder, 0o755);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
/** Workers read this file as well, and start no server. */
const dataDir = process.env.TEST_WORKER_INDEX === undefined ? newDataDir() : '';

/** The product as a person meets it: a fresh city with demo data on its own port, in a folder of its own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    // A trace doubles the time of a journey: `E2E_TRACE=1` records one of what fails.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node --import tsx apps/server/src/main.ts',
    cwd: root,
    url: `http://127.0.0.1:${port}/health`,
    timeout: 180_000,
    reuseExistingServer: process.env.E2E_REUSE === '1',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: '',
      DUBAN_TODAY: '2014-09-30',
      DUBAN_DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
    } as Record<string, string>,
  },
});
