import type pg from 'pg';
import { rows, sql } from '../../database.ts';
import { appendChained, type ChainedRoom, chainedFault, type RecordActor } from '../audit/chained-records.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { markOfName, type SealedName } from './person-name.ts';
import { storedColumns, storedRecord } from './stored-record.ts';

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

/** The register among the chained histories. */
const room: ChainedRoom = {
  word: 'accountability',
  table: 'accountability_event',
  called: '责任追究',
  acts: '登记、更正或撤销',
  witnesses: sql`SELECT payload::jsonb ->> 'hash' AS hash FROM system_event WHERE kind = 'ACCOUNTABILITY'`,
};

const chained = (record: StoredRecord) => ({
  id: record.id,
  number: record.number,
  version: record.version,
  snapshot: snapshotOf(record),
});

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
  const [witnessed] = await appendChained(tx, room, actor, { action, reason }, [chained(record)]);
  await recordSystemEvent(tx, {
    kind: 'ACCOUNTABILITY',
    actorId: actor.userId,
    actorTitle: actor.title,
    address: actor.address,
    payload: { act: action, ...witnessed },
  });
}

/** What of the register's history doesn't hold, in a sentence; null when all does. */
export async function registerFault(tx: pg.PoolClient): Promise<string | null> {
  const records = await rows(storedRecord, sql`SELECT ${storedColumns} FROM accountability r ORDER BY r.number`, tx);
  return chainedFault(tx, room, records.map(chained));
}
