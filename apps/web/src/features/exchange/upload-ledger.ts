import type { ItemKind } from '@duban/rules/vocabulary';

/** The server refused the file, with a sentence for the clerk. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
}

/** Sends a ledger for its dry run and answers the run's id. UploadRefused with the server's sentence; TypeError when it can't be reached. */
export async function uploadLedger(kind: ItemKind, file: File): Promise<string> {
  const body = new FormData();
  body.append('file', file);
  const answer = await fetch(`/files/imports/${kind}`, {
    method: 'POST',
    body,
    credentials: 'same-origin',
    headers: { 'x-duban-csrf': '1' },
  });
  const told = (await answer.json().catch(() => ({}))) as { importRunId?: string; message?: string };
  if (answer.ok && told.importRunId) return told.importRunId;
  throw new UploadRefused(told.message ?? '');
}
