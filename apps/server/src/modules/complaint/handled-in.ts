import { z } from 'zod';
import { type Runner, row, type Sql, sql } from '../../database.ts';

/**
 * WHERE on alias `c` of `complaint`: those handled in an item (an SQL expression), its own and those of the items merged into it: all their
 * authors are told.
 */
export function isHandledIn(itemId: Sql): Sql {
  return sql`(c.item_id = ${itemId} OR c.item_id IN (SELECT m.id FROM item m WHERE m.merged_into_id = ${itemId}))`;
}

/** How many complaints are handled in an item. */
export async function complaintsHandledIn(itemId: string, runner?: Runner): Promise<number> {
  const { count } = await row(
    z.object({ count: z.number() }),
    sql`SELECT count(*)::int AS count FROM complaint c WHERE ${isHandledIn(sql`${itemId}::uuid`)}`,
    runner,
  );
  return count;
}
