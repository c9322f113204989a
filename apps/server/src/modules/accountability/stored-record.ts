import type pg from 'pg';
import { z } from 'zod';
import { rows, type Sql, sql } from '../../database.ts';
import { ConflictError, NotFoundError } from '../../graphql/errors.ts';
import type { Viewer } from '../session/viewer.ts';
import { recordsVisibleTo } from './accountability.policy.ts';
import type { StoredRecord } from './record-chain.ts';

const bytes = z.instanceof(Buffer).nullable();

/** The columns of `accountability` as `storedRecord` reads them, on alias `r`. */
export const storedColumns: Sql = sql`r.id, r.number, r.unit_id AS "unitId", r.post, r.post_level AS "postLevel",
  r.administrative_head AS "administrativeHead", r.fact, r.rule, r.form, r.decided_by AS "decidedBy", r.decided_on AS "decidedOn",
  r.effect, r.effect_until AS "effectUntil", r.item_id AS "itemId", r.enforcement_record AS "enforcementRecord", r.source,
  r.wrapped_key AS "wrappedKey", r.name_cipher AS "nameCipher", r.revoked_on AS "revokedOn", r.revoked_reason AS "revokedReason",
  r.demo, r.version`;

export const storedRecord: z.ZodType<StoredRecord> = z.object({
  id: z.string(),
  number: z.string(),
  unitId: z.string(),
  post: z.string(),
  postLevel: z.string(),
  administrativeHead: z.boolean(),
  fact: z.string(),
  rule: z.string(),
  form: z.string(),
  decidedBy: z.string(),
  decidedOn: z.string(),
  effect: z.string().nullable(),
  effectUntil: z.string().nullable(),
  itemId: z.string().nullable(),
  enforcementRecord: z.string().nullable(),
  source: z.string().nullable(),
  wrappedKey: bytes,
  nameCipher: bytes,
  revokedOn: z.string().nullable(),
  revokedReason: z.string().nullable(),
  demo: z.boolean(),
  version: z.number(),
});

/** Locks a record for a change. NotFoundError where the viewer sees none, ConflictError when it is no longer at the version seen. */
export async function lockRecord(tx: pg.PoolClient, viewer: Viewer, id: string, version: number): Promise<StoredRecord> {
  const found = z.uuid().safeParse(id).success
    ? await rows(
        storedRecord,
        sql`SELECT ${storedColumns} FROM accountability r WHERE r.id = ${id}::uuid AND ${recordsVisibleTo(viewer)} FOR UPDATE`,
        tx,
      )
    : [];
  const [record] = found;
  if (!record) throw new NotFoundError();
  if (record.version !== version) throw new ConflictError(record.version);
  return record;
}
