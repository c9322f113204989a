import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { insertRows, raw, rows, type Sql, sql } from '../../database.ts';
import { keys, mac } from '../../keys.ts';
import { genesis } from '../item/event-chain.ts';

/** A kind of records whose history is append-only and chained, each event witnessed by the system chain. */
export interface ChainedRoom {
  /** Its word in every hash: no event of one room passes for one of another. */
  word: string;
  /** Its table of events. */
  table: string;
  /** What it and its acts are called in a fault. */
  called: string;
  acts: string;
  /** The hashes that the system chain witnesses: a query of one column, `hash`. */
  witnesses: Sql;
}

/** A record as it now stands. */
export interface ChainedRecord {
  id: string;
  number: string;
  /** Number of its newest event. */
  version: number;
  /** Everything that it says: the same record always gives the same text. */
  snapshot: string;
}

/** Who acts, from where; `userId` null: the system, when it loads the demo. */
export interface RecordActor {
  userId: string | null;
  title: string;
  address: string | null;
}

/** What an event's hash covers: everything that it says. */
export interface ChainedEvent {
  recordId: string;
  sequence: number;
  action: string;
  reason: string | null;
  actorId: string | null;
  actorTitle: string;
  /** ISO instants, UTC, milliseconds: business time, real time. */
  at: string;
  recordedAt: string;
  payload: string;
  previousHash: string;
}

/** HMAC over the event and the hash before it. */
export function chainedHashOf({ word }: Pick<ChainedRoom, 'word'>, event: ChainedEvent): string {
  const { recordId, sequence, action, reason, actorId, actorTitle, at, recordedAt, payload, previousHash } = event;
  return mac(
    keys.audit,
    JSON.stringify([word, recordId, sequence, action, reason, actorId, actorTitle, at, recordedAt, payload, previousHash]),
  );
}

/** What the system chain is to keep of an event. */
export interface Witnessed {
  number: string;
  version: number;
  hash: string;
}

/** Appends one event to each record, whose row stands already; the caller has the system chain witness what is answered. */
export async function appendChained(
  tx: pg.PoolClient,
  room: ChainedRoom,
  actor: RecordActor,
  { action, reason }: { action: string; reason: string | null },
  records: readonly ChainedRecord[],
): Promise<Witnessed[]> {
  const heads = await rows(
    z.object({ id: z.string(), hash: z.string() }),
    sql`SELECT DISTINCT ON (record_id) record_id AS id, hash FROM ${raw(room.table)}
        WHERE record_id = ANY(${records.map(({ id }) => id)}::uuid[]) ORDER BY record_id, sequence DESC`,
    tx,
  );
  const headOf = new Map(heads.map(({ id, hash }) => [id, hash]));
  const [at, recordedAt] = [clock.now().toISOString(), new Date().toISOString()];
  const events = records.map(({ id, number, version, snapshot }) => {
    const event: ChainedEvent = {
      recordId: id,
      sequence: version,
      action,
      reason,
      actorId: actor.userId,
      actorTitle: actor.title,
      at,
      recordedAt,
      payload: snapshot,
      previousHash: headOf.get(id) ?? genesis,
    };
    return { ...event, number, hash: chainedHashOf(room, event) };
  });
  await insertRows(
    tx,
    room.table,
    events.map((event) => ({
      record_id: event.recordId,
      sequence: event.sequence,
      action,
      reason,
      actor_id: event.actorId,
      actor_title: event.actorTitle,
      at,
      recorded_at: recordedAt,
      payload: event.payload,
      previous_hash: event.previousHash,
      hash: event.hash,
    })),
  );
  return events.map(({ number, sequence, hash }) => ({ number, version: sequence, hash }));
}

const eventRow = z.object({
  recordId: z.string(),
  sequence: z.number(),
  action: z.string(),
  reason: z.string().nullable(),
  actorId: z.string().nullable(),
  actorTitle: z.string(),
  at: z.date(),
  recordedAt: z.date(),
  payload: z.string(),
  previousHash: z.string(),
  hash: z.string(),
  isWitnessed: z.boolean(),
});

/**
 * What of a room's records doesn't hold, in a sentence; null when all does: every record's chain, its rows against its newest event, and the
 * system chain's witness of each event, so that neither a row nor the end of a history can be changed unseen. `records`: all there are.
 */
export async function chainedFault(tx: pg.PoolClient, room: ChainedRoom, records: readonly ChainedRecord[]): Promise<string | null> {
  const { called, acts, table, witnesses } = room;
  const events = await rows(
    eventRow,
    sql`WITH witness AS MATERIALIZED (${witnesses})
        SELECT record_id AS "recordId", sequence, action, reason, actor_id AS "actorId", actor_title AS "actorTitle", at,
          recorded_at AS "recordedAt", payload, previous_hash AS "previousHash", e.hash, w.hash IS NOT NULL AS "isWitnessed"
        FROM ${raw(table)} e LEFT JOIN witness w ON w.hash = e.hash ORDER BY record_id, sequence`,
    tx,
  );
  const eventsOf = new Map<string, typeof events>();
  for (const event of events) {
    const chain = eventsOf.get(event.recordId);
    if (chain) chain.push(event);
    else eventsOf.set(event.recordId, [event]);
  }
  for (const { id, number, version, snapshot } of records) {
    let previous = genesis;
    const chain = eventsOf.get(id) ?? [];
    for (const [index, event] of chain.entries()) {
      const fault = (why: string) => `${called} ${number} 第 ${index + 1} 条记录：${why}。`;
      if (event.sequence !== index + 1) return fault('序号不连续（记录被删除或改号）');
      if (event.previousHash !== previous) return fault('前一条的校验值不一致');
      const said = { ...event, at: event.at.toISOString(), recordedAt: event.recordedAt.toISOString() };
      if (event.hash !== chainedHashOf(room, said)) return fault('内容与校验值不一致（内容或校验值被改动）');
      if (!event.isWitnessed) return fault('系统记录中没有对应的记载');
      previous = event.hash;
    }
    if (chain.length !== version) return `${called} ${number}：应有 ${version} 条记录，实有 ${chain.length} 条。`;
    if (chain.at(-1)?.payload !== snapshot) return `${called} ${number}：现有内容与最后一条记录不一致。`;
  }
  const [told] = await rows(z.object({ count: z.number() }), sql`SELECT count(*)::int AS count FROM (${witnesses}) w`, tx);
  const count = told?.count ?? 0;
  return count === events.length ? null : `${called}：系统记录记载了 ${count} 次${acts}，实有 ${events.length} 条记录。`;
}
