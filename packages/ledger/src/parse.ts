import { findHeadings, headingScore } from './headings.ts';
import type { Lookup } from './lookup.ts';
import { mappedHeadings } from './mapping/mapped-headings.ts';
import type { TabMapping } from './mapping/mapping.ts';
import { previewOf, type WorkbookPreview } from './mapping/preview.ts';
import { markRepeats, parseRows } from './parse-sheet.ts';
import { hasErrors, type ParsedRow, type Problem, problem } from './problem.ts';
import { type ParsedSheets, sheetsOf, type Workbook } from './register.ts';
import type { Sheet } from './sheet.ts';
import { isOurs, sheetNamed } from './sheet-name.ts';
import { hasContent, type RawSheet, type RawWorkbook, readWorkbook } from './workbook-reader.ts';

export interface ParseOptions {
  /** Name of the upload; its extension must agree with the content. */
  fileName?: string;
  /** Year of days and months written without one. */
  year?: number;
  /** How to read the tabs, in place of what their names and headings say; it was checked against the same file. */
  mapping?: readonly TabMapping[];
  /** Told of rows read and rows there are, every few hundred rows. */
  onProgress?: (done: number, total: number) => void;
}

export interface ParsedWorkbook<R extends Workbook = Workbook> {
  /** Every sheet of the register; empty where the file hasn't it. */
  sheets: ParsedSheets<R>;
  /** What is wrong with the file or whole sheets. With an error among them no row may be applied. */
  fileProblems: Problem[];
  /** What a person needs to see to say what its columns are; absent where the file can't be read at all. */
  preview?: WorkbookPreview;
}

const progressStep = 500;

/**
 * Reads a ledger file into typed rows with their problems. Never throws for what is in the file.
 * Nothing is looked up in the database: whether a number exists, whether a row is stale, whether a state may be set is the importer's to say.
 */
export async function parseWorkbook<R extends Workbook>(
  bytes: Uint8Array,
  register: R,
  lookup: Lookup,
  options: ParseOptions = {},
): Promise<ParsedWorkbook<R>> {
  const workbook = await readWorkbook(bytes, options.fileName);
  if ('failure' in workbook) {
    return { sheets: emptySheets(register), fileProblems: [{ severity: 'error', ...workbook.failure }] };
  }
  return understand(workbook, register, lookup, options);
}

function understand<R extends Workbook>(workbook: RawWorkbook, register: R, lookup: Lookup, options: ParseOptions): ParsedWorkbook<R> {
  const { chosen, problems } = options.mapping
    ? chooseMapped(workbook.sheets, register, options.mapping)
    : chooseSheets(workbook.sheets, register);
  const rowsOf: Record<string, ParsedRow[]> = emptySheets(register);
  const total = chosen.reduce((sum, { raw }) => sum + raw.rows.filter(hasContent).length, 0);
  const context = { lookup, from1904: workbook.from1904, ...(options.year === undefined ? {} : { year: options.year }) };
  let done = 0;
  for (const { raw, sheet, mapping } of chosen) {
    const headings = mapping ? mappedHeadings(raw, sheet, mapping, context) : findHeadings(raw, sheet);
    problems.push(...headings.problems);
    const rows = rowsOf[sheet.key]!;
    if (!hasErrors(headings.problems)) {
      for (const found of parseRows(raw, sheet, headings, context)) {
        if ('code' in found) problems.push(found);
        else rows.push(found);
        done += 1;
        if (done % progressStep === 0) options.onProgress?.(done, total);
      }
      if (rows.length === 0) problems.push(problem('warning', 'SHEET_EMPTY', {}, { sheet: raw.name }));
      markRepeats(rows, sheet, raw.name);
    }
  }
  markOrphans(rowsOf);
  options.onProgress?.(total, total);
  return { sheets: rowsOf as ParsedSheets<R>, fileProblems: problems, preview: previewOf(workbook, isOurs) };
}

interface Choice {
  raw: RawSheet;
  sheet: Sheet;
  mapping?: TabMapping;
}

/** Tabs as a person mapped them, in the register's order. */
function chooseMapped(
  raws: readonly RawSheet[],
  register: Workbook,
  mappings: readonly TabMapping[],
): { chosen: Choice[]; problems: Problem[] } {
  const chosen = sheetsOf(register).flatMap((sheet): Choice[] => {
    const mapping = mappings.find((each) => each.sheet === sheet.key);
    const raw = mapping && raws.find(({ name, hidden }) => name === mapping.tab && !hidden);
    return raw ? [{ raw, sheet, mapping }] : [];
  });
  const left = raws.filter(
    (raw) => !raw.hidden && !isOurs(raw.name) && raw.rows.some(hasContent) && !chosen.some((each) => each.raw === raw),
  );
  return { chosen, problems: left.map(({ name }) => problem('warning', 'SHEET_IGNORED', {}, { sheet: name })) };
}

/** Tabs by name; failing that, the one visible tab (or the one that fits best) is taken for the main sheet. */
function chooseSheets(raws: readonly RawSheet[], register: Workbook): { chosen: Choice[]; problems: Problem[] } {
  const chosen: Choice[] = [];
  const problems: Problem[] = [];
  const candidates = raws.filter((raw) => !raw.hidden && !isOurs(raw.name));
  const left: RawSheet[] = [];
  for (const raw of candidates) {
    const sheet = sheetNamed(raw.name, register);
    const first = chosen.find((each) => each.sheet === sheet);
    if (!sheet) left.push(raw);
    else if (first) problems.push(problem('error', 'SHEET_TWICE', { first: first.raw.name, name: sheet.name }, { sheet: raw.name }));
    else chosen.push({ raw, sheet });
  }
  const taken = takeUnnamed(left, register, chosen);
  chosen.push(...taken);
  for (const raw of left) {
    if (raw.rows.some(hasContent) && !taken.some((each) => each.raw === raw))
      problems.push(problem('warning', 'SHEET_IGNORED', {}, { sheet: raw.name }));
  }
  if (chosen.length === 0) {
    problems.push(problem('error', 'NO_SHEET', { expected: [register.sheets.main.name], found: candidates.map((raw) => raw.name) }));
  }
  const order = sheetsOf(register);
  chosen.sort((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet));
  return { chosen, problems };
}

function takeUnnamed(left: readonly RawSheet[], register: Workbook, chosen: readonly Choice[]): Choice[] {
  const { main } = register.sheets;
  if (chosen.some((each) => each.sheet === main)) return [];
  const filled = left.filter((raw) => raw.rows.some(hasContent));
  const scored = filled.map((raw) => ({ raw, score: headingScore(raw, main) })).sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (best && best.score >= 3) return [{ raw: best.raw, sheet: main }];
  // A file of one tab is meant for the ledger: say what its headings lack rather than that the tab is misnamed.
  return best && filled.length === 1 && chosen.length === 0 && best.score > 0 ? [{ raw: best.raw, sheet: main }] : [];
}

function markOrphans(rowsOf: Record<string, ParsedRow[]>): void {
  const numberOf = (row: ParsedRow) => (row.values as { number?: string | null }).number ?? null;
  const numbers = new Set(rowsOf.main?.map(numberOf));
  for (const [key, rows] of Object.entries(rowsOf)) {
    if (key === 'main') continue;
    for (const row of rows) {
      const number = numberOf(row);
      if (number !== null && !numbers.has(number)) row.orphan = true;
    }
  }
}

function emptySheets<R extends Workbook>(register: R): ParsedSheets<R> & Record<string, ParsedRow[]> {
  return Object.fromEntries(sheetsOf(register).map((sheet) => [sheet.key, []])) as unknown as ParsedSheets<R> & Record<string, ParsedRow[]>;
}
