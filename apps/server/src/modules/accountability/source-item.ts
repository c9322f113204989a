import { formatItemNumber, parseItemNumber } from '@duban/rules/numbers';
import type pg from 'pg';
import { z } from 'zod';
import { rows, type Sql, sql } from '../../database.ts';

const itemRow = z.object({
  id: z.string(),
  foundOn: z.string(),
  isComplaint: z.boolean(),
  isFoundTrue: z.boolean(),
  mergedInto: z.string().nullable(),
});
export type SourceItem = z.infer<typeof itemRow>;

/** Numbers that a typed one may mean: as written, and in the form that items are numbered in, whatever dashes, widths and zeros it has. */
export function numbersMeant(text: string): string[] {
  const parsed = parseItemNumber(text);
  return parsed ? [text.trim(), formatItemNumber(parsed)] : [text.trim()];
}

/**
 * An item that somebody may be held to account for; `problem` where it is none. `seen`: WHERE on `i`, what the asker may know of.
 * The item that a record follows from already (`keptId`) may stay, whatever became of it since.
 */
export async function sourceItem(
  tx: pg.PoolClient,
  number: string,
  { seen, keptId }: { seen: Sql; keptId: string | null },
): Promise<{ item: SourceItem } | { problem: [code: string, message: string] }> {
  const [item] = await rows(
    itemRow,
    sql`SELECT i.id, i.found_on AS "foundOn", i.kind = 'COMPLAINT' AS "isComplaint", ${isFoundTrue(sql`i.id`)} AS "isFoundTrue",
          (SELECT m.number FROM item m WHERE m.id = i.merged_into_id) AS "mergedInto"
        FROM item i WHERE i.number = ANY(${numbersMeant(number)}::text[]) AND ${seen}`,
    tx,
  );
  if (!item) return { problem: ['UNKNOWN', '没有这件事项，请核对编号。'] };
  if (item.id === keptId) return { item };
  if (item.mergedInto) return { problem: ['MERGED', `该事项已并入 ${item.mergedInto}，请填写并入后的编号。`] };
  if (item.isComplaint && !item.isFoundTrue) return { problem: ['NOT_FOUND_TRUE', '该投诉尚未认定为属实或部分属实，不能据此追究责任。'] };
  return { item };
}

/** A complaint of the item was found true, wholly or in part. */
function isFoundTrue(itemId: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM complaint c WHERE c.item_id = ${itemId} AND c.finding IN ('TRUE', 'PARTLY_TRUE'))`;
}
