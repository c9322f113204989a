import type pg from 'pg';
import { db } from '../../database.ts';
import { InputError } from '../../graphql/errors.ts';
import { hashPassword, passwordProblem, passwordSentences } from '../session/password.ts';
import { type Administrator, administer, isTaken, lockVersion, Problems } from './administration.ts';

export interface NewUser {
  account: string;
  /** A post's title will do: people are named by post. */
  displayName: string;
  postId: string;
  password: string;
}

/** Makes an account on a post; its initial password must be changed at the first sign-in. InputError at `account`, `displayName`, `postId` or `password`. */
export async function createUser(by: Administrator, given: NewUser): Promise<string> {
  const account = given.account.trim().toLowerCase();
  const problems = new Problems().when(
    !/^[a-z][a-z0-9._-]{2,39}$/.test(account),
    'account',
    'MALFORMED',
    '账号以小写字母开头，3 至 40 位，可含数字、点、横线。',
  );
  const displayName = problems.text(given.displayName, 'displayName', 40);
  problems.when((await db.post.count({ where: { id: given.postId } })) === 0, 'postId', 'UNKNOWN', '没有这个岗位。');
  problems.when((await db.user.count({ where: { account } })) > 0, 'account', 'TAKEN', '这个账号已被使用。');
  checkPassword(problems, given.password, account);
  problems.refuse();
  const passwordHash = await hashPassword(given.password);
  try {
    return await administer(by, 'createUser', { account, displayName, postId: given.postId }, async (tx) => {
      const { rows } = await tx.query<{ id: string }>(
        `INSERT INTO app_user (id, account, display_name, post_id, password_hash, password_changed_at, must_change_password)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, now(), TRUE) RETURNING id`,
        [account, displayName, given.postId, passwordHash],
      );
      return rows[0]!.id;
    });
  } catch (error) {
    if (isTaken(error)) throw new InputError([{ field: 'account', code: 'TAKEN', message: '这个账号已被使用。' }]);
    throw error;
  }
}

/** Gives a user a new initial password, ends the user's sessions and lifts a lock. InputError at `password`. */
export async function resetPassword(by: Administrator, id: string, version: number, password: string): Promise<void> {
  const user = await db.user.findFirst({ where: { id: uuidOf(id) }, select: { account: true } });
  const problems = new Problems();
  checkPassword(problems, password, user?.account ?? '');
  if (user) problems.refuse();
  const passwordHash = await hashPassword(password);
  await administer(by, 'resetPassword', { id, account: user?.account }, async (tx) => {
    await lockVersion(tx, 'app_user', id, version);
    await tx.query('INSERT INTO password_history (user_id, password_hash) SELECT id, password_hash FROM app_user WHERE id = $1', [id]);
    await tx.query(
      `UPDATE app_user SET password_hash = $2, password_changed_at = now(), must_change_password = TRUE, failed_sign_ins = 0,
         locked_until = NULL, version = version + 1 WHERE id = $1`,
      [id, passwordHash],
    );
    await endSessions(tx, id);
  });
}

/** Moves a user to another post: the rights go with the post, so the user signs in anew. InputError at `postId`. */
export async function movePost(by: Administrator, id: string, version: number, postId: string): Promise<void> {
  await administer(by, 'movePost', { id, postId }, async (tx) => {
    await lockVersion(tx, 'app_user', id, version);
    const { rowCount } = await tx.query('SELECT 1 FROM post WHERE id = $1', [postId]);
    new Problems()
      .when(rowCount === 0, 'postId', 'UNKNOWN', '没有这个岗位。')
      .when(id === by.viewer.userId, 'postId', 'OWN_POST', '不能调整自己的岗位，请由另一位系统管理员办理。')
      .refuse();
    await tx.query('UPDATE app_user SET post_id = $2, version = version + 1 WHERE id = $1', [id, postId]);
    await endSessions(tx, id);
  });
}

/** Takes a user's access away at once, or gives it back. InputError at `active` for one's own account. */
export async function setUserActive(by: Administrator, id: string, version: number, active: boolean): Promise<void> {
  await administer(by, active ? 'reactivateUser' : 'deactivateUser', { id }, async (tx) => {
    await lockVersion(tx, 'app_user', id, version);
    new Problems().when(id === by.viewer.userId, 'active', 'OWN_ACCOUNT', '不能停用自己的账号。').refuse();
    await tx.query('UPDATE app_user SET active = $2, version = version + 1 WHERE id = $1', [id, active]);
    if (!active) await endSessions(tx, id);
  });
}

/** Lifts the lock of an account after failed sign-ins. */
export async function unlockUser(by: Administrator, id: string, version: number): Promise<void> {
  await administer(by, 'unlockUser', { id }, async (tx) => {
    await lockVersion(tx, 'app_user', id, version);
    await tx.query('UPDATE app_user SET failed_sign_ins = 0, locked_until = NULL, version = version + 1 WHERE id = $1', [id]);
  });
}

/** Ends all sessions of a user. */
export async function revokeSessionsOf(by: Administrator, id: string, version: number): Promise<void> {
  await administer(by, 'revokeSessionsOf', { id }, async (tx) => {
    await lockVersion(tx, 'app_user', id, version);
    await endSessions(tx, id);
  });
}

/** The id as a uuid, or one that nobody has. */
export function uuidOf(id: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id : '00000000-0000-0000-0000-000000000000';
}

function checkPassword(problems: Problems, password: string, account: string): void {
  const problem = passwordProblem(password, account);
  if (problem) problems.when(true, 'password', problem, passwordSentences[problem]);
}

async function endSessions(tx: pg.PoolClient, id: string): Promise<void> {
  await tx.query('DELETE FROM session WHERE user_id = $1', [id]);
}
