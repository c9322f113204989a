import type pg from 'pg';
import { rows, sql } from '../../database.ts';
import { appendChained, type ChainedRoom, chainedFault, type RecordActor } from '../audit/chained-records.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { type StoredVisit, storedColumns, storedVisit } from './stored-visit.ts';

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

/** Visits among the chained histories; one event of the system chain may witness several. */
const room: ChainedRoom = {
  word: 'visit',
  table: 'visit_event',
  called: '走访',
  acts: '录入、更正或办理',
  witnesses: sql`SELECT w ->> 'hash' AS hash FROM system_event, jsonb_array_elements(payload::jsonb -> 'visits') w WHERE kind = 'VISIT'`,
};

const chained = (visit: StoredVisit) => ({ id: visit.id, number: visit.number, version: visit.version, snapshot: snapshotOf(visit) });

/**
 * Appends what was done to visits, whose rows stand already, and has one event of the system chain witness all of it: number, version and
 * hash of each alone. Last in its transaction: the system chain's writers queue.
 */
export async function appendVisitEvents(
  tx: pg.PoolClient,
  actor: RecordActor,
  action: VisitAction,
  visits: readonly StoredVisit[],
  reason: string | null = null,
): Promise<void> {
  if (visits.length === 0) return;
  const witnessed = await appendChained(tx, room, actor, { action, reason }, visits.map(chained));
  await recordSystemEvent(tx, {
    kind: 'VISIT',
    actorId: actor.userId,
    actorTitle: actor.title,
    address: actor.address,
    payload: { act: action, visits: witnessed },
  });
}

/** What of the visits' history doesn't hold, in a sentence; null when all does. */
export async function visitsFault(tx: pg.PoolClient): Promise<string | null> {
  const visits = await rows(storedVisit, sql`SELECT ${storedColumns} FROM visit v ORDER BY v.number`, tx);
  return chainedFault(tx, room, visits.map(chained));
}
