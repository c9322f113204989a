import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, sql } from '../../database.ts';
import { keys, mac } from '../../keys.ts';
import { genesis } from '../item/event-chain.ts';

/** What is written to the system's own chain beside the items' chains (model 15). */
export interface SystemAct {
  kind:
    | 'SIGN_IN'
    | 'SIGN_IN_REFUSED'
    | 'SIGN_OUT'
    | 'PASSWORD_CHANGED'
    | 'SESSION_REVOKED'
    | 'SET_UP'
    | 'ADMINISTRATION'
    | 'COMPLAINANT_REVEALED'
    | 'RAISER_REVEALED'
    | 'ACCOUNTABILITY'
    | 'ACCOUNTABLE_PERSON_REVEALED'
    | 'VISIT'
    | 'CONTACT_POINT'
    | 'RECTIFICATION'
    | 'EXPORT';
  actorId: string | null;
  actorTitle: string;
  address: string | null;
  payload: Record<string, unknown>;
}

/** What the hash of a system event covers: everything that it says. */
export interface ChainedSystemEvent {
  sequence: number;
  kind: string;
  actorId: string | null;
  actorTitle: string;
  address: string | null;
  /** ISO instants, UTC, milliseconds: business time, real time. */
  at: string;
  recordedAt: string;
  payload: string;
  previousHash: string;
}

/** HMAC over the event and the hash before it. */
export function systemHashOf(event: ChainedSystemEvent): string {
  const { sequence, kind, actorId, actorTitle, address, at, recordedAt, payload, previousHash } = event;
  return mac(keys.audit, JSON.stringify([sequence, kind, actorId, actorTitle, address, at, recordedAt, payload, previousHash]));
}

/** Any number; all writers of the chain queue on it. */
const chainLock = 20_140_058;

const headRow = z.object({ sequence: z.number(), hash: z.string() });

/** Appends to the system chain inside the caller's transaction. Appends queue until that transaction ends, so keep it short. */
export async function recordSystemEvent(tx: pg.PoolClient, act: SystemAct): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [chainLock]);
  const [head = { sequence: 0, hash: genesis }] = await rows(
    headRow,
    sql`SELECT sequence, hash FROM system_event ORDER BY sequence DESC LIMIT 1`,
    tx,
  );
  const event = {
    sequence: head.sequence + 1,
    kind: act.kind,
    actorId: act.actorId,
    actorTitle: act.actorTitle,
    address: act.address,
    at: clock.now().toISOString(),
    recordedAt: new Date().toISOString(),
    payload: JSON.stringify(act.payload),
    previousHash: head.hash,
  };
  await tx.query(
    `INSERT INTO system_event (sequence, kind, actor_id, actor_title, address, at, recorded_at, payload, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [...Object.values(event), systemHashOf(event)],
  );
}
