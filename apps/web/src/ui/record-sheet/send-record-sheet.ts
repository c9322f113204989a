import type { RecordSheetKind } from '@duban/ledger/record-sheets/all';

export type RecordVerdict = 'CREATE' | 'UPDATE' | 'UNCHANGED' | 'REFUSE';

export type RecordFate = {
  /** As Excel counts. */
  row: number;
  number: string | null;
  verdict: RecordVerdict;
  /** `column`: the heading it stands under; null: the row as a whole. */
  problems: readonly { column: string | null; message: string; messageEn: string | null }[];
};

export type RecordSheetAnswer = { problems: readonly string[]; rows: readonly RecordFate[]; isApplied: boolean };

/** The server's sentence, where it refused the file as such. */
export class SheetRefused extends Error {
  override readonly name = 'SheetRefused';
}

/** Sends a sheet: without a request id for its dry run, with one to be taken. SheetRefused; TypeError when the server can't be reached. */
export async function sendRecordSheet(kind: RecordSheetKind, file: File, requestId?: string): Promise<RecordSheetAnswer> {
  const body = new FormData();
  body.append('file', file);
  const answer = await fetch(`/files/records/${kind}${requestId ? `?requestId=${requestId}` : ''}`, {
    method: 'POST',
    body,
    credentials: 'same-origin',
    headers: { 'x-duban-csrf': '1' },
  });
  const told = (await answer.json().catch(() => ({}))) as RecordSheetAnswer & { message?: string };
  if (!answer.ok) throw new SheetRefused(told.message ?? '');
  return told;
}
