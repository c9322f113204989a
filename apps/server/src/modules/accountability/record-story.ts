import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import type { Viewer } from '../session/viewer.ts';
import { type RecordAction, recordActions } from './record-chain.ts';

/** One field that a correction changed, in the words of the screen where it holds a code; of a name only that it changed. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** What was done to a record, with who and when. */
export interface RecordEvent {
  sequence: number;
  action: RecordAction;
  reason: string | null;
  actorTitle: string;
  at: Date;
  changes: FieldChange[];
}

const eventRow = z.object({
  sequence: z.number(),
  action: z.enum(recordActions),
  reason: z.string().nullable(),
  actorTitle: z.string(),
  at: z.date(),
  payload: z.string(),
});
const payloadShape = z.record(z.string(), z.union([z.string(), z.boolean(), z.null()]));
type Payload = z.infer<typeof payloadShape>;

/** Fields that an event tells by itself. */
const untold: ReadonlySet<string> = new Set(['number', 'demo', 'revokedOn', 'revokedReason']);

/** The story of a record, the newest first. */
export async function storyOf(viewer: Viewer, recordId: string): Promise<RecordEvent[]> {
  const events = await rows(
    eventRow,
    sql`SELECT sequence, action, reason, actor_title AS "actorTitle", at, payload FROM accountability_event
        WHERE record_id = ${recordId}::uuid ORDER BY sequence`,
  );
  const payloads = events.map(({ payload }) => payloadShape.parse(JSON.parse(payload)));
  const words = await wordsOf(viewer, payloads);
  return events
    .map(({ payload: _payload, ...event }, at) => {
      const before = payloads[at - 1];
      return { ...event, changes: before ? changesOf(before, payloads[at]!, words) : [] };
    })
    .reverse();
}

type Words = (field: string, value: string | boolean | null | undefined) => string | null;

function changesOf(before: Payload, after: Payload, words: Words): FieldChange[] {
  return Object.keys(after)
    .filter((field) => !untold.has(field) && before[field] !== after[field])
    .map((field) => ({ field, before: words(field, before[field]), after: words(field, after[field]) }));
}

/** Names for the codes in payloads; an item's number only where the viewer may know of the item. */
async function wordsOf(viewer: Viewer, payloads: readonly Payload[]): Promise<Words> {
  const valuesOf = (field: string) => [
    ...new Set(payloads.flatMap((payload) => (typeof payload[field] === 'string' ? [payload[field]] : []))),
  ];
  const found = await rows(
    z.object({ field: z.string(), code: z.string(), name: z.string() }),
    sql`SELECT 'unitId' AS field, id AS code, name FROM unit WHERE id = ANY(${valuesOf('unitId')}::text[])
        UNION ALL SELECT CASE dictionary WHEN 'post-level' THEN 'postLevel' ELSE 'form' END, code, name FROM term
          WHERE (dictionary = 'post-level' AND code = ANY(${valuesOf('postLevel')}::text[]))
            OR (dictionary = 'accountability-form' AND code = ANY(${valuesOf('form')}::text[]))
        UNION ALL SELECT 'itemId', i.id::text, i.number FROM item i WHERE i.id = ANY(${valuesOf('itemId')}::uuid[]) AND ${itemsVisibleTo(viewer)}`,
  );
  const names = new Map(found.map(({ field, code, name }) => [`${field} ${code}`, name]));
  return (field, value) => {
    if (value === null || value === undefined || field === 'name') return null;
    if (typeof value === 'boolean') return value ? '是' : '否';
    return names.get(`${field} ${value}`) ?? (field === 'itemId' ? null : value);
  };
}
