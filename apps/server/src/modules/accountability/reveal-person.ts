import { z } from 'zod';
import { rows, sql, transaction } from '../../database.ts';
import { forbidden, InputError, NotFoundError } from '../../graphql/errors.ts';
import { reasonProblems } from '../audit/reason-problems.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import type { Viewer } from '../session/viewer.ts';
import { canRevealPerson, recordsVisibleTo } from './accountability.policy.ts';
import { maskName, openName } from './person-name.ts';
import { storedColumns, storedRecord } from './stored-record.ts';

/** Who a record is about, in clear; null when no name was entered. */
export interface RevealedPerson {
  recordId: string;
  name: string | null;
}

/**
 * Opens a name for inspection and records the look with its reason on the system chain, both or neither.
 * GraphQLError FORBIDDEN for every other role, InputError without a reason, NotFoundError for no such record.
 */
export async function revealPerson(viewer: Viewer, id: string, reason: string, address: string): Promise<RevealedPerson> {
  if (!canRevealPerson(viewer)) throw forbidden();
  if (!z.uuid().safeParse(id).success) throw new NotFoundError();
  return transaction(async (tx) => {
    const [record] = await rows(
      storedRecord,
      sql`SELECT ${storedColumns} FROM accountability r WHERE r.id = ${id}::uuid AND ${recordsVisibleTo(viewer)}`,
      tx,
    );
    if (!record) throw new NotFoundError();
    const problems = reasonProblems(reason);
    if (problems.length > 0) throw new InputError(problems);
    const name = openName(record);
    // The audit administrator reads the reason: a name typed into it is masked, and no answer tells whether it was the right one.
    const said = name === null ? reason.trim() : reason.trim().replaceAll(name, maskName(name));
    await recordSystemEvent(tx, {
      kind: 'ACCOUNTABLE_PERSON_REVEALED',
      actorId: viewer.userId,
      actorTitle: viewer.postTitle,
      address,
      payload: { number: record.number, reason: said },
    });
    return { recordId: id, name };
  });
}
