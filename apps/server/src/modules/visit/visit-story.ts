import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { type VisitAction, visitActions } from './visit-chain.ts';

/** One field that an act changed, in the words of the screen where it holds a code. */
export interface VisitChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** What was done to a visit's record, with who and when. */
export interface VisitEvent {
  sequence: number;
  action: VisitAction;
  reason: string | null;
  actorTitle: string;
  at: Date;
  changes: VisitChange[];
}

const eventRow = z.object({
  sequence: z.number(),
  action: z.enum(visitActions),
  reason: z.string().nullable(),
  actorTitle: z.string(),
  at: z.date(),
  payload: z.string(),
});
const need = z.object({ id: z.string(), text: z.string(), answer: z.string().nullable(), itemId: z.string().nullable() }).loose();
const payloadShape = z.object({ needs: z.array(need), photos: z.array(z.string()), kinds: z.array(z.string()) }).loose();
type Payload = z.infer<typeof payloadShape>;

/** Fields told one by one; needs and photos by what changed among them. */
const told = [
  'postId',
  'contactPointId',
  'place',
  'countyId',
  'visitedOn',
  'kinds',
  'isFrontLine',
  'peopleMet',
  'met',
  'opinions',
  'decision',
] as const;

/** The story of a visit, the newest first. */
export async function storyOf(visitId: string): Promise<VisitEvent[]> {
  const events = await rows(
    eventRow,
    sql`SELECT sequence, action, reason, actor_title AS "actorTitle", at, payload FROM visit_event
        WHERE record_id = ${visitId}::uuid ORDER BY sequence`,
  );
  const payloads = events.map(({ payload }) => payloadShape.parse(JSON.parse(payload)));
  const words = await wordsOf(payloads);
  return events
    .map(({ payload: _payload, ...event }, at) => {
      const before = payloads[at - 1];
      return { ...event, changes: before ? changesOf(before, payloads[at]!, words) : [] };
    })
    .reverse();
}

type Words = (field: string, value: unknown) => string | null;

function changesOf(before: Payload, after: Payload, words: Words): VisitChange[] {
  const fields = told
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field): VisitChange => ({ field, before: words(field, before[field]), after: words(field, after[field]) }));
  const beforeOf = new Map(before.needs.map((one) => [one.id, one]));
  const afterIds = new Set(after.needs.map(({ id }) => id));
  const needs = [
    ...after.needs.flatMap((one): VisitChange[] => {
      const was = beforeOf.get(one.id);
      return JSON.stringify(was) === JSON.stringify(one)
        ? []
        : [{ field: 'needs', before: was ? wordsOfNeed(was) : null, after: wordsOfNeed(one) }];
    }),
    ...before.needs.filter(({ id }) => !afterIds.has(id)).map((one) => ({ field: 'needs', before: wordsOfNeed(one), after: null })),
  ];
  const isSamePhotos = JSON.stringify(before.photos) === JSON.stringify(after.photos);
  const photos = isSamePhotos ? [] : [{ field: 'photos', before: String(before.photos.length), after: String(after.photos.length) }];
  return [...fields, ...needs, ...photos];
}

function wordsOfNeed({ text, answer }: z.infer<typeof need>): string {
  return answer === null ? text : `${text}（${answer}）`;
}

/** Names for the codes in payloads. */
async function wordsOf(payloads: readonly Payload[]): Promise<Words> {
  const valuesOf = (field: string) => [
    ...new Set(payloads.flatMap((payload) => (typeof payload[field] === 'string' ? [payload[field]] : []))),
  ];
  const kinds = [...new Set(payloads.flatMap((payload) => payload.kinds))];
  const found = await rows(
    z.object({ field: z.string(), code: z.string(), name: z.string() }),
    sql`SELECT 'postId' AS field, id AS code, title AS name FROM post WHERE id = ANY(${valuesOf('postId')}::text[])
        UNION ALL SELECT 'contactPointId', id::text, name FROM contact_point WHERE id = ANY(${valuesOf('contactPointId')}::uuid[])
        UNION ALL SELECT 'countyId', id, short_name FROM unit WHERE id = ANY(${valuesOf('countyId')}::text[])
        UNION ALL SELECT 'kinds', code, name FROM term WHERE dictionary = 'visit-kind' AND code = ANY(${kinds}::text[])`,
  );
  const names = new Map(found.map(({ field, code, name }) => [`${field} ${code}`, name]));
  const wordOf = (field: string, value: unknown) => names.get(`${field} ${String(value)}`) ?? String(value);
  return (field, value) => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean') return value ? '是' : '否';
    return Array.isArray(value) ? value.map((one) => wordOf(field, one)).join('、') : wordOf(field, value);
  };
}
