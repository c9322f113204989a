import { itemActions } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { type Runner, rows, sql } from '../../database.ts';
import { ConflictError } from '../../graphql/errors.ts';

const changeRow = z.object({ at: z.date(), actorTitle: z.string(), action: z.enum(itemActions) });

/** Somebody was faster: says what has happened to the item since the version that was seen. */
export async function conflictError(runner: Runner, itemId: string, seen: number, version: number): Promise<ConflictError> {
  // The version goes up by one with each event, so the events after it are those not seen.
  const changes = await rows(
    changeRow,
    sql`SELECT at, actor_title AS "actorTitle", action FROM item_event
        WHERE item_id = ${itemId}::uuid AND sequence > ${seen} ORDER BY sequence DESC LIMIT 10`,
    runner,
  );
  return new ConflictError(version, undefined, changes.reverse());
}
