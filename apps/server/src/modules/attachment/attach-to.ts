import type pg from 'pg';
import { z } from 'zod';
import { execute, sql } from '../../database.ts';
import { InputError } from '../../graphql/errors.ts';
import type { Viewer } from '../session/viewer.ts';

/**
 * Gives uploads to an item, and to a report of it, in the act's transaction. Only the viewer's own that no act has taken yet:
 * InputError at `attachmentIds` otherwise.
 */
export async function attachTo(
  tx: pg.PoolClient,
  viewer: Viewer,
  attachmentIds: readonly string[],
  { itemId, reportId = null }: { itemId: string; reportId?: string | null },
): Promise<void> {
  const ids = [...new Set(attachmentIds)];
  const areIds = ids.every((id) => z.uuid().safeParse(id).success);
  const taken = areIds
    ? await execute(
        sql`UPDATE attachment SET item_id = ${itemId}::uuid, report_id = ${reportId}::uuid
            WHERE id = ANY(${ids}::uuid[]) AND item_id IS NULL AND visit_id IS NULL AND added_by_id = ${viewer.userId}::uuid`,
        tx,
      )
    : 0;
  if (taken !== ids.length)
    throw new InputError([{ field: 'attachmentIds', code: 'UNKNOWN_FILES', message: '有的附件已被使用或已删除，请重新上传。' }]);
}
