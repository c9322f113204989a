import { itemKinds } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { empty, join, row, rows, type Sql, sql } from '../../database.ts';
import { badInput } from '../../graphql/errors.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import type { Viewer } from '../session/viewer.ts';
import { recordsVisibleTo } from './accountability.policy.ts';
import { numbersMeant } from './source-item.ts';
import { storedColumns } from './stored-record.ts';

export const recordStatuses = ['IN_FORCE', 'REVOKED'] as const;
export type RecordStatus = (typeof recordStatuses)[number];

/** Which records the register lists. All given conditions hold at once. */
export interface RecordFilter {
  units?: readonly string[] | null | undefined;
  /** A unit and all below it. */
  within?: string | null | undefined;
  forms?: readonly string[] | null | undefined;
  administrativeHead?: boolean | null | undefined;
  /** Days of the decision, both included. */
  from?: string | null | undefined;
  to?: string | null | undefined;
  /** Number of the item that they follow from. */
  itemNumber?: string | null | undefined;
  status?: RecordStatus | null | undefined;
  /** They follow from a complaint found true, wholly or in part. */
  followsComplaint?: boolean | null | undefined;
}

const listedRow = z.object({
  id: z.string(),
  number: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  post: z.string(),
  postLevel: z.string(),
  postLevelName: z.string(),
  postLevelNameEn: z.string(),
  administrativeHead: z.boolean(),
  fact: z.string(),
  rule: z.string(),
  form: z.string(),
  formName: z.string(),
  formNameEn: z.string(),
  decidedBy: z.string(),
  decidedOn: z.string(),
  effect: z.string().nullable(),
  effectUntil: z.string().nullable(),
  /** Null as well where the item is not for the viewer. */
  itemNumber: z.string().nullable(),
  itemTitle: z.string().nullable(),
  itemKind: z.enum(itemKinds).nullable(),
  enforcementRecord: z.string().nullable(),
  source: z.string().nullable(),
  wrappedKey: z.instanceof(Buffer).nullable(),
  nameCipher: z.instanceof(Buffer).nullable(),
  revokedOn: z.string().nullable(),
  revokedReason: z.string().nullable(),
  demo: z.boolean(),
  version: z.number(),
});
/** A record with the words for its codes, and of its item what the viewer may know. */
export type ListedRecord = z.infer<typeof listedRow>;

export interface RecordPage {
  records: ListedRecord[];
  hasNext: boolean;
  hasPrevious: boolean;
}

/** `FROM … WHERE` of everything that lists or counts records as of a day, alias `r`. */
export function fromRecords(viewer: Viewer, asOf: string, filter: RecordFilter = {}): Sql {
  return sql`FROM accountability r WHERE ${recordsVisibleTo(viewer)} AND r.decided_on <= ${asOf}::date AND ${conditions(viewer, asOf, filter)}`;
}

/** In force as of a day: not revoked by it. */
export function inForce(asOf: string): Sql {
  return sql`coalesce(r.revoked_on > ${asOf}::date, TRUE)`;
}

/** A page of the register, the newest decision first. A cursor is the id of a record. */
export async function pageOfRecords(
  viewer: Viewer,
  asOf: string,
  filter: RecordFilter,
  { first, after, before }: { first: number; after?: string | null | undefined; before?: string | null | undefined },
): Promise<RecordPage> {
  const from = fromRecords(viewer, asOf, filter);
  const limit = sql`LIMIT ${first + 1}`;
  if (before) {
    const ids = sql`SELECT r.id ${from} AND (r.decided_on, r.number) > ${placeOf(before)} ORDER BY r.decided_on, r.number ${limit}`;
    const found = await readRecords(viewer, asOf, sql`r.id IN (${ids})`);
    // The one too many is the newest.
    return { records: found.slice(-first), hasNext: true, hasPrevious: found.length > first };
  }
  const beyond = after ? sql`AND (r.decided_on, r.number) < ${placeOf(after)}` : empty;
  const ids = sql`SELECT r.id ${from} ${beyond} ORDER BY r.decided_on DESC, r.number DESC ${limit}`;
  const found = await readRecords(viewer, asOf, sql`r.id IN (${ids})`);
  return { records: found.slice(0, first), hasNext: found.length > first, hasPrevious: Boolean(after) };
}

/** How many records of the filter are in force and how many are revoked, whichever of them it asks for. */
export function countRecords(viewer: Viewer, asOf: string, filter: RecordFilter): Promise<{ inForce: number; revoked: number }> {
  return row(
    z.object({ inForce: z.number(), revoked: z.number() }),
    sql`SELECT (count(*) FILTER (WHERE ${inForce(asOf)}))::int AS "inForce", (count(*) FILTER (WHERE NOT ${inForce(asOf)}))::int AS revoked
        ${fromRecords(viewer, asOf, { ...filter, status: null })}`,
  );
}

/** The record with a number as it stands today; null when there is none for the viewer. */
export async function recordByNumber(viewer: Viewer, number: string): Promise<ListedRecord | null> {
  const [record] = await readRecords(viewer, clock.today(), sql`r.number = ANY(${numbersMeant(number)}::text[])`);
  return record ?? null;
}

/** The record with an id, which the viewer has just written. */
export async function recordById(viewer: Viewer, id: string): Promise<ListedRecord> {
  const [record] = await readRecords(viewer, clock.today(), sql`r.id = ${id}::uuid`);
  if (!record) throw new Error('The record is not there');
  return record;
}

/** Records that hold a condition on `r`, as far as the viewer may see them, the newest decision first. */
export async function readRecords(viewer: Viewer, asOf: string, where: Sql): Promise<ListedRecord[]> {
  const found = await rows(
    listedRow,
    sql`SELECT ${storedColumns}, u.name AS "unitName", coalesce(l.name, r.post_level) AS "postLevelName",
          coalesce(l.name_en, r.post_level) AS "postLevelNameEn", coalesce(f.name, r.form) AS "formName",
          coalesce(f.name_en, r.form) AS "formNameEn", i.number AS "itemNumber", i.title AS "itemTitle", i.kind AS "itemKind"
        FROM accountability r JOIN unit u ON u.id = r.unit_id
        LEFT JOIN term f ON f.dictionary = 'accountability-form' AND f.code = r.form
        LEFT JOIN term l ON l.dictionary = 'post-level' AND l.code = r.post_level
        LEFT JOIN item i ON i.id = r.item_id AND ${itemsVisibleTo(viewer)}
        WHERE ${recordsVisibleTo(viewer)} AND ${where} ORDER BY r.decided_on DESC, r.number DESC`,
  );
  // A revocation after the day is not known yet.
  return found.map((record) => ((record.revokedOn ?? '') > asOf ? { ...record, revokedOn: null, revokedReason: null } : record));
}

function conditions(viewer: Viewer, asOf: string, filter: RecordFilter): Sql {
  const { units, within, forms, administrativeHead, from, to, itemNumber, status, followsComplaint } = filter;
  const all: Sql[] = [
    ...(units?.length ? [sql`r.unit_id = ANY(${units}::text[])`] : []),
    ...(within ? [isWithin(within)] : []),
    ...(forms?.length ? [sql`r.form = ANY(${forms}::text[])`] : []),
    ...(administrativeHead == null ? [] : [sql`r.administrative_head = ${administrativeHead}`]),
    ...(from ? [sql`r.decided_on >= ${from}::date`] : []),
    ...(to ? [sql`r.decided_on <= ${to}::date`] : []),
    ...(itemNumber?.trim()
      ? [
          sql`EXISTS (SELECT 1 FROM item i WHERE i.id = r.item_id AND i.number = ANY(${numbersMeant(itemNumber)}::text[]) AND ${itemsVisibleTo(viewer)})`,
        ]
      : []),
    ...(status ? [status === 'IN_FORCE' ? inForce(asOf) : sql`NOT ${inForce(asOf)}`] : []),
    ...(followsComplaint ? [followsTrueComplaint(asOf)] : []),
  ];
  return all.length > 0 ? join(all, ' AND ') : sql`TRUE`;
}

function isWithin(unitId: string): Sql {
  return sql`r.unit_id IN (WITH RECURSIVE below AS (
    SELECT id FROM unit WHERE id = ${unitId} UNION SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id) SELECT id FROM below)`;
}

/** It follows from a complaint that was found true, wholly or in part, by the day; a merged one counts where it goes on. */
function followsTrueComplaint(asOf: string): Sql {
  return sql`EXISTS (SELECT 1 FROM item x JOIN complaint c ON c.item_id = coalesce(x.merged_into_id, x.id)
    WHERE x.id = r.item_id AND c.finding IN ('TRUE', 'PARTLY_TRUE') AND coalesce(c.answered_on <= ${asOf}::date, TRUE))`;
}

function placeOf(cursor: string): Sql {
  if (!z.uuid().safeParse(cursor).success) throw badInput('翻页位置已失效，请回到第一页。');
  return sql`(SELECT c.decided_on, c.number FROM accountability c WHERE c.id = ${cursor}::uuid)`;
}
