import { cleanText, plainText } from './clean-text.ts';
import type { Column } from './column.ts';
import { nearest } from './name-match.ts';
import { type Problem, type ProblemPlace, problem } from './problem.ts';
import type { RawCell } from './read-day.ts';
import { measures } from './read-number.ts';
import type { Sheet } from './sheet.ts';
import type { Merge, RawSheet } from './workbook-reader.ts';

/** Which column of the file feeds which column of the sheet, and where the data begin. */
export interface Headings {
  /** 0-based row of the first data row. */
  dataRow: number;
  columns: { column: Column; at: number; header: string }[];
  problems: Problem[];
}

const searchedRows = 20;
/** Headings that every ledger has and nobody needs. */
const ignored = new Set(['序号', '行号', 'no.', 'no']);

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
    const match = grid
      .candidates(row, at)
      .map((words) => matcher.match(words))
      .find((each) => each !== null);
    if (!match) {
      if (!ignored.has(plainText(header))) {
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

/** Words of the heading cells, with what merging hides. */
class HeadingGrid {
  readonly #raw: RawSheet;
  readonly #merges: Merge[];
  readonly columnCount: number;

  constructor(raw: RawSheet) {
    this.#raw = raw;
    this.#merges = raw.merges.filter((merge) => merge.startRow <= searchedRows);
    const top = raw.rows.slice(0, searchedRows + 1);
    this.columnCount = Math.min(
      256,
      top.reduce((most, row) => Math.max(most, row?.length ?? 0), 0),
    );
  }

  /** What the heading may be read as, likeliest first: the lowest words, or joined with the group above (计划 / 开始). */
  candidates(row: number, at: number): string[] {
    const own = this.#words(row, at);
    const above = row > 0 ? this.#words(row - 1, at) : '';
    if (own === '') return [];
    return above !== '' && above !== own ? [above + own, own] : [own];
  }

  label(row: number, at: number): string {
    return cleanText(this.#words(row, at)).replace(/\s+/g, '');
  }

  /** Last row of the block of headings: merging may draw it out downwards. */
  lastRow(row: number): number {
    return this.#merges
      .filter((merge) => merge.startRow <= row && merge.endRow >= row && merge.endRow < row + 4)
      .reduce((last, merge) => Math.max(last, merge.endRow), row);
  }

  /** How many different columns the row names. */
  width(row: number, matcher: HeadingMatcher): number {
    const keys = new Set<string>();
    for (let at = 0; at < this.columnCount; at += 1) {
      const match = this.candidates(row, at)
        .map((words) => matcher.match(words))
        .find((each) => each !== null);
      if (match) keys.add(match.column.key);
    }
    return keys.size;
  }

  #words(row: number, at: number): string {
    const own = text(this.#raw.rows[row]?.[at]);
    if (own !== '') return own;
    const merge = this.#merges.find(
      ({ startRow, endRow, startCol, endCol }) => row >= startRow && row <= endRow && at >= startCol && at <= endCol,
    );
    return merge ? text(this.#raw.rows[merge.startRow]?.[merge.startCol]) : '';
  }
}

/** Headings by name and synonym, whatever blanks, widths, stars and 必填 stand around them. */
class HeadingMatcher {
  readonly #byName = new Map<string, Column>();
  readonly #columns: readonly Column[];

  constructor(sheet: Sheet) {
    this.#columns = sheet.columns;
    for (const column of sheet.columns) {
      for (const word of [column.header, column.headerEn]) this.#byName.set(headingKey(word), column);
    }
    for (const column of sheet.columns) {
      for (const word of column.synonyms ?? []) if (!this.#byName.has(headingKey(word))) this.#byName.set(headingKey(word), column);
    }
  }

  get size(): number {
    return this.#columns.length;
  }

  /** The column a heading stands for; `measure` is the wrong one it names, e.g. 亿元 where 万元 is meant. */
  match(words: string): { column: Column; measure?: string } | null {
    const key = headingKey(words);
    const exact = this.#byName.get(key);
    if (exact) return { column: exact };
    const [, base = '', inside = ''] = /^(.*?)[([](.*)[)\]]$/.exec(key) ?? [];
    const column = this.#byName.get(base);
    if (!column) return null;
    const unit = inside.replace(/^单位[:：]?/, '');
    return column.measure && measures.includes(unit) && unit !== column.measure ? { column, measure: unit } : { column };
  }

  unusedHeaders(used: ReadonlySet<string>): string[] {
    return this.#columns.filter((column) => !used.has(column.key)).map((column) => column.header);
  }
}

function headingKey(words: string): string {
  return plainText(words)
    .replace(/[([](?:必填|选填|可选|required)[^)\]]*[)\]]/g, '')
    .replace(/[*※:]/g, '');
}

function text(cell: RawCell): string {
  return typeof cell === 'string' || typeof cell === 'number' ? cleanText(String(cell)) : '';
}

function columnHasData(raw: RawSheet, at: number, from: number): boolean {
  return raw.rows.slice(from).some((row) => row?.[at] !== undefined && row[at] !== null && text(row[at]) !== '');
}

/** A, B … Z, AA …: a column's letter from its 0-based place. */
export function columnLetter(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnLetter(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));
}
