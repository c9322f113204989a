import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { openRaiser, sealedRaiserColumns } from '../../registers/raiser.ts';
import { maskPhone } from '../complaint/mask-phone.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import type { Viewer } from '../session/viewer.ts';
import { isHandledIn } from './handled-in.ts';
import { canRevealRaiser } from './public-problem.policy.ts';

const raisingRow = z.looseObject({
  itemId: z.string(),
  number: z.string(),
  raisedOn: z.string(),
  channel: z.string(),
  answeredOn: z.string().nullable(),
  hasRaiser: z.boolean(),
  leadUnitId: z.string(),
});

/** One raising of a problem: that of the item itself, or of one merged into it. Never with a name. */
export interface ProblemRaising {
  itemId: string;
  number: string;
  raisedOn: string;
  /** Code of the dictionary `public-problem-channel`. */
  channel: string;
  answeredOn: string | null;
  /** Whoever raised it left a name or a phone. */
  hasRaiser: boolean;
  /** 138****1234, for whoever may reveal it. */
  maskedPhone: string | null;
}

/** All raisings that are handled in an item that the viewer may see, the own first, then the earliest. */
export async function raisingsIn(viewer: Viewer, itemId: string): Promise<ProblemRaising[]> {
  const found = await rows(
    raisingRow,
    sql`SELECT m.id AS "itemId", m.number, m.found_on AS "raisedOn", d.channel, d.answered_on AS "answeredOn",
          (r.name_cipher IS NOT NULL OR r.phone_cipher IS NOT NULL) AS "hasRaiser", i.lead_unit_id AS "leadUnitId", ${sealedRaiserColumns}
        FROM item i JOIN public_problem d ON ${isHandledIn(sql`i.id`)} JOIN item m ON m.id = d.item_id
        LEFT JOIN problem_raiser r ON r.item_id = d.item_id
        WHERE i.id = ${itemId}::uuid AND ${itemsVisibleTo(viewer)} ORDER BY m.id <> i.id, m.found_on, m.number`,
  );
  return found.map(({ itemId, number, raisedOn, channel, answeredOn, hasRaiser, leadUnitId, ...sealed }) => {
    const phone = hasRaiser && canRevealRaiser(viewer, leadUnitId) ? openRaiser(sealed).raiserPhone : null;
    return { itemId, number, raisedOn, channel, answeredOn, hasRaiser, maskedPhone: phone && maskPhone(phone) };
  });
}
