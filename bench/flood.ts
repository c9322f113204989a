import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pool } from '../apps/server/src/database.ts';
import { issueTicket } from '../apps/server/src/public/complaint/ticket.ts';
import { createServer } from '../apps/server/src/server.ts';
import { quietLog } from '../apps/server/src/testing/quiet-log.ts';
import type { FloodTask, FloodTold } from './flood-load.ts';

const secret = 'bench-secret-2014';
/** Complaints of as many other addresses while the flood is on. */
const complaintsOfOthers = 10;
/** How long others read before the flood. */
const quietMs = 8000;

/**
 * So many complaints from one address as fast as they are answered, each with a ticket gathered before: how many are taken and refused, and how
 * long others wait for a page meanwhile against before. Throws when a complaint that was told is missing, doubled or not the only one, and when
 * another address was not served.
 */
export async function benchFlood(complaints: number): Promise<void> {
  const app = await createServer({ log: quietLog, webFolder: '/nowhere' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  try {
    const before = await begin({ role: 'OTHERS', port, tickets: [], secret });
    await pause(quietMs);
    const quiet = await before.end();

    const others = await begin({ role: 'OTHERS', port, tickets: ripeTickets(complaintsOfOthers), secret });
    const started = performance.now();
    const flooder = await begin({ role: 'FLOOD', port, tickets: ripeTickets(complaints), secret });
    const flood = await flooder.told;
    const seconds = (performance.now() - started) / 1000;
    const meanwhile = await others.end();

    const rate = Math.round(complaints / seconds);
    console.log(`flood: ${complaints} complaints of one address in ${seconds.toFixed(1)} s (${rate} a second)`);
    console.log(`  taken ${flood.codes.length}  refused ${JSON.stringify(flood.refused)}`);
    tellReading(quiet.reads, meanwhile.reads);
    console.log(`  complaints of others taken ${meanwhile.codes.length} of ${complaintsOfOthers}`);
    await check([...flood.codes, ...meanwhile.codes]);
    if (meanwhile.codes.length < complaintsOfOthers || Object.keys(meanwhile.refused).length > 0)
      throw new Error(`Others were not served: ${JSON.stringify(meanwhile.refused)}`);
  } finally {
    await app.close();
  }
}

/** Starts visitors in a process of their own. `told` ends by itself for a flood, by `end` for others. */
async function begin(task: FloodTask): Promise<{ told: Promise<FloodTold>; end: () => Promise<FloodTold> }> {
  const child: ChildProcess = fork(new URL('./flood-load.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const next = async <Message>() =>
    (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`The visitors' process ended with ${String(code)}`))),
    ])) as [Message];
  await next<'ready'>();
  child.send(task);
  const told = next<FloodTold>().then(([answer]) => answer);
  return {
    told,
    end: () => {
      child.send('end');
      return told;
    },
  };
}

/** Tickets as somebody gathers them from the form before they complain. */
const ripeTickets = (count: number) => Array.from({ length: count }, () => issueTicket(Date.now() - 10_000));

function tellReading(quiet: number[], flooded: number[]): void {
  const at = (times: number[], share: number) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? Number.NaN;
  for (const [name, share] of [
    ['median', 0.5],
    ['p95', 0.95],
    ['worst', 1],
  ] as const) {
    const [one, other] = [at(quiet, share), at(flooded, share)];
    console.log(
      `  others wait ${name.padEnd(6)} ${one.toFixed(0)} ms, in the flood ${other.toFixed(0)} ms  ratio ${(other / one).toFixed(2)}`,
    );
  }
  console.log(`  pages read ${quiet.length} and ${flooded.length}`);
}

/** Every code told is kept once, with an item of its own, and nothing else came in. */
async function check(codes: readonly string[]): Promise<void> {
  const plain = codes.map((code) => code.replace('-', ''));
  const { rows } = await pool.query<{ kept: number; told: number; items: number }>(
    `SELECT count(*) AS kept, count(*) FILTER (WHERE query_code = ANY($1)) AS told, count(DISTINCT item_id) AS items
     FROM complaint WHERE query_code IS NOT NULL`,
    [plain],
  );
  const { kept, told, items } = rows[0]!;
  console.log(`  told ${plain.length}, kept ${kept}, of them told ${told}, items ${items}`);
  if (told !== plain.length || kept !== told || items !== told) throw new Error('Complaints were lost or doubled');
}
