import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Runner, rows, sql } from '../../database.ts';
import { decrypt, encrypt, keys } from '../../keys.ts';

const uploadRow = z.object({ bytes: z.instanceof(Buffer), encrypted: z.boolean() });

/** Keeps an upload, encrypted: it may name complainants. Returns its hash. Call in the transaction that makes its run. */
export async function storeUpload(runner: Runner, bytes: Uint8Array, mediaType: string): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  // Touching the row keeps `dropUpload` of another run waiting until this run refers to it.
  await runner.query(
    `INSERT INTO stored_file (hash, size, media_type, encrypted, bytes) VALUES ($1, $2, $3, true, $4)
     ON CONFLICT (hash) DO UPDATE SET added_at = now()`,
    [hash, bytes.byteLength, mediaType, encrypt(keys.wrap, Buffer.from(bytes))],
  );
  return hash;
}

/** The clear bytes of an upload; null when it was dropped. */
export async function readUpload(hash: string, runner?: Runner): Promise<Buffer | null> {
  const [found] = await rows(uploadRow, sql`SELECT bytes, encrypted FROM stored_file WHERE hash = ${hash}`, runner);
  if (!found) return null;
  return found.encrypted ? decrypt(keys.wrap, found.bytes) : found.bytes;
}

/** Takes the file and what was kept of it from a run, and drops it unless another run or an attachment has it too. Call in a transaction. */
export async function dropUpload(runner: Runner, runId: string): Promise<void> {
  const [run] = await rows(
    z.object({ hash: z.string() }),
    sql`SELECT file_hash AS hash FROM import_run WHERE id = ${runId}::uuid AND file_hash IS NOT NULL`,
    runner,
  );
  if (!run) return;
  await runner.query('SELECT 1 FROM stored_file WHERE hash = $1 FOR UPDATE', [run.hash]);
  await runner.query('UPDATE import_run SET file_hash = NULL, preview = NULL WHERE id = $1', [runId]);
  await runner.query(
    `DELETE FROM stored_file f WHERE f.hash = $1 AND NOT EXISTS (SELECT 1 FROM import_run r WHERE r.file_hash = f.hash)
       AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.file_hash = f.hash)`,
    [run.hash],
  );
}
