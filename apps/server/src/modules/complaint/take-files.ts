import type pg from 'pg';
import { z } from 'zod';
import { execute, sql } from '../../database.ts';

/**
 * Gives uploads that nobody has taken yet to a complaint: those of `userId`, or of nobody (the public site). They are the complainant's own
 * material, which inspection alone sees. False when one of them is not there to be taken; the caller rolls back.
 */
export async function takeFiles(
  tx: pg.PoolClient,
  userId: string | null,
  fileIds: readonly string[],
  { itemId, complaintId }: { itemId: string; complaintId: string },
): Promise<boolean> {
  const ids = [...new Set(fileIds)];
  if (ids.some((id) => !z.uuid().safeParse(id).success)) return false;
  const taken = await execute(
    sql`UPDATE attachment SET item_id = ${itemId}::uuid, complaint_id = ${complaintId}::uuid
        WHERE id = ANY(${ids}::uuid[]) AND item_id IS NULL AND visit_id IS NULL AND complaint_id IS NULL AND added_by_id IS NOT DISTINCT FROM ${userId}::uuid`,
    tx,
  );
  return taken === ids.length;
}
