import type { TabMapping } from '@duban/ledger/mapping/mapping';
import type { WorkbookPreview } from '@duban/ledger/mapping/preview';
import { parseInWorker } from '@duban/ledger/parse-in-worker';
import { hasErrors, type ParsedRow, type Problem } from '@duban/ledger/problem';
import type { CellContext } from '@duban/ledger/read-cell';
import type { ItemKind } from '@duban/rules/vocabulary';
import type { LedgerContext } from '../../registers/ledger-context.ts';

export interface LedgerFile {
  kind: ItemKind;
  fileName: string;
  bytes: Uint8Array;
  /** How to read its tabs, where a person said so. */
  mapping?: readonly TabMapping[];
}

export interface ParsedLedger {
  sheets: Readonly<Record<string, ParsedRow[]>>;
  problems: Problem[];
  /** The file as a whole can't be taken: no row may be applied. */
  isUnusable: boolean;
  totalRows: number;
  /** What a person needs to see to map its columns; null where the file can't be read at all. */
  preview: WorkbookPreview | null;
}

/** The names and the year by which cells of a file are read. */
export function cellContextOf({ lookup, today }: LedgerContext): CellContext {
  return { lookup, year: Number(today.slice(0, 4)) };
}

/** Reads a ledger file in a thread of its own. Days without a year are of the business year. */
export async function parseLedger(
  { kind, fileName, bytes, mapping }: LedgerFile,
  { lookupData, today }: LedgerContext,
  options: { onProgress?: (done: number, total: number) => void; signal?: AbortSignal } = {},
): Promise<ParsedLedger> {
  const { sheets, fileProblems, preview } = await parseInWorker(bytes, kind, lookupData, {
    fileName,
    year: Number(today.slice(0, 4)),
    ...(mapping && { mapping }),
    ...options,
  });
  const rowsOf = sheets as unknown as Record<string, ParsedRow[]>;
  const totalRows = Object.values(rowsOf).reduce((sum, rows) => sum + rows.length, 0);
  return { sheets: rowsOf, problems: fileProblems, isUnusable: hasErrors(fileProblems), totalRows, preview: preview ?? null };
}
