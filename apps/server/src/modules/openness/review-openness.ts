import type { OpennessVerdict } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { clock } from '../../clock.ts';
import { execute, sql } from '../../database.ts';
import { ActRefusedError } from '../../graphql/errors.ts';
import { changeItems } from '../item/change-items.ts';
import { lockVisible } from '../item/lock-visible.ts';
import type { Viewer } from '../session/viewer.ts';
import { canReviewOpenness, seesOpennessRoom } from './openness.policy.ts';
import { opennessOf } from './openness-state.ts';
import { reasonOf } from './reason.ts';

/** A reviewer's word on a 公开属性, as it came in. */
export interface OpennessReview {
  itemId: string;
  /** The item's version as seen: what the reviewer read is what is passed. */
  version: number;
  verdict: OpennessVerdict;
  /** Required where it is rejected. */
  reason?: string | null | undefined;
}

/**
 * 公开审核: a leader of the city, or another person of the supervision office than set it, passes or rejects the 公开属性, in the caller's
 * transaction. Only what is set 主动公开 and passed is public.
 *
 * Errors: NotFoundError (not there, or not for this viewer), ConflictError, ActRefusedError (role, own setting, nothing waits), InputError at
 * `reason`.
 */
export async function reviewOpenness(
  tx: pg.PoolClient,
  viewer: Viewer,
  given: OpennessReview,
  requestId: string,
): Promise<{ itemId: string }> {
  const item = await lockVisible(tx, viewer, given.itemId, given.version);
  if (!seesOpennessRoom(viewer)) throw new ActRefusedError('NOT_THIS_ROLE', '公开审核由市领导或督查室其他人员进行。');
  const [state] = await opennessOf([item.id], tx);
  if (!state) throw new ActRefusedError('NOT_SET', '尚未设定公开属性，不能审核。');
  if (state.verdict !== null) throw new ActRefusedError('ALREADY_REVIEWED', '公开属性已经审核；如须改变，请由督查室重新设定。');
  if (!canReviewOpenness(viewer, state)) throw new ActRefusedError('OWN_SETTING', '公开属性是您设定的，须由其他人员审核。');
  const reason = reasonOf(given.reason, given.verdict === 'REJECTED');
  await execute(
    sql`UPDATE item_openness SET verdict = ${given.verdict}::openness_verdict, reviewed_by = ${viewer.postTitle}, reviewed_at = ${clock.now()},
          reason = coalesce(${reason}, reason) WHERE item_id = ${item.id}::uuid`,
    tx,
  );
  const payload = { openness: state.openness, verdict: given.verdict, ...(reason ? { reason } : {}) };
  const actor = { userId: viewer.userId, title: viewer.postTitle, requestId };
  await changeItems(tx, actor, [{ action: 'REVIEW_OPENNESS', itemId: item.id, version: item.version, payload }]);
  return { itemId: item.id };
}
