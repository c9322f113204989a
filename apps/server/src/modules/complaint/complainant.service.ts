import type pg from 'pg';
import { z } from 'zod';
import { pool, type Runner, rows, sql, transaction } from '../../database.ts';
import { forbidden, NotFoundError } from '../../graphql/errors.ts';
import { type Complainant, openComplainant, openStatement, openText, type Statement, sealedColumns } from '../../registers/complainant.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import type { Viewer } from '../session/viewer.ts';
import { canReadStatements, canRevealComplainant } from './complaint.policy.ts';
import { maskPhone } from './mask-phone.ts';
import { revealReason } from './reveal-reason.ts';
import { withoutTraces } from './traces.ts';

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
    sql`SELECT c.id AS "complaintId", i.number, ${sealedColumns}
        FROM complaint c JOIN item i ON i.id = c.item_id LEFT JOIN complainant p ON p.complaint_id = c.id
        WHERE c.id = ${complaintId}::uuid AND ${itemsVisibleTo(viewer)}`,
    runner,
  );
  return found;
}

/**
 * Opens the complainant for inspection and records the look with its reason on the system chain, both or neither (policy 2(2)5).
 * GraphQLError FORBIDDEN for every other role, InputError without a reason, NotFoundError for no such complaint.
 */
export async function revealComplainant(
  viewer: Viewer,
  { complaintId, reason: given }: { complaintId: string; reason: string },
  address: string,
): Promise<RevealedComplainant> {
  if (!canRevealComplainant(viewer)) throw forbidden();
  const reason = revealReason(given);
  return transaction(async (tx) => {
    const sealed = await sealedOf(viewer, complaintId, tx);
    if (!sealed) throw new NotFoundError('没有找到这件投诉。');
    await recordSystemEvent(tx, {
      kind: 'COMPLAINANT_REVEALED',
      actorId: viewer.userId,
      actorTitle: viewer.postTitle,
      address,
      payload: { complaintId, number: sealed.number, reason },
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

const statementRow = z.object({
  wrappedKey: z.instanceof(Buffer).nullable(),
  statementCipher: z.instanceof(Buffer).nullable(),
  supplements: z.array(z.object({ at: z.string(), text: z.string() })),
});

export interface OwnWords extends Statement {
  /** What was added later, the oldest first. */
  supplements: { at: Date; text: string }[];
}

/** Own words, what was added later, and a first draft of what units may read. */
export interface StatementWithSupplements extends OwnWords {
  draftFacts: string;
}

/** The complainant's own words, for inspection alone; null for every other role, or where there is none. */
export async function statementOf(viewer: Viewer, complaintId: string): Promise<StatementWithSupplements | null> {
  if (!canReadStatements(viewer)) return null;
  const words = await ownWords(complaintId);
  const sealed = words && (await sealedOf(viewer, complaintId, pool));
  return sealed ? { ...words, draftFacts: withoutTraces(words.facts, openComplainant(sealed)) } : null;
}

/** The same without asking who reads: for the complainant's own page. */
export async function ownWords(complaintId: string, runner?: Runner): Promise<OwnWords | null> {
  const [found] = await rows(
    statementRow,
    sql`SELECT p.wrapped_key AS "wrappedKey", p.statement_cipher AS "statementCipher",
          coalesce((SELECT jsonb_agg(jsonb_build_object('at', s.at, 'text', encode(s.text_cipher, 'hex')) ORDER BY s.at, s.id)
            FROM complaint_supplement s WHERE s.complaint_id = p.complaint_id), '[]') AS supplements
        FROM complainant p WHERE p.complaint_id = ${complaintId}::uuid`,
    runner,
  );
  if (!found?.wrappedKey) return null;
  const { wrappedKey } = found;
  const statement = openStatement(found);
  if (!statement) return null;
  const supplements = found.supplements.map(({ at, text }) => ({ at: new Date(at), text: openText(wrappedKey, Buffer.from(text, 'hex')) }));
  return { ...statement, supplements };
}
