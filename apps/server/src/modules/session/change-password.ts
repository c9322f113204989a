import { db, transaction } from '../../database.ts';
import { type FieldProblem, InputError } from '../../graphql/errors.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { hashPassword, passwordProblem, passwordSentences, verifyPassword } from './password.ts';
import type { Viewer } from './viewer.ts';

/** How many former passwords may not come back. */
const remembered = 5;

/**
 * Sets the viewer's own password and ends the viewer's other sessions.
 * InputError at `current` (wrong) or `next` (too simple, used before).
 */
export async function changePassword(viewer: Viewer, current: string, next: string, address: string): Promise<void> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: viewer.userId },
    include: { passwords: { orderBy: { id: 'desc' }, take: remembered } },
  });
  if (!(await verifyPassword(user.passwordHash, current))) throw refuse('current', 'WRONG_PASSWORD', '当前密码不正确。');
  const problem = passwordProblem(next, user.account);
  if (problem) throw refuse('next', problem, passwordSentences[problem]);
  for (const { passwordHash } of [user, ...user.passwords])
    if (await verifyPassword(passwordHash, next)) throw refuse('next', 'USED_BEFORE', `不能使用最近 ${remembered} 次用过的密码。`);
  const passwordHash = await hashPassword(next);
  await transaction(async (tx) => {
    await tx.query('INSERT INTO password_history (user_id, password_hash) VALUES ($1, $2)', [user.id, user.passwordHash]);
    await tx.query(
      'UPDATE app_user SET password_hash = $2, password_changed_at = now(), must_change_password = false, version = version + 1 WHERE id = $1',
      [user.id, passwordHash],
    );
    await tx.query('DELETE FROM session WHERE user_id = $1 AND id <> $2', [user.id, viewer.sessionId]);
    await recordSystemEvent(tx, { kind: 'PASSWORD_CHANGED', actorId: user.id, actorTitle: viewer.postTitle, address, payload: {} });
  });
}

function refuse(field: string, code: string, message: string): InputError {
  const problem: FieldProblem = { field, code, message };
  return new InputError([problem]);
}
