import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { row, rows, sql, transaction } from '../../database.ts';
import type { JudgedFile } from '../../modules/attachment/judge-file.ts';
import { dropUnusedFiles, type KeptUpload } from '../../modules/attachment/uploads.ts';
import { storeUpload } from '../../modules/exchange/stored-uploads.ts';
import { PublicFileRefused } from './public-file.ts';

/** A file that no complaint has taken is dropped after this. */
const keptMs = 24 * 60 * 60_000;
/** Bytes that such files may have together: a flood from many addresses must not fill the disk. */
const mostBytesWaiting = 2 * 1024 ** 3;

/** On alias `a` of `attachment`: sent by the public, and not taken yet. */
const isWaiting = sql`(a.item_id IS NULL AND a.complaint_id IS NULL AND a.added_by_id IS NULL)`;

/**
 * Keeps a judged file, encrypted and by content, until a complaint takes it; whoever knows its id, which nobody can guess, may name it.
 * PublicFileRefused while too much is waiting.
 */
export async function keepPublicFile({ bytes, name, mediaType }: JudgedFile): Promise<KeptUpload> {
  const id = randomUUID();
  await transaction(async (tx) => {
    const { waiting } = await row(
      z.object({ waiting: z.number() }),
      sql`SELECT coalesce(sum(f.size), 0)::float8 AS waiting FROM attachment a JOIN stored_file f ON f.hash = a.file_hash WHERE ${isWaiting}`,
      tx,
    );
    if (waiting + bytes.byteLength > mostBytesWaiting)
      throw new PublicFileRefused('TOO_MANY', '此刻上传的人太多，请稍后再试，或先提交投诉、以后再补充附件。');
    const hash = await storeUpload(tx, bytes, mediaType);
    await tx.query('UPDATE stored_file SET media_type = $2 WHERE hash = $1 AND media_type <> $2', [hash, mediaType]);
    await tx.query('INSERT INTO attachment (id, file_hash, name, added_at) VALUES ($1, $2, $3, $4)', [id, hash, name, clock.now()]);
  });
  return { id, name, size: bytes.byteLength, mediaType };
}

/** Drops files of the public that no complaint took within a day. Answers how many. */
export async function dropStalePublicFiles(): Promise<number> {
  const before = new Date(clock.now().getTime() - keptMs);
  return transaction(async (tx) => {
    const dropped = await rows(
      z.object({ hash: z.string() }),
      sql`DELETE FROM attachment a WHERE ${isWaiting} AND a.added_at < ${before} RETURNING a.file_hash AS hash`,
      tx,
    );
    await dropUnusedFiles(tx, dropped);
    return dropped.length;
  });
}
