import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../../database.ts';
import { ActRefusedError, ConflictError, InputError, NotFoundError } from '../../../graphql/errors.ts';

/** What became of one of many: done, or why not. */
export const bulkResult = z.object({ itemId: z.string(), number: z.string(), done: z.boolean(), message: z.string().nullable() });
export type BulkResult = z.infer<typeof bulkResult>;

const told = [InputError, ConflictError, NotFoundError, ActRefusedError];
const numberRow = z.object({ id: z.string(), number: z.string() });

/**
 * One act on many items in one transaction: each is done whole or left as it was, and the answer says which and why. What nobody foresaw
 * undoes them all.
 */
export async function eachOfMany<Row extends { itemId: string }>(
  tx: pg.PoolClient,
  given: readonly Row[],
  act: (row: Row) => Promise<unknown>,
): Promise<BulkResult[]> {
  const ids = given.map(({ itemId }) => itemId).filter((id) => z.uuid().safeParse(id).success);
  const numbers = new Map(
    (await rows(numberRow, sql`SELECT id, number FROM item WHERE id = ANY(${ids}::uuid[])`, tx)).map(({ id, number }) => [id, number]),
  );
  const results: BulkResult[] = [];
  // In the order of ids, as every batch locks: two bulk acts never wait for each other in a circle.
  for (const row of [...given].sort((a, b) => (a.itemId < b.itemId ? -1 : 1))) {
    const { itemId } = row;
    await tx.query('SAVEPOINT one');
    try {
      await act(row);
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
