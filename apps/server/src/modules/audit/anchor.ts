import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sql } from '../../database.ts';
import { keys, mac } from '../../keys.ts';

/**
 * A day's seal. It covers the item events since the anchor before it, in order of id, and the head of the system chain; each anchor holds the
 * hash of the one before, so the last seals the whole history. As sealed events never change, an anchor can be computed anew at any time, and
 * all anchors together in one reading.
 */
export interface Anchor {
  day: string;
  lastItemEvent: number;
  itemEvents: number;
  systemEvents: number;
  digest: string;
  previousHash: string;
  hash: string;
  /** ISO instant. */
  recordedAt: string;
}

/** Key of the lock that writers of item events share and the sealer has alone; the trigger `item_event_wait_for_seal` takes it. */
export const sealLock = 20_140_059;

export const anchorColumns = sql`day, last_item_event, item_events, system_events, digest, previous_hash, hash, recorded_at`;

/** An anchor as the table holds it. */
export const anchorRow = z
  .object({
    day: z.string(),
    last_item_event: z.number(),
    item_events: z.number(),
    system_events: z.number(),
    digest: z.string(),
    previous_hash: z.string(),
    hash: z.string(),
    recorded_at: z.date(),
  })
  .transform(
    (row): Anchor => ({
      day: row.day,
      lastItemEvent: row.last_item_event,
      itemEvents: row.item_events,
      systemEvents: row.system_events,
      digest: row.digest,
      previousHash: row.previous_hash,
      hash: row.hash,
      recordedAt: row.recorded_at.toISOString(),
    }),
  );

/** A sealed event, as the digest takes it. */
export const sealedRow = z.object({ id: z.number(), item_id: z.string(), sequence: z.number(), hash: z.string() });

/** Takes events in order of id, then the system chain's head, and answers the digest. */
export class SealDigest {
  readonly #hash = createHash('sha256');

  add(event: z.infer<typeof sealedRow>): void {
    this.#hash.update(`${event.id} ${event.item_id} ${event.sequence} ${event.hash}\n`);
  }

  close(systemHead: string): string {
    return this.#hash.update(`${systemHead}\n`).digest('hex');
  }
}

export function anchorHash(anchor: Omit<Anchor, 'hash'>): string {
  const { day, lastItemEvent, itemEvents, systemEvents, digest, previousHash, recordedAt } = anchor;
  return mac(keys.audit, JSON.stringify([day, lastItemEvent, itemEvents, systemEvents, digest, previousHash, recordedAt]));
}
