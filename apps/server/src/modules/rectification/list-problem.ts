import type pg from 'pg';
import { forbidden, InputError, NotFoundError } from '../../graphql/errors.ts';
import { type LedgerContext, loadLedgerContext } from '../../registers/ledger-context.ts';
import type { Entry } from '../../registers/ledger-entry.ts';
import { openItems } from '../../registers/open-items.ts';
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
  const context = await loadLedgerContext(tx);
  const { fields, problems } = checkProblem(input, context, units);
  if (problems.length > 0) throw new InputError(problems);
  const actor = { userId: viewer.userId, title: viewer.postTitle, requestId };
  const { place, foundBy, disorder, foundOn } = fields;
  const entry = entryOf(fields, context);
  const payload = { place, foundBy, ...(disorder ? { disorder: disorder.code } : {}) };
  const [item] = await openItems(tx, actor, kind, [{ entry, year: Number(foundOn.slice(0, 4)), payload, firstAct: 'ASSIGN' }], context);
  return item!.id;
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
