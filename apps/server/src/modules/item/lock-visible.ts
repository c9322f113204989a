import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { Viewer } from '../session/viewer.ts';
import { conflictError } from './conflict-error.ts';
import { itemsVisibleTo } from './item.policy.ts';
import { type LockedItem, lockItems } from './locked-item.ts';

export const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** Locks an item for an act, at the version its author saw. NotFoundError (not there, or not for this viewer), ConflictError. */
export async function lockVisible(tx: pg.PoolClient, viewer: Viewer, itemId: string, version: number): Promise<LockedItem> {
  if (!isId(itemId)) throw new NotFoundError();
  const visible = await rows(
    z.object({ id: z.string() }),
    sql`SELECT i.id FROM item i WHERE i.id = ${itemId}::uuid AND ${itemsVisibleTo(viewer)}`,
    tx,
  );
  const [item] = visible.length > 0 ? await lockItems(tx, [itemId]) : [];
  if (!item) throw new NotFoundError();
  if (item.version !== version) throw await conflictError(tx, itemId, version, item.version);
  return item;
}
