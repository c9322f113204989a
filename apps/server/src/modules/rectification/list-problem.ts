import type pg from 'pg';
import { forbidden, InputError, NotFoundError } from '../../graphql/errors.ts';
import { creationOf, standingNow } from '../../registers/item-life.ts';
import { lockNumbers, numberer } from '../../registers/item-numbers.ts';
import { type LedgerContext, loadLedgerContext } from '../../registers/ledger-context.ts';
import type { Entry } from '../../registers/ledger-entry.ts';
import { rectificationProblemAdapter } from '../../registers/rectification-problem.ts';
import { signDueOn } from '../../registers/sign-due-on.ts';
import { changeItems } from '../item/change-items.ts';
import type { Change, Creation } from '../item/item-change.ts';
import { orderedId } from '../item/ordered-id.ts';
import type { Viewer } from '../session/viewer.ts';
import { boardsOf } from './board.ts';
import { checkProblem, type ProblemFields, type ProblemInput } from './problem-fields.ts';
import { unitsToListFor } from './rectification.policy.ts';

const kind = 'RECTIFICATION_PROBLEM';

/**
 * Lists a problem that a rectification found and that can't be put right on the spot, and assigns it at once to the unit that has to, in the
 * caller's transaction: its clock starts today. Answers the item's id. NotFoundError for a rectification that the viewer doesn't see or that is
 * not set up; FORBIDDEN for those who list for no unit; InputError at each field.
 */
export async function listProblem(tx: pg.PoolClient, viewer: Viewer, input: ProblemInput, requestId: string): Promise<string> {
  const [board] = await boardsOf(viewer, input.code, tx);
  if (!board?.leadUnit) throw new NotFoundError();
  const units = unitsToListFor(viewer, { leadUnitId: board.leadUnit.id, unitIds: board.units.map(({ id }) => id) });
  if (units.length === 0) throw forbidden();
  await lockNumbers(tx, kind);
  const context = await loadLedgerContext(tx);
  const { fields, problems } = checkProblem(input, context, units);
  if (problems.length > 0) throw new InputError(problems);
  const actor = { userId: viewer.userId, title: viewer.postTitle, requestId };
  const nextNumber = await numberer(kind, context, tx);
  const entry = entryOf(fields, context);
  const creation = creationOf(kind, entry, context, {
    id: orderedId(),
    number: nextNumber(Number(fields.foundOn.slice(0, 4))),
    demo: false,
    payload: { place: fields.place, foundBy: fields.foundBy, ...(fields.disorder ? { disorder: fields.disorder.code } : {}) },
  });
  await changeItems(tx, actor, [creation]);
  await rectificationProblemAdapter.write(tx, [{ itemId: creation.id, round: 1, before: null, after: entry, stored: null }], context);
  await changeItems(tx, actor, [assignment(creation, fields, context)]);
  return creation.id;
}

/** The problem as its ledger tells it, a draft as yet. */
function entryOf(fields: ProblemFields, { today, clauseOf }: LedgerContext): Entry<typeof kind> {
  const { code, title, content, disorder, place, foundBy, countyId, foundOn, leadUnitId, dutyPerson, measure, dueOn } = fields;
  const main = {
    number: '',
    title,
    category: code,
    roadDisorder: disorder?.list === 'road-disorder' ? disorder.code : null,
    enforcementDisorder: disorder?.list === 'enforcement-disorder' ? disorder.code : null,
    content,
    place,
    foundBy,
    clauseNumber: clauseOf[kind] ?? null,
    countyId,
    foundOn,
    leadUnitId,
    assistUnitIds: null,
    dutyLeader: null,
    dutyPerson,
    measure,
    assignedOn: today,
    dueOn,
    state: 'DRAFT' as const,
    result: null,
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
