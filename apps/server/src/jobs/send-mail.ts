import { notificationKinds } from '@duban/rules/notices';
import { createTransport, type Transporter } from 'nodemailer';
import { z } from 'zod';
import { calendar, clock, timeZone } from '../clock.ts';
import { execute, row, rows, sql, transaction } from '../database.ts';
import { mailOf } from './mail-text.ts';
import { isWorkingHour } from './working-hours.ts';

export interface MailSettings {
  smtpUrl: string;
  from: string;
  publicUrl?: string | undefined;
  /** Told of a mail that could not be handed over. */
  onFailure?: (error: unknown) => void;
}

/** Mail older than this is no news any more: it stays in the inbox alone. */
const longestWait = '3 days';
const mostLines = 200;
const firstPauseMs = 60_000;
const longestPauseMs = 3_600_000;

const personRow = z.object({ id: z.string(), email: z.string() });
const lineRow = z.object({
  id: z.string(),
  kind: z.enum(notificationKinds),
  number: z.string(),
  title: z.string().nullable(),
  dueOn: z.string().nullable(),
});

/** On aliases `n`, `s` (setting) and `u` (person): lines that mail still owes. What was read in the app is told already. */
const unmailed = () => sql`n.mailed_at IS NULL AND n.read_at IS NULL AND n.at > ${clock.now()}::timestamptz - ${longestWait}::interval
  AND coalesce(s.mail, true) AND u.active AND u.email IS NOT NULL`;
const lines = sql`notification n JOIN app_user u ON u.id = n.user_id LEFT JOIN notification_setting s ON s.user_id = n.user_id AND s.kind = n.kind`;

/**
 * Sends mail: to each person all lines not mailed yet in one, within working hours only.
 *
 * A line is mailed at most once. It is claimed first (`mailed_at` set, committed) and handed to the mail server after that: a server killed in
 * between loses a mail, which the inbox still has, where the other order would send it twice. A mail that the mail server did not take gives
 * its lines back; the person is tried again after a pause that doubles up to an hour (forgotten by a restart: one try more).
 */
export class MailRound {
  readonly #settings: MailSettings;
  readonly #transport: Transporter;
  readonly #pauses = new Map<string, { until: number; ms: number }>();

  constructor(settings: MailSettings) {
    this.#settings = settings;
    this.#transport = createTransport(settings.smtpUrl, {
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    } as object);
  }

  /** Sends what is due; answers the number of mails handed over. */
  async run(): Promise<number> {
    if (!isWorkingHour(clock.now(), calendar, timeZone)) return 0;
    const people = await rows(personRow, sql`SELECT DISTINCT u.id, u.email FROM ${lines} WHERE ${unmailed()} ORDER BY u.id`);
    let sent = 0;
    for (const person of people) {
      if ((this.#pauses.get(person.id)?.until ?? 0) > Date.now()) continue;
      if (await this.#sendTo(person)) sent += 1;
    }
    return sent;
  }

  close(): void {
    this.#transport.close();
  }

  async #sendTo({ id, email }: z.infer<typeof personRow>): Promise<boolean> {
    const claimed = await claim(id);
    if (claimed.length === 0) return false;
    const { title } = await row(z.object({ title: z.string() }), sql`SELECT title FROM campaign`);
    try {
      await this.#transport.sendMail({
        from: this.#settings.from,
        to: email,
        textEncoding: 'base64',
        ...mailOf(title, claimed, this.#settings.publicUrl),
      });
      this.#pauses.delete(id);
      return true;
    } catch (error) {
      await release(claimed.map((line) => line.id));
      const ms = Math.min((this.#pauses.get(id)?.ms ?? firstPauseMs / 2) * 2, longestPauseMs);
      this.#pauses.set(id, { until: Date.now() + ms, ms });
      this.#settings.onFailure?.(error);
      return false;
    }
  }
}

/** Takes a person's lines for one mail; of two that claim at once one gets them. */
function claim(userId: string) {
  return transaction((tx) =>
    rows(
      lineRow,
      sql`WITH due AS (SELECT n.id FROM ${lines} WHERE n.user_id = ${userId}::uuid AND ${unmailed()}
            ORDER BY n.at, n.id LIMIT ${mostLines} FOR UPDATE OF n SKIP LOCKED),
          claimed AS (UPDATE notification n SET mailed_at = ${clock.now()} FROM due WHERE n.id = due.id RETURNING n.*)
          SELECT id, kind, payload ->> 'number' AS number, payload ->> 'title' AS title, payload ->> 'dueOn' AS "dueOn"
          FROM claimed ORDER BY at, id`,
      tx,
    ),
  );
}

function release(ids: readonly string[]): Promise<number> {
  return transaction((tx) => execute(sql`UPDATE notification SET mailed_at = NULL WHERE id = ANY(${ids as string[]}::uuid[])`, tx));
}
