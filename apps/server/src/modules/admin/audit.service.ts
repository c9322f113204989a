import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { keys, mac } from '../../keys.ts';
import { genesis } from '../item/event-chain.ts';

/** Whether the system chain is whole. */
export interface ChainCheck {
  count: number;
  isIntact: boolean;
  /** The first entry that doesn't follow from those before. */
  brokenAt: number | null;
}

const eventRow = z.object({
  sequence: z.number(),
  kind: z.string(),
  actor_id: z.string().nullable(),
  actor_title: z.string(),
  address: z.string().nullable(),
  at: z.date(),
  payload: z.string(),
  previous_hash: z.string(),
  hash: z.string(),
});

/** Entries read at a time. */
const batch = 5000;

/** Computes every hash of the system chain anew, from its first entry: none may be changed, missing or out of order (model 15). */
export async function checkSystemChain(): Promise<ChainCheck> {
  let count = 0;
  let previous = genesis;
  for (;;) {
    const events = await rows(
      eventRow,
      sql`SELECT sequence, kind, actor_id, actor_title, address, at, payload, previous_hash, hash
          FROM system_event WHERE sequence > ${count} ORDER BY sequence LIMIT ${batch}`,
    );
    for (const event of events) {
      const { sequence, kind, actor_id, actor_title, address, at, payload, previous_hash, hash } = event;
      const own = mac(
        keys.audit,
        JSON.stringify([sequence, kind, actor_id, actor_title, address, at.toISOString(), payload, previous_hash]),
      );
      if (sequence !== count + 1 || previous_hash !== previous || own !== hash) return { count, isIntact: false, brokenAt: count + 1 };
      count = sequence;
      previous = hash;
    }
    if (events.length < batch) return { count, isIntact: true, brokenAt: null };
  }
}
