import type pg from 'pg';
import { z } from 'zod';
import { pool, rows, sql, transaction } from '../../database.ts';
import { forbidden, NotFoundError } from '../../graphql/errors.ts';
import { type Complainant, openComplainant } from '../../registers/complainant.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { canRevealComplainant, itemsVisibleTo } from '../item/item.policy.ts';
import type { Viewer } from '../session/viewer.ts';
import { maskPhone } from './mask-phone.ts';

/** Who stands behind one complaint, in clear. */
export interface RevealedComplainant extends Complainant {
  complaintId: string;
}

const sealedRow = z.looseObject({ complaintId: z.string(), number: z.string() });

/** The sealed complainant of a complaint that the viewer may see; undefined when there is no such complaint. */
async function sealedOf(viewer: Viewer, complaintId: string, runner: Pick<pg.ClientBase, 'query'>) {
  if (!z.uuid().safeParse(complaintId).success) return undefined;
  const [found] = await rows(
    sealedRow,
    sql`SELECT c.id AS "complaintId", i.number, p.wrapped_key AS "wrappedKey", p.name_cipher AS "nameCipher", p.phone_cipher AS "phoneCipher",
          p.identity_cipher AS "identityCipher", p.address_cipher AS "addressCipher"
        FROM complaint c JOIN item i ON i.id = c.item_id LEFT JOIN complainant p ON p.complaint_id = c.id
        WHERE c.id = ${complaintId}::uuid AND ${itemsVisibleTo(viewer)}`,
    runner,
  );
  return found;
}

/**
 * Opens the complainant for inspection and records the look on the system chain, both or neither (policy 2(2)5).
 * GraphQLError FORBIDDEN for every other role, NotFoundError for no such complaint.
 */
export async function revealComplainant(viewer: Viewer, complaintId: string, address: string): Promise<RevealedComplainant> {
  if (!canRevealComplainant(viewer)) throw forbidden();
  return transaction(async (tx) => {
    const sealed = await sealedOf(viewer, complaintId, tx);
    if (!sealed) throw new NotFoundError('没有找到这件投诉。');
    await recordSystemEvent(tx, {
      kind: 'COMPLAINANT_REVEALED',
      actorId: viewer.userId,
      actorTitle: viewer.postTitle,
      address,
      payload: { complaintId, number: sealed.number },
    });
    return { complaintId, ...openComplainant(sealed) };
  });
}

/** 138****1234, so that inspection can tell two complaints of one caller without opening them; null for every other role, or without a phone. */
export async function maskedPhoneOf(viewer: Viewer, complaintId: string): Promise<string | null> {
  if (!canRevealComplainant(viewer)) return null;
  const sealed = await sealedOf(viewer, complaintId, pool);
  const phone = sealed && openComplainant(sealed).complainantPhone;
  return phone ? maskPhone(phone) : null;
}
