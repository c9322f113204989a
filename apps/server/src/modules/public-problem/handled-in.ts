import { type Sql, sql } from '../../database.ts';

/**
 * WHERE on alias `d` of `public_problem`: those handled in an item (an SQL expression), its own and those of the items merged into it: whoever
 * raised one of them is answered.
 */
export function isHandledIn(itemId: Sql): Sql {
  return sql`(d.item_id = ${itemId} OR d.item_id IN (SELECT m.id FROM item m WHERE m.merged_into_id = ${itemId}))`;
}
