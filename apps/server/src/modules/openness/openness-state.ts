import { opennesses, opennessVerdicts } from '@duban/rules/vocabulary';
import DataLoader from 'dataloader';
import { z } from 'zod';
import { type Runner, rows, type Sql, sql } from '../../database.ts';

const stateRow = z.object({
  itemId: z.string(),
  openness: z.enum(opennesses),
  setById: z.string(),
  setBy: z.string(),
  setAt: z.date(),
  verdict: z.enum(opennessVerdicts).nullable(),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.date().nullable(),
  reason: z.string().nullable(),
  isTextChanged: z.boolean(),
});

/** 公开属性 of an item and the reviewer's verdict. Null verdict: it waits; what waits is not public. */
export type OpennessState = z.infer<typeof stateRow>;

/** Of `item_openness` as `o`: the reviewer had passed it, and the title or the promise was changed since. */
export const isTextChanged: Sql = sql`(o.verdict IS NULL AND o.reviewed_at IS NOT NULL)`;

/** How the items stand that have a 公开属性. */
export function opennessOf(itemIds: readonly string[], runner?: Runner): Promise<OpennessState[]> {
  return rows(
    stateRow,
    sql`SELECT o.item_id AS "itemId", o.openness, o.set_by_id AS "setById", o.set_by AS "setBy", o.set_at AS "setAt", o.verdict,
          o.reviewed_by AS "reviewedBy", o.reviewed_at AS "reviewedAt", o.reason, ${isTextChanged} AS "isTextChanged"
        FROM item_openness o WHERE o.item_id = ANY(${itemIds}::uuid[])`,
    runner,
  );
}

export function opennessLoader(): DataLoader<string, OpennessState | null> {
  return new DataLoader(async (itemIds) => {
    const byId = new Map((await opennessOf(itemIds)).map((state) => [state.itemId, state]));
    return itemIds.map((itemId) => byId.get(itemId) ?? null);
  });
}
