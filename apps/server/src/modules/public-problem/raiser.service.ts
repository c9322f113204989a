import { z } from 'zod';
import { rows, sql, transaction } from '../../database.ts';
import { forbidden, NotFoundError } from '../../graphql/errors.ts';
import { openRaiser, type Raiser, sealedRaiserColumns } from '../../registers/raiser.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { revealReason } from '../complaint/reveal-reason.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import { isId } from '../item/lock-visible.ts';
import type { Viewer } from '../session/viewer.ts';
import { canRevealRaiser } from './public-problem.policy.ts';

/** Who raised one problem, in clear. */
export interface RevealedRaiser extends Raiser {
  itemId: string;
}

const sealedRow = z.looseObject({ number: z.string(), leadUnitId: z.string() });

/**
 * Opens who raised a problem for those who have to answer, and records the look with its reason on the system chain, both or neither. Of a
 * merged problem those answer who handle the one that it was merged into.
 * GraphQLError FORBIDDEN for everybody else who sees it, InputError without a reason, NotFoundError for no such problem.
 */
export async function revealRaiser(
  viewer: Viewer,
  { itemId, reason: given }: { itemId: string; reason: string },
  address: string,
): Promise<RevealedRaiser> {
  if (!isId(itemId)) throw new NotFoundError('没有找到这个问题。');
  return transaction(async (tx) => {
    const [found] = await rows(
      sealedRow,
      sql`SELECT m.number, i.lead_unit_id AS "leadUnitId", ${sealedRaiserColumns}
          FROM item m JOIN item i ON i.id = coalesce(m.merged_into_id, m.id) LEFT JOIN problem_raiser r ON r.item_id = m.id
          WHERE m.id = ${itemId}::uuid AND m.kind = 'PUBLIC_PROBLEM' AND ${itemsVisibleTo(viewer)}`,
      tx,
    );
    if (!found) throw new NotFoundError('没有找到这个问题。');
    if (!canRevealRaiser(viewer, found.leadUnitId)) throw forbidden();
    const reason = revealReason(given);
    await recordSystemEvent(tx, {
      kind: 'RAISER_REVEALED',
      actorId: viewer.userId,
      actorTitle: viewer.postTitle,
      address,
      payload: { itemId, number: found.number, reason },
    });
    return { itemId, ...openRaiser(found) };
  });
}
