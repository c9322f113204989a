import { isAlive } from './postmaster.ts';
import { launchScratch } from './scratch-database.ts';
import { dropTestDatabases } from './test-database.ts';

/**
 * Vitest's globalSetup: gives the run a PostgreSQL in `TEST_DATABASE_URL` (the one that is set, else an embedded one, shared by
 * runs at the same time and stopped by the last), and cleans up after it.
 */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env.DUBAN_TEST_RUN) return async () => {}; // another project of this run has done it
  const run = process.pid;
  process.env.DUBAN_TEST_RUN = String(run);
  const server = await testServer();
  return async () => {
    await dropTestDatabases(server.url, (other) => other === run);
    await server.close();
    delete process.env.DUBAN_TEST_RUN;
  };
}

async function testServer(): Promise<{ url: string; close(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, close: async () => {} };
  const embedded = await launchScratch();
  process.env.TEST_DATABASE_URL = embedded.url;
  await dropTestDatabases(embedded.url, (run) => !isAlive(run));
  return {
    url: embedded.url,
    close: () => {
      delete process.env.TEST_DATABASE_URL;
      return embedded.close();
    },
  };
}
