import { type NotificationKind, notificationKinds } from '@duban/rules/notices';
import { lights } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { execute, join, type Runner, row, rows, sql } from '../../database.ts';
import { badInput, InputError } from '../../graphql/errors.ts';
import type { Viewer } from '../session/viewer.ts';
import { signal } from './add-lines.ts';

const payload = z.object({
  number: z.string(),
  title: z.string().optional(),
  action: z.string().optional(),
  actor: z.string().optional(),
  rung: z.string().optional(),
  dueOn: z.string().optional(),
  askedTo: z.string().optional(),
  light: z.enum(lights).optional().catch(undefined),
});
const lineRow = z.object({
  id: z.string(),
  kind: z.enum(notificationKinds),
  at: z.date(),
  readAt: z.date().nullable(),
  unitName: z.string().nullable(),
  payload,
});
/** A line of an inbox. */
export type InboxLine = z.infer<typeof lineRow>;

export interface InboxFilter {
  unreadOnly?: boolean | null | undefined;
  kinds?: readonly NotificationKind[] | null | undefined;
}

/** On aliases `n` of notification and `s` of its setting: the person's own lines of kinds that they want in the app. */
const ownLines = (viewer: Viewer, { unreadOnly, kinds }: InboxFilter) =>
  join(
    [
      sql`n.user_id = ${viewer.userId}::uuid AND coalesce(s.in_app, true)`,
      ...(unreadOnly ? [sql`n.read_at IS NULL`] : []),
      ...(kinds?.length ? [sql`n.kind::text = ANY(${kinds as string[]}::text[])`] : []),
    ],
    ' AND ',
  );
const lines = sql`notification n LEFT JOIN notification_setting s ON s.user_id = n.user_id AND s.kind = n.kind`;

/** A page of the own inbox, the newest first, after the line with id `after`. */
export function inboxLines(viewer: Viewer, filter: InboxFilter, page: { first: number; after: string | null }): Promise<InboxLine[]> {
  if (page.after !== null && !z.uuid().safeParse(page.after).success) throw badInput('翻页位置不正确。');
  const older = page.after
    ? sql`AND (n.at, n.id) < (SELECT a.at, a.id FROM notification a WHERE a.id = ${page.after}::uuid AND a.user_id = ${viewer.userId}::uuid)`
    : sql``;
  return rows(
    lineRow,
    sql`SELECT n.id, n.kind, n.at, n.read_at AS "readAt", u.short_name AS "unitName", n.payload
        FROM ${lines} LEFT JOIN unit u ON u.id = n.unit_id
        WHERE ${ownLines(viewer, filter)} ${older} ORDER BY n.at DESC, n.id DESC LIMIT ${page.first}`,
  );
}

/** How many lines the own inbox has. */
export async function countLines(viewer: Viewer, filter: InboxFilter): Promise<number> {
  const { count } = await row(
    z.object({ count: z.number() }),
    sql`SELECT count(*)::int AS count FROM ${lines} WHERE ${ownLines(viewer, filter)}`,
  );
  return count;
}

/** Marks own lines as read, all of them without ids; those of others are passed over. Doing it again changes nothing. */
export async function markRead(tx: Runner, viewer: Viewer, ids: readonly string[] | null): Promise<void> {
  const known = ids?.filter((id) => z.uuid().safeParse(id).success);
  const chosen = known ? sql`AND id = ANY(${known}::uuid[])` : sql``;
  const marked = await execute(
    sql`UPDATE notification SET read_at = ${clock.now()} WHERE user_id = ${viewer.userId}::uuid AND read_at IS NULL ${chosen}`,
    tx,
  );
  if (marked > 0) await signal(tx, [viewer.userId]);
}

const settingRow = z.object({ kind: z.enum(notificationKinds), inApp: z.boolean(), mail: z.boolean() });
/** How a person wants to be told of a kind. */
export type NotificationSetting = z.infer<typeof settingRow>;

/** The person's own settings, one per kind; both ways where nothing was chosen. */
export async function ownSettings(viewer: Viewer): Promise<NotificationSetting[]> {
  const chosen = await rows(
    settingRow,
    sql`SELECT kind, in_app AS "inApp", mail FROM notification_setting WHERE user_id = ${viewer.userId}::uuid`,
  );
  return notificationKinds.map((kind) => chosen.find((setting) => setting.kind === kind) ?? { kind, inApp: true, mail: true });
}

export async function changeSetting(tx: Runner, viewer: Viewer, { kind, inApp, mail }: NotificationSetting): Promise<void> {
  await execute(
    sql`INSERT INTO notification_setting (user_id, kind, in_app, mail) VALUES (${viewer.userId}::uuid, ${kind}::notification_kind, ${inApp}, ${mail})
        ON CONFLICT (user_id, kind) DO UPDATE SET in_app = EXCLUDED.in_app, mail = EXCLUDED.mail`,
    tx,
  );
  await signal(tx, [viewer.userId]);
}

/** The person's own address for mail; null when there is none. */
export async function ownEmail(viewer: Viewer): Promise<string | null> {
  const [found] = await rows(z.object({ email: z.string().nullable() }), sql`SELECT email FROM app_user WHERE id = ${viewer.userId}::uuid`);
  return found?.email ?? null;
}

/** Sets the own address, or takes it away; InputError when it is none. */
export async function changeEmail(tx: Runner, viewer: Viewer, email: string | null): Promise<void> {
  const given = email?.trim() || null;
  if (given !== null && !z.email().max(254).safeParse(given).success)
    throw new InputError([{ field: 'email', code: 'EMAIL', message: '电子邮箱地址不正确，请检查后重新填写。' }]);
  await execute(sql`UPDATE app_user SET email = ${given} WHERE id = ${viewer.userId}::uuid`, tx);
}
