import { createHash, randomBytes } from 'node:crypto';
import { roles } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { db, pool, rows, sql, transaction } from '../../database.ts';
import { Busy } from '../../lane.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { SignInRefused } from './errors.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { Viewer } from './viewer.ts';

const minute = 60_000;
/** A session ends after this long without a request, and at the latest after the absolute limit. */
const idleMs = 120 * minute;
const absoluteMs = 12 * 60 * minute;
/** Failures in a row that lock an account, and for how long. */
const failuresAllowed = 5;
const lockMs = 15 * minute;

/** Who signs in, from where. */
export interface Browser {
  address: string;
  userAgent: string;
}

const viewerRow = z
  .object({
    user_id: z.string(),
    session_id: z.string(),
    account: z.string(),
    display_name: z.string(),
    post_id: z.string(),
    post_title: z.string(),
    role: z.enum(roles),
    unit_id: z.string(),
    unit_ids: z.array(z.string()),
    overseen_unit_ids: z.array(z.string()),
    must_change_password: z.boolean(),
    last_seen_at: z.date(),
  })
  .transform((row): Viewer & { lastSeenAt: Date } => ({
    userId: row.user_id,
    sessionId: row.session_id,
    account: row.account,
    displayName: row.display_name,
    postId: row.post_id,
    postTitle: row.post_title,
    role: row.role,
    unitId: row.unit_id,
    unitIds: row.unit_ids,
    overseenUnitIds: row.overseen_unit_ids,
    mustChangePassword: row.must_change_password,
    lastSeenAt: row.last_seen_at,
  }));

/**
 * The viewer that a cookie's token stands for; null when there is none, it has ended, or the account is no longer active.
 * Rights are read anew on each request, so a right taken away is gone on the next one.
 * `isUse` false: what a screen asks by itself doesn't keep a session alive.
 */
export async function viewerOf(token: string | undefined, isUse = true): Promise<Viewer | null> {
  if (!token) return null;
  const now = new Date();
  const [found] = await rows(
    viewerRow as unknown as z.ZodType<Viewer & { lastSeenAt: Date }>,
    sql`SELECT u.id AS user_id, s.id AS session_id, u.account, u.display_name, p.id AS post_id, p.title AS post_title, p.role, p.unit_id,
          u.must_change_password, s.last_seen_at,
          (WITH RECURSIVE below AS (
             SELECT id FROM unit WHERE id = p.unit_id
             UNION ALL SELECT c.id FROM unit c JOIN below b ON c.parent_id = b.id
           ) SELECT array_agg(id) FROM below) AS unit_ids,
          ARRAY(SELECT o.unit_id FROM portfolio o WHERE o.post_id = p.id ORDER BY o.unit_id) AS overseen_unit_ids
        FROM session s JOIN app_user u ON u.id = s.user_id JOIN post p ON p.id = u.post_id
        WHERE s.token_hash = ${hashToken(token)} AND s.expires_at > ${now} AND s.last_seen_at > ${new Date(now.getTime() - idleMs)} AND u.active`,
  );
  if (!found) return null;
  const { lastSeenAt, ...viewer } = found;
  if (isUse && now.getTime() - lastSeenAt.getTime() > minute)
    await pool.query('UPDATE session SET last_seen_at = $1 WHERE id = $2', [now, viewer.sessionId]);
  return viewer;
}

/** A hash nobody's password has: an unknown account costs as much time as a known one. */
let decoy: Promise<string> | undefined;

/**
 * Checks the password and opens a session; the token goes into the cookie, only its hash is kept.
 * SignInRefused: WRONG (account or password, never which), LOCKED (with the instant until which), BUSY.
 */
export async function signIn(account: string, password: string, browser: Browser): Promise<string> {
  const user = await db.user.findUnique({
    where: { account: account.trim().toLowerCase() },
    include: { post: { select: { title: true } } },
  });
  const now = new Date();
  if (user?.lockedUntil && user.lockedUntil > now) throw new SignInRefused('LOCKED', user.lockedUntil);
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const fits = await verifyPassword(user?.passwordHash ?? (await decoy), password).catch((error: unknown) => {
    throw error instanceof Busy ? new SignInRefused('BUSY', null) : error;
  });
  if (!user || !fits || !user.active) {
    const lockedUntil = user ? await noteFailure(user, browser) : null;
    throw lockedUntil ? new SignInRefused('LOCKED', lockedUntil) : new SignInRefused('WRONG', null);
  }
  const token = randomBytes(32).toString('base64url');
  await transaction(async (tx) => {
    await tx.query('UPDATE app_user SET failed_sign_ins = 0, locked_until = NULL WHERE id = $1', [user.id]);
    await tx.query(
      'INSERT INTO session (token_hash, id, user_id, expires_at, address, user_agent) VALUES ($1, gen_random_uuid(), $2, $3, $4, $5)',
      [hashToken(token), user.id, new Date(now.getTime() + absoluteMs), browser.address, browser.userAgent.slice(0, 200)],
    );
    await tx.query('DELETE FROM session WHERE expires_at < $1', [now]);
    await recordSystemEvent(tx, { kind: 'SIGN_IN', actorId: user.id, actorTitle: user.post.title, address: browser.address, payload: {} });
  });
  return token;
}

/** Counts a failure in the database, so that a restart or a second server forgets nothing; answers until when the account is now locked. */
async function noteFailure(user: { id: string; post: { title: string } }, browser: Browser): Promise<Date | null> {
  return transaction(async (tx) => {
    const { rows: found } = await tx.query<{ locked_until: Date | null }>(
      `UPDATE app_user SET
         failed_sign_ins = CASE WHEN failed_sign_ins + 1 >= $2 THEN 0 ELSE failed_sign_ins + 1 END,
         locked_until = CASE WHEN failed_sign_ins + 1 >= $2 THEN $3::timestamptz ELSE NULL END
       WHERE id = $1 RETURNING locked_until`,
      [user.id, failuresAllowed, new Date(Date.now() + lockMs)],
    );
    const lockedUntil = found[0]?.locked_until ?? null;
    const payload = { lockedUntil };
    await recordSystemEvent(tx, {
      kind: 'SIGN_IN_REFUSED',
      actorId: user.id,
      actorTitle: user.post.title,
      address: browser.address,
      payload,
    });
    return lockedUntil;
  });
}

/** Ends the viewer's own session, or another of the viewer's by id. */
export async function endSession(viewer: Viewer, sessionId: string, address: string): Promise<boolean> {
  return transaction(async (tx) => {
    const { rowCount } = await tx.query('DELETE FROM session WHERE id = $1 AND user_id = $2', [sessionId, viewer.userId]);
    const kind = sessionId === viewer.sessionId ? 'SIGN_OUT' : 'SESSION_REVOKED';
    if (rowCount)
      await recordSystemEvent(tx, { kind, actorId: viewer.userId, actorTitle: viewer.postTitle, address, payload: { sessionId } });
    return rowCount === 1;
  });
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
