import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { insertRows, rows, sql } from '../../database.ts';
import { keys, mac } from '../../keys.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { genesis } from '../item/event-chain.ts';
import type { StoredVisit } from './stored-visit.ts';

export const visitActions = ['CREATE', 'CORRECT', 'RAISE_NEED', 'ANSWER_NEED', 'WITHDRAW'] as const;
export type VisitAction = (typeof visitActions)[number];

/** Everything that a visit's record says, as JSON: the same record always gives the same text. Of photos the hashes of their contents. */
export function snapshotOf(visit: StoredVisit): string {
  const { number, postId, contactPointId, place, countyId, visitedOn, kinds, isFrontLine, peopleMet, met, opinions, decision } = visit;
  const { enteredBy, knownOn, withdrawnOn, withdrawnReason, demo, photos } = visit;
  const needs = visit.needs.map(({ id, text, unitId, dueOn, answer, answeredOn, itemId }) => ({
    ...{ id, text, unitId, dueOn, answer, answeredOn, itemId },
  }));
  return JSON.stringify({
    ...{ number, postId, contactPointId, place, countyId, visitedOn, kinds, isFrontLine, peopleMet, met, opinions, decision },
    ...{ needs, photos: [...photos].sort(), enteredBy, knownOn, withdrawnOn, withdrawnReason, demo },
  });
}

/** What an event's hash covers: everything that it says. */
export interface ChainedVisitEvent {
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
export function visitHashOf(event: ChainedVisitEvent): string {
  const { recordId, sequence, action, reason, actorId, actorTitle, at, recordedAt, payload, previousHash } = event;
  return mac(
    keys.audit,
    JSON.stringify(['visit', recordId, sequence, action, reason, actorId, actorTitle, at, recordedAt, payload, previousHash]),
  );
}

/** Who acts on a visit's record, from where; `userId` null: the system, when it loads the demo. */
export interface VisitActor {
  userId: string | null;
  title: string;
  address: string | null;
}

/**
 * Appends what was done to visits, whose rows stand already, and has one event of the system chain witness all of it: number, version and
 * hash of each alone. Last in its transaction: the system chain's writers queue.
 */
export async function appendVisitEvents(
  tx: pg.PoolClient,
  actor: VisitActor,
  action: VisitAction,
  visits: readonly StoredVisit[],
  reason: string | null = null,
): Promise<void> {
  if (visits.length === 0) return;
  const heads = await rows(
    z.object({ id: z.string(), hash: z.string() }),
    sql`SELECT DISTINCT ON (record_id) record_id AS id, hash FROM visit_event
        WHERE record_id = ANY(${visits.map(({ id }) => id)}::uuid[]) ORDER BY record_id, sequence DESC`,
    tx,
  );
  const headOf = new Map(heads.map(({ id, hash }) => [id, hash]));
  const [at, recordedAt] = [clock.now().toISOString(), new Date().toISOString()];
  const events = visits.map((visit) => {
    const event: ChainedVisitEvent = {
      recordId: visit.id,
      sequence: visit.version,
      action,
      reason,
      actorId: actor.userId,
      actorTitle: actor.title,
      at,
      recordedAt,
      payload: snapshotOf(visit),
      previousHash: headOf.get(visit.id) ?? genesis,
    };
    return { ...event, number: visit.number, hash: visitHashOf(event) };
  });
  await insertRows(
    tx,
    'visit_event',
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
  await recordSystemEvent(tx, {
    kind: 'VISIT',
    actorId: actor.userId,
    actorTitle: actor.title,
    address: actor.address,
    payload: { act: action, visits: events.map(({ number, sequence, hash }) => ({ number, version: sequence, hash })) },
  });
}
