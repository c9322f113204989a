import { type Day, openEnded } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { row, rows, sql } from '../../database.ts';
import { ConflictError, type FieldProblem, forbidden, InputError, NotFoundError } from '../../graphql/errors.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { orderedId } from '../item/ordered-id.ts';
import type { Viewer } from '../session/viewer.ts';
import { keepsContactPoints } from './visit.policy.ts';
import { readContactPoints, readLeaders } from './visit-ground.ts';

const longestName = 60;

/** A contact point as it came in. */
export interface ContactPointInput {
  /** Of one that is changed. */
  id?: string | null | undefined;
  /** Of one that is changed, as seen. */
  version?: number | null | undefined;
  postId: string;
  name: string;
  countyId?: string | null | undefined;
  validFrom: Day;
  /** Absent: still. */
  validTo?: Day | null | undefined;
}

/**
 * Adds a contact point (联系点), or changes the one with its id: from when to when its leader owes visits. The leader of one that has visits
 * stays. Answers its id. InputError at its fields; FORBIDDEN for all but the supervision office. Goes on the system chain.
 */
export async function saveContactPoint(tx: pg.PoolClient, viewer: Viewer, address: string, input: ContactPointInput): Promise<string> {
  if (!keepsContactPoints(viewer)) throw forbidden();
  const present = input.id ? await lock(tx, input.id, input.version ?? 0) : null;
  const name = input.name.trim();
  const validTo = input.validTo ?? openEnded;
  const countyId = input.countyId || null;
  const problems: FieldProblem[] = [];
  const say = (field: keyof ContactPointInput, code: string, message: string) => problems.push({ field, code, message });
  const leaders = await readLeaders(sql`p.id = ${input.postId}`, tx);
  if (leaders.length === 0) say('postId', 'UNKNOWN', '没有这位领导的岗位，请重新选择。');
  if (name === '') say('name', 'REQUIRED', '请填写联系点名称。');
  if ([...name].length > longestName) say('name', 'TOO_LONG', `联系点名称最多 ${longestName} 字。`);
  if (validTo < input.validFrom) say('validTo', 'BEFORE_START', '截止日期不能早于开始日期。');
  const { county, twin } = await row(
    z.object({ county: z.boolean(), twin: z.boolean() }),
    sql`SELECT ${countyId}::text IS NULL OR EXISTS (SELECT 1 FROM unit WHERE id = ${countyId} AND kind = 'COUNTY') AS county,
          EXISTS (SELECT 1 FROM contact_point WHERE post_id = ${input.postId} AND name = ${name} AND id IS DISTINCT FROM ${present?.id ?? null}::uuid
            AND valid_from <= ${validTo}::date AND valid_to >= ${input.validFrom}::date) AS twin`,
    tx,
  );
  if (!county) say('countyId', 'UNKNOWN', '没有这个县区，请重新选择。');
  if (twin) say('name', 'TAKEN', '这位领导在同一时期已有同名的联系点。');
  if (present) {
    const { hasOthers, hasOutside } = await row(
      z.object({ hasOthers: z.boolean(), hasOutside: z.boolean() }),
      sql`SELECT EXISTS (SELECT 1 FROM visit WHERE contact_point_id = ${present.id}::uuid AND post_id <> ${input.postId}) AS "hasOthers",
            EXISTS (SELECT 1 FROM visit WHERE contact_point_id = ${present.id}::uuid AND withdrawn_on IS NULL
              AND visited_on NOT BETWEEN ${input.validFrom}::date AND ${validTo}::date) AS "hasOutside"`,
      tx,
    );
    if (hasOthers) say('postId', 'HAS_VISITS', '这个联系点已有走访记录，不能改换领导，请另建联系点。');
    if (hasOutside) say('validTo', 'HAS_VISITS', '有的走访记录不在这段时间之内，请核对起止日期。');
  }
  if (problems.length > 0) throw new InputError(problems);
  const id = present?.id ?? orderedId();
  await tx.query(
    `INSERT INTO contact_point (id, post_id, name, county_id, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET post_id = excluded.post_id, name = excluded.name, county_id = excluded.county_id,
       valid_from = excluded.valid_from, valid_to = excluded.valid_to, version = contact_point.version + 1`,
    [id, input.postId, name, countyId, input.validFrom, validTo],
  );
  await recordSystemEvent(tx, {
    kind: 'CONTACT_POINT',
    actorId: viewer.userId,
    actorTitle: viewer.postTitle,
    address,
    payload: { id, postId: input.postId, name, countyId, validFrom: input.validFrom, validTo },
  });
  return id;
}

async function lock(tx: pg.PoolClient, id: string, version: number): Promise<{ id: string }> {
  if (!z.uuid().safeParse(id).success) throw new NotFoundError();
  await rows(z.object({ id: z.string() }), sql`SELECT id FROM contact_point WHERE id = ${id}::uuid FOR UPDATE`, tx);
  const [point] = await readContactPoints(sql`g.id = ${id}::uuid`, tx);
  if (!point) throw new NotFoundError();
  if (point.version !== version) throw new ConflictError(point.version);
  return point;
}
