import type { Day } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { insertRows } from '../../database.ts';
import { InputError } from '../../graphql/errors.ts';
import { type Complainant, nobody, type Statement, sealComplainant } from '../../registers/complainant.ts';
import { acceptDay, complaintAdapter } from '../../registers/complaint.ts';
import { creationOf } from '../../registers/item-life.ts';
import { lockNumbers, numberer } from '../../registers/item-numbers.ts';
import { type LedgerContext, loadLedgerContext } from '../../registers/ledger-context.ts';
import type { Entry } from '../../registers/ledger-entry.ts';
import { changeItems } from '../item/change-items.ts';
import type { Actor } from '../item/item-change.ts';
import { orderedId } from '../item/ordered-id.ts';
import { complaintOffice } from './complaint-office.ts';
import { takeFiles } from './take-files.ts';

/** A complaint as it came in. What the complainant wrote is sealed; nothing of it is read by units. */
export interface NewComplaint {
  /** Code of the dictionary `complaint-channel`. */
  channel: string;
  realName: boolean;
  person: Complainant;
  statement: Statement;
  category: string | null;
  complainedUnitId: string | null;
  people: number;
  /** Uploads that nobody has taken yet: of whoever enters it, or of nobody from the public site. */
  fileIds: readonly string[];
  /** With these the complainant reads the answer. */
  queryCode: string;
  secretHash: string;
  /** Answered when it was made (当场答复): what units may read of it, and the answer. */
  onTheSpot?: { facts: string; answer: string };
}

export interface RegisteredComplaint {
  id: string;
  itemId: string;
  number: string;
  receivedOn: Day;
  /** Last day for the decision whether it is taken on; null where the pack has no limit, or it was answered on the spot. */
  acceptDueOn: Day | null;
}

/**
 * Registers a complaint in the caller's transaction: an item that waits to be taken on (DRAFT) with the complaint office, due when the decision
 * is; closed at once when it was answered on the spot. `actor.userId` null: the complainant, on the public site.
 * InputError at `fileIds` for files that are not there to be taken.
 */
export async function registerComplaint(
  tx: pg.PoolClient,
  actor: Actor,
  given: NewComplaint,
  { demo = false } = {},
): Promise<RegisteredComplaint> {
  await lockNumbers(tx, 'COMPLAINT');
  const context = await loadLedgerContext(tx);
  const { today } = context;
  const nextNumber = await numberer('COMPLAINT', context, tx);
  const office = await complaintOffice(tx);
  const acceptDueOn = given.onTheSpot ? null : acceptDay(context, today);
  const entry = complaintAdapter.complete(entryOf(given, office, context), context);
  const itemId = orderedId();
  const creation = creationOf('COMPLAINT', entry, context, {
    id: itemId,
    number: nextNumber(Number(today.slice(0, 4))),
    demo,
    payload: { channel: given.channel, ...(given.onTheSpot ? { onTheSpot: true } : {}) },
  });
  await changeItems(tx, actor, [creation]);
  await complaintAdapter.write(tx, [{ itemId, round: 1, before: null, after: entry, stored: null }], context);
  const [complaint] = (
    await tx.query<{ id: string }>(
      `UPDATE complaint SET query_code = $2, secret_hash = $3, accept_due_on = $4, on_the_spot = $5 WHERE item_id = $1 RETURNING id`,
      [itemId, given.queryCode, given.secretHash, acceptDueOn, given.onTheSpot !== undefined],
    )
  ).rows;
  const { id } = complaint!;
  await insertRows(tx, 'complainant', [sealComplainant(id, given.person, { statement: given.statement })]);
  if (given.fileIds.length > 0 && !(await takeFiles(tx, actor.userId, given.fileIds, { itemId, complaintId: id })))
    throw new InputError([{ field: 'fileIds', code: 'UNKNOWN_FILES', message: '有的附件已失效，请删除后重新上传。' }]);
  return { id, itemId, number: creation.number, receivedOn: today, acceptDueOn };
}

/** The complaint as its ledger tells it. Its title names the unit and the class, never what was written. */
function entryOf(given: NewComplaint, office: string, { today, lookupData, countyOf, clauseOf }: LedgerContext): Entry<'COMPLAINT'> {
  const unit = lookupData.units.find(({ id }) => id === given.complainedUnitId);
  const term = lookupData.terms.find(({ dictionary, code }) => dictionary === 'complaint-class' && code === given.category);
  const { onTheSpot } = given;
  const closedOn = onTheSpot ? today : null;
  const main = {
    number: '',
    title: `关于${unit ? unit.shortName || unit.name : '有关单位'}${term ? term.name : '工作效能'}问题的投诉`,
    channel: given.channel,
    realName: given.realName,
    // Sealed by `registerComplaint`, with the statement and under one key.
    ...nobody,
    complainedUnitId: given.complainedUnitId,
    category: given.category,
    facts: onTheSpot?.facts ?? '',
    clauseNumber: clauseOf.COMPLAINT ?? null,
    countyId: (given.complainedUnitId && countyOf.get(given.complainedUnitId)) ?? null,
    receivedOn: today,
    acceptedOn: closedOn,
    assignedOn: today,
    mode: onTheSpot ? ('OWN' as const) : null,
    leadUnitId: office,
    assistUnitIds: null,
    dutyLeader: null,
    dutyPerson: null,
    dueOn: null,
    extensionDays: null,
    finding: null,
    sanction: null,
    answer: onTheSpot?.answer ?? null,
    answeredOn: closedOn,
    calledBackOn: null,
    satisfaction: null,
    reworkCount: null,
    people: given.people,
    externalNumber: null,
    state: onTheSpot ? ('CLOSED' as const) : ('DRAFT' as const),
    closedOn,
    writtenOffOn: null,
    version: null,
  };
  return { main, children: {} };
}
