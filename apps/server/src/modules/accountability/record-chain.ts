import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { insertRows, rows, sql } from '../../database.ts';
import { keys, mac } from '../../keys.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { genesis } from '../item/event-chain.ts';
import { markOfName, type SealedName } from './person-name.ts';

export const recordActions = ['CREATE', 'CORRECT', 'REVOKE'] as const;
export type RecordAction = (typeof recordActions)[number];

/** A record as its row says it, with the name sealed. Days are ISO text. */
export interface StoredRecord extends SealedName {
  id: string;
  number: string;
  unitId: string;
  post: string;
  postLevel: string;
  administrativeHead: boolean;
  fact: string;
  rule: string;
  form: string;
  decidedBy: string;
  decidedOn: string;
  effect: string | null;
  effectUntil: string | null;
  itemId: string | null;
  enforcementRecord: string | null;
  source: string | null;
  revokedOn: string | null;
  revokedReason: string | null;
  demo: boolean;
  version: number;
}

/** Everything that a record says, as JSON: the same record always gives the same text. Of the name only its mark. */
export function snapshotOf(record: StoredRecord): string {
  const { number, unitId, post, postLevel, administrativeHead, fact, rule, form, decidedBy, decidedOn } = record;
  const { effect, effectUntil, itemId, enforcementRecord, source, revokedOn, revokedReason, demo } = record;
  return JSON.stringify({
    ...{ number, unitId, post, postLevel, administrativeHead, fact, rule, form, decidedBy, decidedOn },
    ...{ effect, effectUntil, itemId, enforcementRecord, source, name: markOfName(record), revokedOn, revokedReason, demo },
  });
}

/** What an event's hash covers: everything that it says. */
export interface ChainedRecordEvent {
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
export function recordHashOf(event: ChainedRecordEvent): string {
  const { recordId, sequence, action, reason, actorId, actorTitle, at, recordedAt, payload, previousHash } = event;
  return mac(
    keys.audit,
    JSON.stringify(['accountability', recordId, sequence, action, reason, actorId, actorTitle, at, recordedAt, payload, previousHash]),
  );
}

/** Who acts on the register, from where; `userId` null: the system, when it loads the demo. */
export interface RecordActor {
  userId: string | null;
  title: string;
  address: string | null;
}

/**
 * Appends what was done to a record, whose row stands already, and has the system chain witness it: the chain carries number, version and
 * hash alone, so that the audit administrator can prove the history without reading the register. Last in its transaction: the system
 * chain's writers queue.
 */
export async function appendRecordEvent(
  tx: pg.PoolClient,
  actor: RecordActor,
  { record, action, reason }: { record: StoredRecord; action: RecordAction; reason: string | null },
): Promise<void> {
  const [before] = await rows(
    z.object({ hash: z.string() }),
    sql`SELECT hash FROM accountability_event WHERE record_id = ${record.id}::uuid ORDER BY sequence DESC LIMIT 1`,
    tx,
  );
  const event: ChainedRecordEvent = {
    recordId: record.id,
    sequence: record.version,
    action,
    reason,
    actorId: actor.userId,
    actorTitle: actor.title,
    at: clock.now().toISOString(),
    recordedAt: new Date().toISOString(),
    payload: snapshotOf(record),
    previousHash: before?.hash ?? genesis,
  };
  const hash = recordHashOf(event);
  await insertRows(tx, 'accountability_event', [
    {
      record_id: event.recordId,
      sequence: event.sequence,
      action,
      reason,
      actor_id: event.actorId,
      actor_title: event.actorTitle,
      at: event.at,
      recorded_at: event.recordedAt,
      payload: event.payload,
      previous_hash: event.previousHash,
      hash,
    },
  ]);
  await recordSystemEvent(tx, {
    kind: 'ACCOUNTABILITY',
    actorId: actor.userId,
    actorTitle: actor.title,
    address: actor.address,
    payload: { act: action, number: record.number, version: record.version, hash },
  });
}
