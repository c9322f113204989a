import type { ItemAction } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../../database.ts';
import { ActRefusedError, ConflictError, InputError, NotFoundError } from '../../../graphql/errors.ts';
import type { Viewer } from '../../session/viewer.ts';
import type { ActFields } from './act.ts';
import { performAct } from './perform-act.ts';

export interface BulkRow {
  itemId: string;
  partId?: string | null;
  version: number;
}

/** What became of one of many: done, or why not. */
export const bulkResult = z.object({ itemId: z.string(), number: z.string(), done: z.boolean(), message: z.string().nullable() });
export type BulkResult = z.infer<typeof bulkResult>;

const told = [InputError, ConflictError, NotFoundError, ActRefusedError];

/**
 * One act on many matters in one transaction: each is done whole or left as it was, and the answer says which and why. What nobody foresaw
 * undoes them all.
 */
export async function performMany(
  tx: pg.PoolClient,
  viewer: Viewer,
  action: ItemAction,
  given: readonly BulkRow[],
  fieldsOf: (row: BulkRow) => ActFields,
  requestId: string,
): Promise<BulkResult[]> {
  const ids = given.map(({ itemId }) => itemId).filter((id) => z.uuid().safeParse(id).success);
  const numbers = new Map(
    (await rows(z.object({ id: z.string(), number: z.string() }), sql`SELECT id, number FROM item WHERE id = ANY(${ids}::uuid[])`, tx)).map(
      ({ id, number }) => [id, number],
    ),
  );
  const results: BulkResult[] = [];
  // In the order of ids, as every batch locks: two bulk acts never wait for each other in a circle.
  for (const row of [...given].sort((a, b) => (a.itemId < b.itemId ? -1 : 1))) {
    const { itemId, partId = null, version } = row;
    await tx.query('SAVEPOINT one');
    try {
      await performAct(tx, viewer, { action, itemId, partId, version, fields: fieldsOf(row) }, requestId);
      results.push({ itemId, number: numbers.get(itemId) ?? '', done: true, message: null });
    } catch (error) {
      if (!told.some((type) => error instanceof type)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT one');
      // What is not there for this viewer has no number either.
      const number = error instanceof NotFoundError ? '' : (numbers.get(itemId) ?? '');
      results.push({ itemId, number, done: false, message: (error as Error).message });
    }
  }
  return results;
}
