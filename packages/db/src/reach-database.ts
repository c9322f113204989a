import path from 'node:path';
import { databaseAddress, EMBEDDED_DATABASE } from './launcher.ts';
import { connectionOptions } from './launcher-session.ts';
import { place } from './placement.ts';
import { runningPostmaster } from './postmaster.ts';
import { embeddedPrograms } from './programs.ts';
import { type StartedDatabase, type StartOptions, startDatabase } from './start-database.ts';

/**
 * The application's database for a command beside it: the PostgreSQL that a running server has started, left running at the end;
 * otherwise as `startDatabase` does.
 */
export async function reachDatabase(options: StartOptions): Promise<StartedDatabase> {
  if (options.url) return startDatabase(options);
  const placement = place(options.dataDir ?? path.join(options.rootDir, 'data'), embeddedPrograms());
  const postmaster = runningPostmaster(placement);
  if (!postmaster?.port) return startDatabase(options);
  const address = databaseAddress(connectionOptions(placement, postmaster, EMBEDDED_DATABASE, EMBEDDED_DATABASE));
  return { url: address, where: placement.dataDir, close: async () => {} };
}
