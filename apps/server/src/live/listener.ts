import { itemKinds } from '@duban/rules/vocabulary';
import pg from 'pg';
import { z } from 'zod';

const changeNotice = z.object({
  items: z.array(z.object({ id: z.string(), kind: z.enum(itemKinds), unitIds: z.array(z.string()) })).optional(),
});
const inboxNotice = z.object({ userIds: z.array(z.string()).optional() });

/** What the database has announced. */
export type Notice =
  | { kind: 'ITEMS'; items: { id: string; kind: (typeof itemKinds)[number]; unitIds: string[] }[] }
  /** `userIds` null: it may concern anybody. */
  | { kind: 'INBOX'; userIds: string[] | null }
  /** Too much at once to name, or (`mayBeMissed`) notices of any kind may have been missed. */
  | { kind: 'ALL'; mayBeMissed: boolean };

const shortestWaitMs = 250;
const longestWaitMs = 30_000;
/** How often the connection is tried: a network that fell silent tells nobody. */
const tryEveryMs = 15_000;
const tryWithinMs = 5000;

export interface Listener {
  stop(): Promise<void>;
}

/**
 * Listens to the database on a connection of its own. When that breaks it comes back by itself, with longer and longer waits, and then says
 * ALL once: what was announced meanwhile was missed.
 */
export function listen(url: string, hear: (notice: Notice) => void): Listener {
  let client: pg.Client | null = null;
  let isStopped = false;
  let mayBeMissed = false;
  let wait = shortestWaitMs;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'duban listen',
      keepAlive: true,
      connectionTimeoutMillis: tryWithinMs,
      query_timeout: tryWithinMs,
    });
    client = next;
    let isGone = false;
    let trying: NodeJS.Timeout | undefined;
    const gone = () => {
      if (isGone) return;
      isGone = true;
      clearInterval(trying);
      next.removeAllListeners('notification');
      next.end().catch(() => undefined);
      if (isStopped) return;
      mayBeMissed = true;
      timer = setTimeout(() => void connect(), wait * (0.75 + Math.random() / 2));
      wait = Math.min(longestWaitMs, wait * 2);
    };
    next.on('error', gone);
    next.on('end', gone);
    next.on('notification', ({ channel, payload }) => hear(noticeOf(channel, payload ?? '')));
    try {
      await next.connect();
      await next.query('LISTEN duban_change; LISTEN duban_notification');
      if (isGone || isStopped) return;
      trying = setInterval(() => void next.query('SELECT 1').catch(gone), tryEveryMs);
      trying.unref();
      wait = shortestWaitMs;
      if (mayBeMissed) hear({ kind: 'ALL', mayBeMissed: true });
      mayBeMissed = false;
    } catch {
      gone();
    }
  };
  void connect();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

/** A notice that nobody understands means that something changed. */
function noticeOf(channel: string, payload: string): Notice {
  try {
    if (channel === 'duban_notification') return { kind: 'INBOX', userIds: inboxNotice.parse(JSON.parse(payload)).userIds ?? null };
    const { items } = changeNotice.parse(JSON.parse(payload));
    return items ? { kind: 'ITEMS', items } : { kind: 'ALL', mayBeMissed: false };
  } catch {
    return { kind: 'ALL', mayBeMissed: true };
  }
}
