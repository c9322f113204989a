import type pg from 'pg';
import { z } from 'zod';
import { execute, rows, sql } from '../../database.ts';
import { InputError } from '../../graphql/errors.ts';
import { dropUnusedFiles } from '../attachment/uploads.ts';
import type { Viewer } from '../session/viewer.ts';
import type { StoredVisit } from './stored-visit.ts';

const hashRow = z.object({ hash: z.string() });

/**
 * Gives a visit its photos: own uploads that no act has taken, JPEG or PNG, from which judging them took the position and what else a camera
 * writes. Answers the hashes of all its photos. InputError at `photoIds`.
 */
export async function takePhotos(tx: pg.PoolClient, viewer: Viewer, visitId: string, photoIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(photoIds)];
  const areIds = ids.every((id) => z.uuid().safeParse(id).success);
  const taken = areIds
    ? await execute(
        sql`UPDATE attachment a SET visit_id = ${visitId}::uuid FROM stored_file f
            WHERE a.id = ANY(${ids}::uuid[]) AND a.item_id IS NULL AND a.visit_id IS NULL AND a.complaint_id IS NULL
              AND a.added_by_id = ${viewer.userId}::uuid AND f.hash = a.file_hash AND f.media_type IN ('image/jpeg', 'image/png')`,
        tx,
      )
    : 0;
  if (taken !== ids.length)
    throw new InputError([{ field: 'photoIds', code: 'UNKNOWN_FILES', message: '有的照片已失效，或者不是 JPEG、PNG 图片，请重新添加。' }]);
  return hashesOf(tx, visitId);
}

/** Leaves of a visit's photos those that are named, drops the others, and takes the uploads among them. Absent: all stay. */
export async function keepPhotos(
  tx: pg.PoolClient,
  viewer: Viewer,
  { id, photos }: StoredVisit,
  photoIds: readonly string[] | null | undefined,
): Promise<string[]> {
  if (!photoIds) return photos;
  const present = await rows(z.object({ id: z.string() }), sql`SELECT id FROM attachment WHERE visit_id = ${id}::uuid`, tx);
  const there = new Set(present.map((photo) => photo.id));
  const gone = [...there].filter((photoId) => !photoIds.includes(photoId));
  const dropped = await rows(
    hashRow,
    sql`DELETE FROM attachment WHERE visit_id = ${id}::uuid AND id = ANY(${gone}::uuid[]) RETURNING file_hash AS hash`,
    tx,
  );
  await dropUnusedFiles(tx, dropped);
  return takePhotos(
    tx,
    viewer,
    id,
    photoIds.filter((photoId) => !there.has(photoId)),
  );
}

async function hashesOf(tx: pg.PoolClient, visitId: string): Promise<string[]> {
  const found = await rows(hashRow, sql`SELECT file_hash AS hash FROM attachment WHERE visit_id = ${visitId}::uuid ORDER BY file_hash`, tx);
  return found.map(({ hash }) => hash);
}
