import { noticePayload, noticesOf } from '@duban/rules/notices';
import { type ItemAction, type ItemState, itemKinds, itemStates } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { type Runner, rows, sql } from '../../database.ts';
import { addLines } from './add-lines.ts';
import { deskOf, peopleSql, personIs } from './people.ts';

/** What of an event's row is told (see `eventRow`). */
export interface ToldEvent {
  item_id: string;
  sequence: number;
  action: ItemAction;
  to_state: string;
  part_id: string | null;
  actor_id: string | null;
  actor_title: string;
  on_behalf_of: string | null;
  /** JSON text. */
  payload: string;
  import_run_id: string | null;
}

const subjectRow = z.object({
  sequence: z.number(),
  itemId: z.string(),
  kind: z.enum(itemKinds),
  number: z.string(),
  title: z.string(),
  partState: z.enum(itemStates).nullable(),
  isSignedOff: z.boolean(),
});

/**
 * Writes the inbox lines of events that were just appended, in their transaction: all or none with the change. Who is told is the table in
 * packages/rules; who these are, `personIs` says. Nobody is told of an own act, and nobody of imports. Two statements, however many events.
 */
export async function tellOfEvents(tx: Runner, events: readonly ToldEvent[]): Promise<void> {
  // What a ledger brings in is no news: neither by an import nor with the demo's ledgers, which no person loads.
  const telling = events.filter(
    ({ import_run_id, action, actor_id }) => import_run_id === null && !(action === 'CREATE' && actor_id === null),
  );
  if (telling.length === 0) return;
  const subjects = await rows(
    subjectRow,
    sql`SELECT e.sequence, i.id AS "itemId", i.kind, i.number, i.title, p.state AS "partState",
          coalesce((SELECT cardinality(r.signed_off_by) FROM part_report r WHERE r.part_id = p.id AND r.verdict IS NULL LIMIT 1), 0)
            >= (SELECT sign_offs_needed FROM campaign) AS "isSignedOff"
        FROM jsonb_to_recordset(${JSON.stringify(telling.map(({ item_id, sequence, part_id }) => ({ item_id, sequence, part_id })))}::jsonb)
          AS e(item_id uuid, sequence int, part_id uuid)
        JOIN item i ON i.id = e.item_id LEFT JOIN item_unit p ON p.id = e.part_id`,
    tx,
  );
  const subjectOf = new Map(subjects.map((subject) => [`${subject.itemId} ${subject.sequence}`, subject]));
  const notices = telling.flatMap((event) => {
    const subject = subjectOf.get(`${event.item_id} ${event.sequence}`);
    if (!subject) return [];
    const payload = JSON.parse(event.payload) as Record<string, unknown>;
    const told = noticesOf({
      action: event.action,
      toState: event.to_state as ItemState,
      part: subject.partState ? { state: subject.partState, isSignedOff: subject.isSignedOff } : null,
      bySystem: event.actor_id === null,
      rung: typeof payload.rung === 'string' ? payload.rung : undefined,
    });
    const actorTitle = event.on_behalf_of ?? event.actor_title;
    return told.map(({ kind, to }) => ({
      item_id: event.item_id,
      sequence: event.sequence,
      part_id: event.part_id,
      actor_id: event.actor_id,
      kind,
      receivers: to,
      payload: noticePayload(subject, { action: event.action, actorTitle, payload }),
    }));
  });
  if (notices.length === 0) return;
  // A returned duty that went to another unit is told to that one: the part that follows the one acted on.
  await addLines(
    tx,
    sql`WITH person AS (${peopleSql}),
        notice AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
          AS t(item_id uuid, sequence int, part_id uuid, actor_id uuid, kind notification_kind, receivers text[], payload jsonb)),
        told AS (
          SELECT t.*, i.kind AS item_kind, i.lead_unit_id, i.duty_post_id, p.unit_id, p.duty, p.id AS told_part,
            ${deskOf(sql`p.unit_id`)} AS part_desk, ${deskOf(sql`i.lead_unit_id`)} AS lead_desk
          FROM notice t JOIN item i ON i.id = t.item_id
          LEFT JOIN item_unit acted ON acted.id = t.part_id
          LEFT JOIN item_unit p ON p.item_id = t.item_id
            AND CASE WHEN t.part_id IS NULL THEN p.superseded_by_id IS NULL ELSE p.id = coalesce(acted.superseded_by_id, acted.id) END)
        SELECT DISTINCT ON (u.id, t.kind, t.item_id, t.sequence)
          u.id AS user_id, t.kind, t.item_id, t.sequence AS event_sequence, coalesce(t.unit_id, t.lead_unit_id) AS unit_id, t.payload
        FROM told t JOIN person u ON u.id IS DISTINCT FROM t.actor_id AND (${personIs})
        ORDER BY u.id, t.kind, t.item_id, t.sequence, t.told_part`,
  );
}
