import type pg from 'pg';
import { forbidden, InputError } from '../../graphql/errors.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import { openItems } from '../../registers/open-items.ts';
import type { Viewer } from '../session/viewer.ts';
import { newProblemEntry } from './new-problem.ts';
import { checkProblem, type ProblemInput } from './problem-fields.ts';
import { canRegisterProblems } from './public-problem.policy.ts';

/**
 * Registers a problem that the public raised and assigns it to its unit at once, in the caller's transaction: its clock, that of signing in
 * too, starts today. Answers the item's id. InputError at each field; FORBIDDEN for all but units and the supervision office.
 */
export async function registerProblem(tx: pg.PoolClient, viewer: Viewer, input: ProblemInput, requestId: string): Promise<string> {
  if (!canRegisterProblems(viewer)) throw forbidden();
  const context = await loadLedgerContext(tx);
  const { fields, problems } = checkProblem(viewer, input, context);
  if (problems.length > 0) throw new InputError(problems);
  const actor = { userId: viewer.userId, title: viewer.postTitle, requestId };
  const entry = newProblemEntry(fields, context);
  const year = Number(fields.raisedOn.slice(0, 4));
  const [item] = await openItems(
    tx,
    actor,
    'PUBLIC_PROBLEM',
    [{ entry, year, payload: { origin: fields.origin }, firstAct: 'ASSIGN' }],
    context,
  );
  return item!.id;
}
