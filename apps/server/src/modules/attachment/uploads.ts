import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { execute, type Runner, row, rows, sql, transaction } from '../../database.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { storeUpload } from '../exchange/stored-uploads.ts';
import type { Viewer } from '../session/viewer.ts';
import { FileRefused, mostUploads } from './file-refused.ts';
import type { JudgedFile } from './judge-file.ts';

/** An upload that no act has taken is dropped after this. */
const keptMs = 7 * 24 * 60 * 60_000;
const hashRow = z.object({ hash: z.string() });

export interface KeptUpload {
  id: string;
  name: string;
  size: number;
  mediaType: string;
}

/** Keeps a judged file, encrypted and by content, as the viewer's own until an act takes it. FileRefused past the limit of such files. */
export async function keepUpload(viewer: Viewer, { bytes, name, mediaType }: JudgedFile): Promise<KeptUpload> {
  const id = randomUUID();
  await transaction(async (tx) => {
    // Uploads of one person count one after another.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`uploads/${viewer.userId}`]);
    const { count } = await row(
      z.object({ count: z.number() }),
      sql`SELECT count(*)::int AS count FROM attachment WHERE item_id IS NULL AND visit_id IS NULL AND added_by_id = ${viewer.userId}::uuid`,
      tx,
    );
    if (count >= mostUploads) throw new FileRefused('TOO_MANY');
    const hash = await storeUpload(tx, bytes, mediaType);
    // A ledger of the same content came under the type that its sender's browser named.
    await tx.query('UPDATE stored_file SET media_type = $2 WHERE hash = $1 AND media_type <> $2', [hash, mediaType]);
    await tx.query('INSERT INTO attachment (id, file_hash, name, added_at, added_by_id) VALUES ($1, $2, $3, $4, $5)', [
      id,
      hash,
      name,
      clock.now(),
      viewer.userId,
    ]);
  });
  return { id, name, size: bytes.byteLength, mediaType };
}

/** Drops an own upload that no act has taken. NotFoundError for any other. */
export async function discardUpload(tx: pg.PoolClient, viewer: Viewer, id: string): Promise<void> {
  const dropped = z.uuid().safeParse(id).success
    ? await rows(
        hashRow,
        sql`DELETE FROM attachment WHERE id = ${id}::uuid AND item_id IS NULL AND visit_id IS NULL AND added_by_id = ${viewer.userId}::uuid
            RETURNING file_hash AS hash`,
        tx,
      )
    : [];
  if (dropped.length === 0) throw new NotFoundError('没有找到这个附件，或者它已被提交。');
  await dropUnusedFiles(tx, dropped);
}

/** Drops uploads that no act took within seven days. Answers how many. */
export async function dropStaleUploads(): Promise<number> {
  const before = new Date(clock.now().getTime() - keptMs);
  return transaction(async (tx) => {
    const dropped = await rows(
      hashRow,
      sql`DELETE FROM attachment WHERE item_id IS NULL AND visit_id IS NULL AND added_by_id IS NOT NULL AND added_at < ${before} RETURNING file_hash AS hash`,
      tx,
    );
    await dropUnusedFiles(tx, dropped);
    return dropped.length;
  });
}

/** Drops contents to which nothing refers. Whoever keeps the same content at this moment holds its row: wait, then look. */
export async function dropUnusedFiles(tx: Runner, files: readonly { hash: string }[]): Promise<void> {
  const hashes = files.map(({ hash }) => hash);
  await tx.query('SELECT 1 FROM stored_file WHERE hash = ANY($1) ORDER BY hash FOR UPDATE', [hashes]);
  await execute(
    sql`DELETE FROM stored_file f WHERE f.hash = ANY(${hashes}::text[])
          AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.file_hash = f.hash)
          AND NOT EXISTS (SELECT 1 FROM import_run r WHERE r.file_hash = f.hash)`,
    tx,
  );
}
