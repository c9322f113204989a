import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '@duban/rules/calendar';
import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, sql, transaction } from '../../database.ts';
import { genesis } from '../item/event-chain.ts';
import { type Anchor, anchorColumns, anchorHash, anchorRow, SealDigest, sealedRow, sealLock } from './anchor.ts';
import { anchorFile, appendAnchors } from './anchor-file.ts';
import { readStream } from './read-stream.ts';

/** Tries to find no event under way, and the pause between them: about 10 s. Then the sealer queues, and writers behind it. */
const tries = 100;
const pauseMs = 100;

/**
 * Seals everything committed by now as the anchor of a business day that is over, and writes its line to the file; also the lines that an
 * earlier run did not come to write. Doing it again does nothing. Answers the anchor, or null when a later day is sealed already.
 */
export async function sealDay(day: string, file = anchorFile()): Promise<Anchor | null> {
  for (let attempt = 1; ; attempt += 1) {
    const sealed = await transaction((tx) => seal(tx, day, attempt === tries));
    if (sealed !== 'busy') {
      await appendAnchors(file, await rows(anchorRow, sql`SELECT ${anchorColumns} FROM audit_anchor ORDER BY day`));
      return sealed;
    }
    await pause(pauseMs);
  }
}

/** Seals yesterday unless it is sealed: to be called when the server starts and when a day begins. */
export function sealYesterday(file = anchorFile()): Promise<Anchor | null> {
  return sealDay(addDays(clock.today(), -1), file);
}

const headRow = z.object({ sequence: z.number(), hash: z.string() });

async function seal(tx: pg.PoolClient, day: string, mayQueue: boolean): Promise<Anchor | null | 'busy'> {
  if (mayQueue) await tx.query('SELECT pg_advisory_xact_lock($1)', [sealLock]);
  else {
    const { rows: taken } = await tx.query<{ taken: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS taken', [sealLock]);
    if (!taken[0]!.taken) return 'busy';
  }
  const [last] = await rows(anchorRow, sql`SELECT ${anchorColumns} FROM audit_anchor ORDER BY day DESC LIMIT 1`, tx);
  if (last && last.day >= day) return last.day === day ? last : null;
  const [head = { sequence: 0, hash: genesis }] = await rows(
    headRow,
    sql`SELECT sequence, hash FROM system_event ORDER BY sequence DESC LIMIT 1`,
    tx,
  );
  const digest = new SealDigest();
  let lastItemEvent = last?.lastItemEvent ?? 0;
  let itemEvents = last?.itemEvents ?? 0;
  const fresh = sql`SELECT id, item_id, sequence, hash FROM item_event WHERE id > ${lastItemEvent} ORDER BY id`;
  for await (const event of readStream(tx, sealedRow, fresh)) {
    digest.add(event);
    lastItemEvent = event.id;
    itemEvents += 1;
  }
  const unsigned = {
    day,
    lastItemEvent,
    itemEvents,
    systemEvents: head.sequence,
    digest: digest.close(head.hash),
    previousHash: last?.hash ?? genesis,
    recordedAt: new Date().toISOString(),
  };
  const anchor: Anchor = { ...unsigned, hash: anchorHash(unsigned) };
  await tx.query(
    `INSERT INTO audit_anchor (day, last_item_event, item_events, system_events, digest, previous_hash, hash, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [day, lastItemEvent, itemEvents, head.sequence, anchor.digest, anchor.previousHash, anchor.hash, anchor.recordedAt],
  );
  return anchor;
}
