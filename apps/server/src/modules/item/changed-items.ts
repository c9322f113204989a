import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { type ChangedItem, mostNamed } from '../../live/announce.ts';

const changedRow = z.object({ id: z.string(), kind: z.string(), unitIds: z.array(z.string()) });

/**
 * What is announced of items that changed: the register, and the units that may know of them (as `itemsVisibleTo` says, for `mayHearOf`), i.e.
 * those that owe them and the one that leads their rectification. Of many, the ids do: they are not named one by one.
 */
export async function changedItems(tx: pg.PoolClient, ids: readonly string[]): Promise<ChangedItem[]> {
  if (ids.length > mostNamed) return ids.map((id) => ({ id, kind: '', unitIds: [] }));
  return rows(
    changedRow,
    sql`SELECT i.id, i.kind, ARRAY(SELECT i.lead_unit_id UNION SELECT p.unit_id FROM item_unit p WHERE p.item_id = i.id
            UNION SELECT r.lead_unit_id FROM rectification r WHERE i.kind = 'RECTIFICATION_PROBLEM' AND r.code = i.category) AS "unitIds"
        FROM item i WHERE i.id = ANY(${ids}::uuid[])`,
    tx,
  );
}
