import { gunzipSync, gzipSync } from 'node:zlib';
import type { WorkbookPreview } from '@duban/ledger/mapping/preview';
import { pool } from '../../database.ts';
import { decrypt, encrypt, keys } from '../../keys.ts';

/** Keeps the headings and first rows of a run's file, sealed: they may name complainants. `dropUpload` takes them away with the file. */
export async function keepPreview(runId: string, preview: WorkbookPreview): Promise<void> {
  const sealed = encrypt(keys.wrap, gzipSync(JSON.stringify(preview)));
  await pool.query('UPDATE import_run SET preview = $2 WHERE id = $1 AND file_hash IS NOT NULL', [runId, sealed]);
}

/** What `keepPreview` kept. */
export function openPreview(sealed: Uint8Array): WorkbookPreview {
  return JSON.parse(gunzipSync(decrypt(keys.wrap, Buffer.from(sealed))).toString('utf8')) as WorkbookPreview;
}
