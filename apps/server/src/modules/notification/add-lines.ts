import { z } from 'zod';
import { clock } from '../../clock.ts';
import { type Runner, rows, type Sql, sql } from '../../database.ts';

/** Beyond this many persons a signal concerns everybody, since a payload of NOTIFY has at most 8000 bytes. */
const mostNamed = 50;

/**
 * Adds a line to the inbox for each row of `lines` (user_id, kind, item_id, event_sequence, unit_id, payload), once per person, kind, matter,
 * event and day, and signals the persons when the transaction commits. Who wants a kind neither in the app nor by mail gets none.
 * Answers the number of lines.
 */
export async function addLines(runner: Runner, lines: Sql): Promise<number> {
  const added = await rows(
    z.object({ user_id: z.string() }),
    sql`INSERT INTO notification (id, user_id, kind, item_id, event_sequence, unit_id, day, payload, at)
        SELECT gen_random_uuid(), l.user_id, l.kind, l.item_id, l.event_sequence, l.unit_id, ${clock.today()}::date, l.payload, ${clock.now()}
        FROM (${lines}) l JOIN app_user u ON u.id = l.user_id LEFT JOIN notification_setting s ON s.user_id = l.user_id AND s.kind = l.kind
        WHERE coalesce(s.in_app, true) OR (s.mail AND u.email IS NOT NULL)
        ON CONFLICT (user_id, kind, item_id, event_sequence, day) DO NOTHING
        RETURNING user_id`,
    runner,
  );
  await signal(runner, [...new Set(added.map(({ user_id }) => user_id))]);
  return added.length;
}

/** Tells open screens, on commit, that the inboxes of these persons changed. */
export async function signal(runner: Runner, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  await runner.query(`SELECT pg_notify('duban_notification', $1)`, [JSON.stringify(userIds.length > mostNamed ? {} : { userIds })]);
}
