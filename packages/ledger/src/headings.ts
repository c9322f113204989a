import { cleanText } from './clean-text.ts';
import type { CellContent, Column } from './column.ts';
import { HeadingGrid, searchedRows } from './heading-grid.ts';
import { HeadingMatcher, isNeedless } from './heading-matcher.ts';
import { nearest } from './name-match.ts';
import { type Problem, type ProblemPlace, problem } from './problem.ts';
import type { RawCell } from './read-day.ts';
import type { Sheet } from './sheet.ts';
import type { RawSheet } from './workbook-reader.ts';

/** Which column of the file feeds which column of the sheet, and where the data begin. */
export interface Headings {
  /** 0-based row of the first data row. */
  dataRow: number;
  columns: { column: Column; at: number; header: string }[];
  /** What a person said of all rows (of those with an empty cell, where a column feeds it), by column key; absent where the headings were read by their words. */
  constants?: ReadonlyMap<string, CellContent>;
  problems: Problem[];
}

/**
 * Finds the heading row (below titles, over one or two merged rows) and matches its words with the sheet's columns by name and synonym.
 * A required column that is missing, and two columns of the same meaning, are errors; an unknown column is a warning.
 */
export function findHeadings(raw: RawSheet, sheet: Sheet): Headings {
  const matcher = new HeadingMatcher(sheet);
  const grid = new HeadingGrid(raw);
  const row = bestRow(grid, matcher);
  if (row === null) {
    const expected = sheet.columns.filter((column) => column.required).map((column) => column.header);
    return { dataRow: 0, columns: [], problems: [problem('error', 'HEADERS_NOT_FOUND', { expected }, { sheet: raw.name })] };
  }
  return collect(raw, sheet, matcher, grid, row);
}

/** How many of the sheet's columns a raw sheet has, 0 where it has no headings of it: to tell an unnamed sheet. */
export function headingScore(raw: RawSheet, sheet: Sheet): number {
  const matcher = new HeadingMatcher(sheet);
  const grid = new HeadingGrid(raw);
  const row = bestRow(grid, matcher);
  return row === null ? 0 : grid.width(row, matcher);
}

function bestRow(grid: HeadingGrid, matcher: HeadingMatcher): number | null {
  let best: { row: number; score: number } | null = null;
  for (let row = 0; row < searchedRows; row += 1) {
    const score = grid.width(row, matcher);
    if (score >= Math.min(2, matcher.size) && score > (best?.score ?? 0)) best = { row, score };
  }
  return best?.row ?? null;
}

function collect(raw: RawSheet, sheet: Sheet, matcher: HeadingMatcher, grid: HeadingGrid, row: number): Headings {
  const columns: Headings['columns'] = [];
  const problems: Problem[] = [];
  const dataRow = grid.lastRow(row) + 1;
  const used = new Set<string>();
  for (let at = 0; at < grid.columnCount; at += 1) {
    const header = grid.label(row, at);
    const place: ProblemPlace = { sheet: raw.name, column: columnLetter(at), header: header || undefined };
    if (header === '') {
      if (columnHasData(raw, at, dataRow)) problems.push(problem('warning', 'HEADER_BLANK', {}, place));
      continue;
    }
    const match = matcher.matchAny(grid.candidates(row, at));
    if (!match) {
      if (!isNeedless(header)) {
        problems.push(problem('warning', 'HEADER_UNKNOWN', { suggestions: nearest(header, matcher.unusedHeaders(used), 2) }, place));
      }
      continue;
    }
    const first = columns.find((each) => each.column === match.column);
    if (first) {
      problems.push(problem('error', 'HEADER_TWICE', { first: first.header, second: header }, place));
      continue;
    }
    if (match.measure) {
      problems.push(problem('error', 'HEADER_MEASURE', { written: match.measure, measure: match.column.measure ?? '' }, place));
    }
    used.add(match.column.key);
    columns.push({ column: match.column, at, header });
  }
  for (const column of sheet.columns) {
    if (!column.required || used.has(column.key)) continue;
    const synonyms = (column.synonyms ?? []).slice(0, 2);
    problems.push(problem('error', 'HEADER_MISSING', { synonyms: [...synonyms] }, { sheet: raw.name, header: column.header }));
  }
  return { dataRow, columns, problems };
}

function columnHasData(raw: RawSheet, at: number, from: number): boolean {
  return raw.rows.slice(from).some((row) => isFilled(row?.[at]));
}

/** True of a cell with something in it. */
export function isFilled(cell: RawCell): boolean {
  return cell !== null && cell !== undefined && !(typeof cell === 'string' && cleanText(cell) === '');
}

/** A, B … Z, AA …: a column's letter from its 0-based place. */
export function columnLetter(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnLetter(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));
}
