import type pg from 'pg';
import { forbidden, InputError } from '../../graphql/errors.ts';
import { creationOf, standingNow } from '../../registers/item-life.ts';
import { lockNumbers, numberer } from '../../registers/item-numbers.ts';
import { type LedgerContext, loadLedgerContext } from '../../registers/ledger-context.ts';
import type { Entry } from '../../registers/ledger-entry.ts';
import { publicProblemAdapter } from '../../registers/public-problem.ts';
import { signDueOn } from '../../registers/sign-due-on.ts';
import { changeItems } from '../item/change-items.ts';
import type { Change, Creation } from '../item/item-change.ts';
import { orderedId } from '../item/ordered-id.ts';
import type { Viewer } from '../session/viewer.ts';
import { checkProblem, type ProblemFields, type ProblemInput } from './problem-fields.ts';
import { canRegisterProblems } from './public-problem.policy.ts';

const kind = 'PUBLIC_PROBLEM';

/**
 * Registers a problem that the public raised and assigns it to its unit at once, in the caller's transaction: its clock, that of signing in
 * too, starts today. Answers the item's id. InputError at each field; FORBIDDEN for all but units and the supervision office.
 */
export async function registerProblem(tx: pg.PoolClient, viewer: Viewer, input: ProblemInput, requestId: string): Promise<string> {
  if (!canRegisterProblems(viewer)) throw forbidden();
  await lockNumbers(tx, kind);
  const context = await loadLedgerContext(tx);
  const { fields, problems } = checkProblem(viewer, input, context);
  if (problems.length > 0) throw new InputError(problems);
  const actor = { userId: viewer.userId, title: viewer.postTitle, requestId };
  const nextNumber = await numberer(kind, context, tx);
  const entry = entryOf(fields, context);
  const creation = creationOf(kind, entry, context, {
    id: orderedId(),
    number: nextNumber(Number(fields.raisedOn.slice(0, 4))),
    demo: false,
    payload: { origin: fields.origin },
  });
  await changeItems(tx, actor, [creation]);
  await publicProblemAdapter.write(tx, [{ itemId: creation.id, round: 1, before: null, after: entry, stored: null }], context);
  await changeItems(tx, actor, [assignment(creation, fields, context)]);
  return creation.id;
}

/** The problem as its ledger tells it, a draft as yet. */
function entryOf(fields: ProblemFields, { today, clauseOf }: LedgerContext): Entry<typeof kind> {
  const { title, content, topic, origin, channel, peopleAffected, countyId, raisedOn, leadUnitId, dueOn, raiserName, raiserPhone } = fields;
  const main = {
    number: '',
    title,
    category: topic,
    origin,
    channel,
    raiserName,
    raiserPhone,
    content,
    peopleAffected,
    clauseNumber: clauseOf[kind] ?? null,
    countyId,
    raisedOn,
    leadUnitId,
    assistUnitIds: null,
    dutyLeader: null,
    dutyPerson: null,
    measure: null,
    assignedOn: today,
    dueOn,
    state: 'DRAFT' as const,
    answer: null,
    answeredOn: null,
    satisfaction: null,
    externalNumber: null,
    closedOn: null,
    writtenOffOn: null,
    version: null,
  };
  return { main, children: {} };
}

function assignment({ id, facts }: Creation, { leadUnitId, dueOn }: ProblemFields, context: LedgerContext): Change {
  const assignedOn = context.today;
  const standing = standingNow(kind, { plan: [], points: [] }, { state: 'ASSIGNED', assignedOn, dueOn }, context);
  return {
    action: 'ASSIGN',
    itemId: id,
    version: 1,
    facts: { ...facts, assignedOn, dueOn },
    standing,
    parts: [{ unitId: leadUnitId, duty: 'LEAD', standing, assignedOn, signDueOn: signDueOn(assignedOn, context) }],
    payload: { leadUnitId, dueOn },
  };
}
