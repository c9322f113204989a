import { readXls, readXlsx, type Sheet as WorkbookSheet } from 'hucre';
import { identify } from './file-kind.ts';
import { type Finding, fail, type RawCell } from './read-day.ts';

/** A merged block of cells; 0-based, ends included. */
export interface Merge {
  startRow: number;
  endRow: number;
  startCol: number;
  endCol: number;
}

/** A sheet as the file holds it, before anything is understood. */
export interface RawSheet {
  name: string;
  hidden: boolean;
  /** 0-based rows of cells; rows and cells may be missing. */
  rows: (RawCell[] | undefined)[];
  merges: Merge[];
  /** Formula cells with a stored result, as `row,column` (0-based). */
  evaluated: Set<string>;
  /** Formula cells without one. */
  unevaluated: Set<string>;
}

export interface RawWorkbook {
  sheets: RawSheet[];
  from1904: boolean;
}

/** Most rows with content taken from one file, headings included. */
export const maxRows = 50_000;

/**
 * Reads an .xlsx or .xls file. Never throws for what is in the file: what can't be read is answered with the reason.
 * A formula cell counts by its stored result.
 */
export async function readWorkbook(bytes: Uint8Array, fileName?: string): Promise<RawWorkbook | { failure: Finding }> {
  const kind = identify(bytes, fileName);
  if ('failure' in kind) return kind;
  const workbook = await open(bytes, kind.form);
  if (workbook === null) return fail('DAMAGED', {});
  const sheets = workbook.sheets.map(rawSheet);
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.filter(hasContent).length, 0);
  if (rows > maxRows) return fail('TOO_MANY_ROWS', { rows, limit: maxRows });
  return { sheets, from1904: workbook.dateSystem === '1904' };
}

/** True where a row has a cell that isn't blank. */
export function hasContent(row: readonly RawCell[] | undefined): boolean {
  return row?.some((cell) => cell !== null && cell !== undefined && !(typeof cell === 'string' && cell.trim() === '')) ?? false;
}

async function open(bytes: Uint8Array, form: 'xlsx' | 'xls') {
  try {
    return form === 'xls' ? await readXls(bytes) : await readXlsx(bytes);
  } catch {
    // The reader throws on anything malformed, each in words for programmers; a clerk needs only to know that the file is broken.
    return null;
  }
}

function rawSheet(sheet: WorkbookSheet): RawSheet {
  const evaluated = new Set<string>();
  const unevaluated = new Set<string>();
  for (const [place, cell] of sheet.cells ?? []) {
    if (cell.formula !== undefined) (cell.value === null || cell.value === undefined ? unevaluated : evaluated).add(place);
  }
  const hidden = Boolean(sheet.hidden || sheet.veryHidden);
  return { name: sheet.name, hidden, rows: sheet.rows, merges: sheet.merges ?? [], evaluated, unevaluated };
}
