import { db, transaction } from '../../database.ts';
import { InputError } from '../../graphql/errors.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { hashPassword, passwordProblem, passwordSentences } from './password.ts';

/** True while the city has no account at all. */
export async function setUpNeeded(): Promise<boolean> {
  return (await db.user.count()) === 0;
}

/**
 * Makes the first account, on the pack's system administrator post.
 * InputError at `account` (malformed, or the city is already set up) or `password`.
 */
export async function setUp(givenAccount: string, password: string, address: string): Promise<void> {
  const account = givenAccount.trim().toLowerCase();
  if (!/^[a-z][a-z0-9._-]{2,39}$/.test(account))
    throw new InputError([{ field: 'account', code: 'MALFORMED', message: '账号以小写字母开头，3 至 40 位，可含数字、点、横线。' }]);
  const problem = passwordProblem(password, account);
  if (problem) throw new InputError([{ field: 'password', code: problem, message: passwordSentences[problem] }]);
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    // Two browsers at once: the second finds the account of the first.
    await tx.query('LOCK TABLE app_user IN SHARE ROW EXCLUSIVE MODE');
    const { rowCount } = await tx.query('SELECT 1 FROM app_user LIMIT 1');
    if (rowCount) throw new InputError([{ field: 'account', code: 'ALREADY_SET_UP', message: '本系统已设立管理员，请直接登录。' }]);
    const { rows } = await tx.query<{ id: string; title: string }>(
      `SELECT id, title FROM post WHERE role = 'SYSTEM_ADMIN' ORDER BY position, id LIMIT 1`,
    );
    const post = rows[0];
    if (!post) throw new Error('The pack has no post with the role SYSTEM_ADMIN');
    const { rows: made } = await tx.query<{ id: string }>(
      `INSERT INTO app_user (id, account, display_name, post_id, password_hash, password_changed_at)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, now()) RETURNING id`,
      [account, post.title, post.id, passwordHash],
    );
    await recordSystemEvent(tx, { kind: 'SET_UP', actorId: made[0]!.id, actorTitle: post.title, address, payload: { account } });
  });
}
