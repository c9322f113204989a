import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EmbeddedDatabase, launch } from './launcher.ts';
import { pathHash } from './placement.ts';
import { embeddedPrograms, type Programs } from './programs.ts';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * A PostgreSQL for tests and tools: outside the checkout, without fsync, never ./data. Runs at the same time share it and the last to
 * close stops it. One per checkout, user (root and others don't meet in it) and major version.
 */
export function launchScratch(programs: Programs = embeddedPrograms()): Promise<EmbeddedDatabase> {
  const home = path.join(os.tmpdir(), `duban-test-${pathHash(checkout)}-${os.userInfo().uid}`);
  return launch({ home, durability: 'scratch', tenancy: 'shared', programs });
}
