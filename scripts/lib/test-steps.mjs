import fs from 'node:fs';
import { findChromium } from './chromium.mjs';
import { Failure } from './failure.mjs';
import { installedPostgresql } from './installed-postgresql.mjs';
import { inRoot } from './paths.mjs';
import { bin, run } from './run.mjs';

const vitest = (projects, env = {}, options = []) =>
  command(bin('.', 'vitest'), ['run', ...projects.flatMap((project) => ['--project', project]), ...options], {
    env: { ...process.env, ...env },
  });
/** Variables that send a step to a PostgreSQL of its own. */
const ownServer = { TEST_DATABASE_URL: undefined };

/**
 * What `npm test` does, in order: a name, the group that `--only` picks, and work that resolves when it passed, to `{ skipped: why }` when
 * it can't be done here, and throws Failure when it failed.
 */
export const steps = [
  { group: 'check', name: 'format and lint', work: () => command(bin('.', 'biome'), ['check', '.']) },
  { group: 'check', name: 'types', work: () => command(bin('.', 'tsc'), ['--noEmit', '-p', 'tsconfig.json']) },
  { group: 'check', name: 'types of the web', work: () => command(bin('.', 'tsc'), ['--noEmit', '-p', 'apps/web']) },
  { group: 'check', name: 'types of the public site', work: typesOfPublic },
  { group: 'check', name: 'unused code', work: unusedCode },
  {
    group: 'check',
    name: 'printed GraphQL schema',
    work: () => node('--import', 'tsx', 'apps/server/src/graphql/print-schema.ts', '--check'),
  },
  { group: 'check', name: 'migrations make the schema', work: () => node('scripts/check-migrations.mjs') },
  { group: 'unit', name: 'unit and property tests', work: () => vitest(['rules', 'ledger', 'pack', 'threads', 'seed']) },
  { group: 'unit', name: 'page tests', work: () => vitest(['web', 'public']) },
  { group: 'server', name: 'server on the embedded PostgreSQL', work: () => vitest(['db', 'server'], ownServer) },
  { group: 'server', name: 'server on another PostgreSQL', work: serverElsewhere },
  { group: 'e2e', name: 'browser journeys', work: journeys },
];

async function command(program, args, options) {
  const { ok, code } = await run(program, args, options);
  if (!ok) throw new Failure(`exit ${code}`);
}

const node = (...args) => command(process.execPath, args, { env: { ...process.env, ...ownServer } });

/** The site itself with what old phones know; then its tests and settings with what Node knows. */
async function typesOfPublic() {
  await command(bin('.', 'tsc'), ['--noEmit', '-p', 'apps/public']);
  await command(bin('.', 'tsc'), ['--noEmit', '-p', 'apps/public/tsconfig.tests.json']);
}

async function unusedCode() {
  const configured = ['knip.json', 'knip.jsonc', 'knip.ts', 'knip.config.ts'].some((file) => fs.existsSync(inRoot(file)));
  return configured ? command(bin('.', 'knip'), []) : { skipped: 'knip is not configured' };
}

/**
 * What another PostgreSQL may answer differently: connections and migrations, what acts write, the SQL of every report, jobs, the chain of the
 * history, and a city brought in from its ledgers. The rest asks the policy, the wire or workbooks more than the database.
 */
const onDatabase = [
  'packages/db/src/migrate',
  'packages/db/src/pool',
  'packages/db/src/start-database',
  'src/reports/',
  'src/jobs/',
  'modules/item/change-items',
  'modules/item/item.test',
  'modules/item/acts/acts.test',
  'modules/complaint/complaint-life',
  'modules/campaign/',
  'modules/audit/verify-audit',
  'modules/exchange/recompute-lights',
];

/** The server's tests of `onDatabase` again on `TEST_DATABASE_URL`, else on a PostgreSQL of this machine (started here, stopped after). */
async function serverElsewhere() {
  const test = (url) => vitest(['db', 'server'], { TEST_DATABASE_URL: url }, onDatabase);
  if (process.env.TEST_DATABASE_URL) return test(process.env.TEST_DATABASE_URL);
  const programs = installedPostgresql();
  if (!programs) return { skipped: 'none found' };
  console.log(`Using the PostgreSQL in ${programs}`);
  const { withInstalledServer } = await import('./test-server.mjs');
  return withInstalledServer(programs, test);
}

async function journeys() {
  const chromium = await findChromium();
  return command(bin('.', 'playwright'), ['test', '-c', 'e2e/playwright.config.ts'], { env: { ...process.env, CHROMIUM_PATH: chromium } });
}
