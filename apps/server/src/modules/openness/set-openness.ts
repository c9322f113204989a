import type { Openness } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { clock } from '../../clock.ts';
import { execute, sql } from '../../database.ts';
import { ActRefusedError, InputError } from '../../graphql/errors.ts';
import { changeItems } from '../item/change-items.ts';
import { lockVisible } from '../item/lock-visible.ts';
import type { Viewer } from '../session/viewer.ts';
import { canSetOpenness, publicKinds } from './openness.policy.ts';
import { opennessOf } from './openness-state.ts';
import { reasonOf } from './reason.ts';

/** What is to be public of an item, as it came in. */
export interface OpennessSetting {
  itemId: string;
  /** The item's version as seen. */
  version: number;
  openness: Openness;
  /** Required where it is not to be public. */
  reason?: string | null | undefined;
}

/**
 * 设定公开属性: the supervision office says whether an item is public, in the caller's transaction. It then waits for a reviewer, and until
 * then is not public, whatever it was before.
 *
 * Errors: NotFoundError (not there, or not for this viewer), ConflictError, ActRefusedError (role, register), InputError at each field.
 */
export async function setOpenness(
  tx: pg.PoolClient,
  viewer: Viewer,
  given: OpennessSetting,
  requestId: string,
): Promise<{ itemId: string }> {
  const item = await lockVisible(tx, viewer, given.itemId, given.version);
  if (!canSetOpenness(viewer)) throw new ActRefusedError('NOT_THIS_ROLE', '公开属性由督查室设定。');
  if (!publicKinds.has(item.kind)) throw new ActRefusedError('NEVER_PUBLIC', '只有民生实事逐件公开；其他事项只公开总数，投诉一律不公开。');
  const reason = reasonOf(given.reason, given.openness !== 'PUBLIC');
  const [before] = await opennessOf([item.id], tx);
  if (before?.openness === given.openness && before.verdict !== 'REJECTED')
    throw new InputError([{ field: 'openness', code: 'SAME', message: '公开属性没有变化。' }]);
  await execute(
    sql`INSERT INTO item_openness (item_id, openness, set_by_id, set_by, set_at, reason)
        VALUES (${item.id}::uuid, ${given.openness}::openness, ${viewer.userId}::uuid, ${viewer.postTitle}, ${clock.now()}, ${reason})
        ON CONFLICT (item_id) DO UPDATE SET openness = excluded.openness, set_by_id = excluded.set_by_id, set_by = excluded.set_by,
          set_at = excluded.set_at, reason = excluded.reason, verdict = NULL, reviewed_by = NULL, reviewed_at = NULL`,
    tx,
  );
  const payload = { openness: given.openness, ...(before ? { opennessBefore: before.openness } : {}), ...(reason ? { reason } : {}) };
  const actor = { userId: viewer.userId, title: viewer.postTitle, requestId };
  await changeItems(tx, actor, [{ action: 'SET_OPENNESS', itemId: item.id, version: item.version, payload }]);
  return { itemId: item.id };
}
