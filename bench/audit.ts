import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pool, transaction } from '../apps/server/src/database.ts';
import { verifyAudit } from '../apps/server/src/modules/audit/verify-audit.ts';
import { changeItems } from '../apps/server/src/modules/item/change-items.ts';
import type { Change } from '../apps/server/src/modules/item/item-change.ts';
import { measure, type Timing } from './measure.ts';

/** Changes written in one transaction. */
const batch = 2000;

/**
 * What the chain costs: verifying the whole history against bare reading of the same events in the same order, and writing changes against
 * writing them with the hash switched off. In turns, in the same run.
 */
export async function benchAudit(): Promise<void> {
  const { rows: counted } = await pool.query<{ count: number }>('SELECT count(*) AS count FROM item_event');
  const events = counted[0]!.count;
  const file = join(tmpdir(), 'duban-bench-no-anchors.log');
  const verify = async () => {
    const { fault } = await verifyAudit({ file });
    if (fault) throw new Error(fault);
  };
  const [verified, read] = await measure([verify, readBare], 5);
  tell('verify the whole history', events, verified!);
  tell('  bare reading of the same events', events, read!);
  console.log(`  ratio ${(verified!.median / read!.median).toFixed(2)}`);

  const changes = await changesToWrite();
  const write = () => writeAndUndo(changes);
  const [chained, unchained] = await measure([write, () => withoutHash(write)], 9);
  tell('write changes', changes.length, chained!);
  tell('  with the hash switched off', changes.length, unchained!);
  console.log(`  ratio ${(chained!.median / unchained!.median).toFixed(2)}`);
}

function tell(name: string, count: number, { median }: Timing): void {
  console.log(`${name.padEnd(34)} ${count} in ${median.toFixed(0)} ms: ${Math.round((count / median) * 1000)} a second`);
}

function readBare(): Promise<void> {
  return transaction(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query('DECLARE bare NO SCROLL CURSOR FOR SELECT * FROM item_event ORDER BY item_id, sequence');
    for (;;) {
      const { rowCount } = await tx.query('FETCH 2000 FROM bare');
      if (!rowCount) return;
    }
  });
}

async function changesToWrite(): Promise<Change[]> {
  const { rows: items } = await pool.query<{ id: string; version: number }>(
    "SELECT id, version FROM item WHERE state = 'IN_PROGRESS' ORDER BY id LIMIT $1",
    [batch],
  );
  const title = '测量用标题';
  return items.map(({ id, version }) => ({ action: 'IMPORT_FACTS', itemId: id, version, facts: { title }, payload: { title } }));
}

/** Every turn finds the same database. */
async function writeAndUndo(changes: readonly Change[]): Promise<void> {
  const undo = new Error('undo');
  await transaction(async (tx) => {
    await changeItems(tx, { userId: null, title: '测量' }, changes);
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
}

/** Runs the work with an HMAC that computes nothing, in this process alone. */
async function withoutHash(work: () => Promise<void>): Promise<void> {
  const { createHmac } = crypto;
  const idle = { update: () => idle, digest: () => '0'.repeat(64) };
  crypto.createHmac = (() => idle) as unknown as typeof createHmac;
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    crypto.createHmac = createHmac;
    syncBuiltinESMExports();
  }
}
