import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pool } from '../apps/server/src/database.ts';
import { createServer } from '../apps/server/src/server.ts';
import { quietLog } from '../apps/server/src/testing/quiet-log.ts';
import type { LoadTold } from './public-load.ts';

const readers = 500;
const complaintsASecond = 20;
/** Works that the bench publishes, as many as a city has. */
const published = 40;
const secret = 'bench-secret-2014';
/** Complaints whose answer page is opened afterwards, to compare what was written. */
const opened = 50;

/**
 * The public site under 500 readers and 20 complaints a second for so many seconds, from a process of its own, each visitor with an address of
 * their own: how long both waited, and whether all that was told to be registered is there, once. Throws when a complaint is lost or doubled.
 */
export async function benchPublic(seconds: number): Promise<void> {
  await publishWorks();
  const app = await createServer({ log: quietLog, webFolder: '/nowhere' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  try {
    const before = process.cpuUsage();
    const started = performance.now();
    const told = await visit(port, seconds);
    const { user, system } = process.cpuUsage(before);
    tell('reads', told.reads, seconds);
    tell('complaints', told.submissions, seconds);
    console.log(
      `  read errors ${JSON.stringify(told.readErrors)}  not registered ${JSON.stringify(told.notRegistered)}  retries ${told.retries}`,
    );
    console.log(
      `  this process used ${((user + system) / 1e6).toFixed(1)} s of a core in ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
    await check(told, port);
  } finally {
    await app.close();
  }
}

async function publishWorks(): Promise<void> {
  await pool.query(
    `INSERT INTO item_openness (item_id, openness, verdict, set_by_id, set_by, set_at)
     SELECT id, 'PUBLIC', 'PASSED', gen_random_uuid(), '测量', now() FROM item WHERE kind = 'LIVELIHOOD_WORK' ORDER BY id LIMIT $1`,
    [published],
  );
}

async function visit(port: number, seconds: number): Promise<LoadTold> {
  const file = new URL('./public-load.ts', import.meta.url);
  const child = fork(file, [...[port, seconds, readers, complaintsASecond].map(String), secret], { execArgv: ['--import', 'tsx'] });
  const [told] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The visitors' process ended with ${String(code)}`))),
  ])) as [LoadTold];
  return told;
}

function tell(name: string, times: readonly number[], seconds: number): void {
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN).toFixed(0);
  console.log(
    `public: ${name.padEnd(12)} ${times.length} (${(times.length / seconds).toFixed(1)} a second)  median ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms  worst ${at(1)} ms`,
  );
}

/** Everything told is there, nothing twice, nothing more; and the pages opened show what was written. */
async function check({ registered, notRegistered, readErrors }: LoadTold, port: number): Promise<void> {
  const codes = registered.map(({ code }) => code.replace('-', ''));
  const { rows } = await pool.query<{ kept: number; told: number; items: number }>(
    `SELECT count(*) AS kept, count(*) FILTER (WHERE query_code = ANY($1)) AS told, count(DISTINCT item_id) AS items
     FROM complaint WHERE query_code IS NOT NULL`,
    [codes],
  );
  const { kept, told, items } = rows[0]!;
  const same = await openSome(registered.slice(0, opened), port);
  console.log(
    `  told ${codes.length}, kept ${kept}, of them told ${told}, items ${items}; opened ${same} of ${Math.min(opened, codes.length)} as written`,
  );
  const isWhole = new Set(codes).size === codes.length && told === codes.length && kept === codes.length && items === kept;
  if (!isWhole || same !== Math.min(opened, codes.length)) throw new Error('Complaints were lost or doubled');
  if (Object.keys(notRegistered).length + Object.keys(readErrors).length > 0) throw new Error('Some visitors were not served');
}

async function openSome(some: LoadTold['registered'], port: number): Promise<number> {
  const query = 'mutation($key: ComplaintKey!) { openComplaint(key: $key) { ... on ComplaintAnswer { facts } } }';
  let same = 0;
  for (const { code, facts } of some) {
    const answer = await fetch(`http://127.0.0.1:${port}/public/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-duban': '1' },
      body: JSON.stringify({ query, variables: { key: { code, secret } } }),
    });
    const { data } = (await answer.json()) as { data: { openComplaint: { facts?: string } } };
    if (data.openComplaint.facts === facts) same += 1;
  }
  return same;
}
