import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@duban/db/migrate';
import { startDatabase } from '@duban/db/start-database';
import { connect, disconnect, pool } from '../apps/server/src/database.ts';
import { loadKeys } from '../apps/server/src/keys.ts';
import { startCampaign } from '../apps/server/src/modules/campaign/start-campaign.ts';
import { viewerWith } from '../apps/server/src/testing/test-city.ts';
import { benchAudit } from './audit.ts';
import { benchFlood } from './flood.ts';
import { loadItems } from './load-items.ts';
import { measure, type Timing } from './measure.ts';
import { benchPublic } from './public.ts';
import { questions } from './questions.ts';

/**
 * `npm run bench [items]` (default 200,000): loads a city that large through the import's own write path, then times each question of the
 * cockpit and of the ledger through GraphQL against the bare SQL that answers the like, in turns, in the same run. Prints ratios: the machine
 * is whatever it is. `npm run bench audit [items]` times the history's chain instead; `npm run bench public [items] [seconds]` (default 20,000
 * and 30) lets 500 readers and 20 complaints a second come to the public site; `npm run bench flood [items] [complaints]` (default 20,000 and
 * 10,000) lets one address flood it with complaints.
 */
const only = ['audit', 'public', 'flood'].find((one) => one === process.argv[2]);
const [givenCount, givenLoad] = process.argv.slice(only ? 3 : 2);
const count = Number(givenCount ?? (only === 'public' || only === 'flood' ? 20_000 : 200_000));
const folder = mkdtempSync(join(tmpdir(), 'duban-bench-'));
// PostgreSQL may run as another user than root.
chmodSync(folder, 0o755);
const database = await startDatabase({ rootDir: folder });
try {
  await migrate(database.url);
  loadKeys('', '11'.repeat(32));
  await connect(database.url);
  await startCampaign({ empty: false, fixedToday: '2014-09-30', log: () => undefined });
  const loaded = await loadItems(count);
  console.log(`${loaded.items} items loaded in ${loaded.seconds.toFixed(1)} s (${Math.round(loaded.items / loaded.seconds)} a second)`);
  await pool.query('ANALYZE');

  const viewer = viewerWith('CITY_LEADER');
  const line = (name: string, { median, worst }: Timing) =>
    `${name.padEnd(34)} ${median.toFixed(1).padStart(9)} ms  worst ${worst.toFixed(1).padStart(9)} ms`;
  if (only === 'audit') await benchAudit();
  if (only === 'public') await benchPublic(Number(givenLoad ?? 30));
  if (only === 'flood') await benchFlood(Number(givenLoad ?? 10_000));
  for (const { name, product, limit } of only ? [] : questions(viewer)) {
    const [ours, bare] = await measure([product, limit], 9);
    console.log(line(name, ours!));
    console.log(`${line('  bare SQL', bare!)}  ratio ${(ours!.median / bare!.median).toFixed(2)}`);
  }
  console.log(`memory ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MiB`);
} finally {
  await disconnect();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
