import { tsImport } from 'tsx/esm/api';

const source = (file) => new URL(`../../packages/db/src/${file}`, import.meta.url).href;

/** Runs `work` with the address of a PostgreSQL for tests: `TEST_DATABASE_URL`, else an embedded one for as long. */
export async function withTestServer(work) {
  if (process.env.TEST_DATABASE_URL) return work(process.env.TEST_DATABASE_URL);
  const { launchScratch } = await tsImport(source('scratch-database.ts'), import.meta.url);
  return whileOpen(await launchScratch(), work);
}

/** The same with a PostgreSQL installed on this machine, started from its programs in `binDir` and stopped afterwards. */
export async function withInstalledServer(binDir, work) {
  const { launchScratch } = await tsImport(source('scratch-database.ts'), import.meta.url);
  const { installedPrograms } = await tsImport(source('programs.ts'), import.meta.url);
  return whileOpen(await launchScratch(installedPrograms(binDir)), work);
}

async function whileOpen(database, work) {
  try {
    return await work(database.url);
  } finally {
    await database.close();
  }
}
