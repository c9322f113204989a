import type pg from 'pg';
import { z } from 'zod';
import { sql } from '../../database.ts';
import { genesis } from '../item/event-chain.ts';
import { readStream } from './read-stream.ts';
import { systemHashOf } from './system-event.ts';
import type { PartResult } from './verify-audit.ts';

const systemRow = z.object({
  sequence: z.number(),
  kind: z.string(),
  actor_id: z.string().nullable(),
  actor_title: z.string(),
  address: z.string().nullable(),
  at: z.date(),
  recorded_at: z.date(),
  payload: z.string(),
  previous_hash: z.string(),
  hash: z.string(),
});

const events = sql`
  SELECT sequence, kind, actor_id, actor_title, address, at, recorded_at, payload, previous_hash, hash FROM system_event ORDER BY sequence`;

/** Computes every hash of the system chain anew, from its first entry: none may be changed, missing or out of order (model 15). */
export async function verifySystem(tx: pg.PoolClient): Promise<PartResult> {
  let count = 0;
  let previous = genesis;
  for await (const event of readStream(tx, systemRow, events)) {
    const fault = (why: string) => ({ count, fault: `系统记录第 ${count + 1} 条：${why}。` });
    if (event.sequence !== count + 1) return fault(`序号不连续，实际为第 ${event.sequence} 条（记录被删除或改号）`);
    if (event.previous_hash !== previous) return fault('前一条的校验值不一致');
    if (event.hash !== ownHash(event)) return fault('内容与校验值不一致（内容或校验值被改动）');
    count = event.sequence;
    previous = event.hash;
  }
  return { count, fault: null };
}

function ownHash(event: z.infer<typeof systemRow>): string {
  return systemHashOf({
    sequence: event.sequence,
    kind: event.kind,
    actorId: event.actor_id,
    actorTitle: event.actor_title,
    address: event.address,
    at: event.at.toISOString(),
    recordedAt: event.recorded_at.toISOString(),
    payload: event.payload,
    previousHash: event.previous_hash,
  });
}
