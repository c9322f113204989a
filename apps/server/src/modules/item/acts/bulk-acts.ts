import type { ItemAction } from '@duban/rules/vocabulary';
import type pg from 'pg';
import type { Viewer } from '../../session/viewer.ts';
import type { ActFields } from './act.ts';
import { type BulkResult, eachOfMany } from './each-of-many.ts';
import { performAct } from './perform-act.ts';

export interface BulkRow {
  itemId: string;
  partId?: string | null;
  version: number;
}

/** One act on many matters, each by itself, as `eachOfMany`. */
export function performMany(
  tx: pg.PoolClient,
  viewer: Viewer,
  action: ItemAction,
  given: readonly BulkRow[],
  fieldsOf: (row: BulkRow) => ActFields,
  requestId: string,
): Promise<BulkResult[]> {
  return eachOfMany(tx, given, (row) => {
    const { itemId, partId = null, version } = row;
    return performAct(tx, viewer, { action, itemId, partId, version, fields: fieldsOf(row) }, requestId);
  });
}
