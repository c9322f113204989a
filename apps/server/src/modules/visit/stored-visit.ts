import type pg from 'pg';
import { z } from 'zod';
import { rows, type Sql, sql, type TableRow } from '../../database.ts';
import { ConflictError, NotFoundError } from '../../graphql/errors.ts';
import { upsertRows } from '../exchange/write-rows.ts';
import type { Viewer } from '../session/viewer.ts';
import { visitsVisibleTo } from './visit.policy.ts';

const storedNeed = z.object({
  id: z.string(),
  text: z.string(),
  unitId: z.string().nullable(),
  dueOn: z.string().nullable(),
  answer: z.string().nullable(),
  answeredOn: z.string().nullable(),
  itemId: z.string().nullable(),
});
/** A need as its row says it; its place in the list is its position. */
export type StoredNeed = z.infer<typeof storedNeed>;

export const storedVisit = z.object({
  id: z.string(),
  number: z.string(),
  postId: z.string(),
  contactPointId: z.string().nullable(),
  place: z.string(),
  countyId: z.string().nullable(),
  visitedOn: z.string(),
  kinds: z.array(z.string()),
  isFrontLine: z.boolean(),
  peopleMet: z.number(),
  met: z.string().nullable(),
  opinions: z.string().nullable(),
  decision: z.string().nullable(),
  enteredById: z.string().nullable(),
  enteredBy: z.string(),
  knownOn: z.string(),
  withdrawnOn: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  demo: z.boolean(),
  version: z.number(),
  needs: z.array(storedNeed),
  /** Hashes of the photos' contents, sorted. */
  photos: z.array(z.string()),
});
/** A visit as its rows say it. Days are ISO text. */
export type StoredVisit = z.infer<typeof storedVisit>;

/** The columns of `visit` with its needs and photos as `storedVisit` reads them, on alias `v`. */
export const storedColumns: Sql = sql`v.id, v.number, v.post_id AS "postId", v.contact_point_id AS "contactPointId", v.place,
  v.county_id AS "countyId", v.visited_on AS "visitedOn", v.kinds, v.is_front_line AS "isFrontLine", v.people_met AS "peopleMet", v.met,
  v.opinions, v.decision, v.entered_by_id AS "enteredById", v.entered_by AS "enteredBy", v.known_on AS "knownOn",
  v.withdrawn_on AS "withdrawnOn", v.withdrawn_reason AS "withdrawnReason", v.demo, v.version,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'text', n.text, 'unitId', n.unit_id, 'dueOn', n.due_on, 'answer', n.answer,
    'answeredOn', n.answered_on, 'itemId', n.item_id) ORDER BY n.position) FROM visit_need n WHERE n.visit_id = v.id), '[]') AS needs,
  ARRAY(SELECT a.file_hash FROM attachment a WHERE a.visit_id = v.id ORDER BY a.file_hash) AS photos`;

/** Locks a visit for a change. NotFoundError where the viewer sees none, ConflictError when it is no longer at the version seen. */
export async function lockVisit(tx: pg.PoolClient, viewer: Viewer, id: string, version: number): Promise<StoredVisit> {
  if (!z.uuid().safeParse(id).success) throw new NotFoundError();
  // The row first: its needs are read as they stand once it is ours.
  await tx.query('SELECT 1 FROM visit WHERE id = $1 FOR UPDATE', [id]);
  const [visit] = await rows(
    storedVisit,
    sql`SELECT ${storedColumns} FROM visit v WHERE v.id = ${id}::uuid AND ${visitsVisibleTo(viewer)}`,
    tx,
  );
  if (!visit) throw new NotFoundError();
  if (visit.version !== version) throw new ConflictError(visit.version);
  return visit;
}

/** Writes visits and their needs, new or in the place of those with their ids; needs that are no longer there go. */
export async function writeVisits(tx: pg.PoolClient, visits: readonly StoredVisit[]): Promise<void> {
  await upsertRows(tx, 'visit', ['id'], visits.map(visitRow));
  const needs = visits.flatMap(needRows);
  // A need that moves up would meet the one in its place: those there step aside first.
  await tx.query('UPDATE visit_need SET position = -1 - position WHERE visit_id = ANY($1)', [visits.map(({ id }) => id)]);
  await upsertRows(tx, 'visit_need', ['id'], needs);
  await tx.query('DELETE FROM visit_need WHERE visit_id = ANY($1) AND position < 0', [visits.map(({ id }) => id)]);
}

function visitRow(visit: StoredVisit): TableRow {
  return {
    id: visit.id,
    number: visit.number,
    post_id: visit.postId,
    contact_point_id: visit.contactPointId,
    place: visit.place,
    county_id: visit.countyId,
    visited_on: visit.visitedOn,
    kinds: visit.kinds,
    is_front_line: visit.isFrontLine,
    people_met: visit.peopleMet,
    met: visit.met,
    opinions: visit.opinions,
    decision: visit.decision,
    entered_by_id: visit.enteredById,
    entered_by: visit.enteredBy,
    known_on: visit.knownOn,
    withdrawn_on: visit.withdrawnOn,
    withdrawn_reason: visit.withdrawnReason,
    demo: visit.demo,
    version: visit.version,
  };
}

function needRows(visit: StoredVisit): TableRow[] {
  return visit.needs.map(({ id, text, unitId, dueOn, answer, answeredOn, itemId }, position) => ({
    id,
    visit_id: visit.id,
    position,
    text,
    unit_id: unitId,
    due_on: dueOn,
    answer,
    answered_on: answeredOn,
    item_id: itemId,
  }));
}
