import { cleanText } from './clean-text.ts';
import type { HeadingMatcher } from './heading-matcher.ts';
import type { RawCell } from './read-day.ts';
import type { Merge } from './workbook-reader.ts';

/** Rows in which headings are looked for. */
export const searchedRows = 20;
/** Most rows that one heading may take. */
export const mostHeaderRows = 3;
const mostColumns = 256;

/** Rows of headings: 0-based, ends included. */
export interface HeadingBlock {
  top: number;
  bottom: number;
}

interface Table {
  rows: readonly (readonly RawCell[] | undefined)[];
  merges: readonly Merge[];
}

/** Words of the heading cells, with what merging hides. */
export class HeadingGrid {
  readonly #rows: Table['rows'];
  readonly #merges: readonly Merge[];
  readonly columnCount: number;

  constructor({ rows, merges }: Table, depth: number = searchedRows) {
    this.#rows = rows;
    this.#merges = merges.filter((merge) => merge.startRow <= depth);
    const top = rows.slice(0, depth + 1);
    this.columnCount = Math.min(
      mostColumns,
      top.reduce((most, row) => Math.max(most, row?.length ?? 0), 0),
    );
  }

  /** What the heading may be read as, likeliest first: the lowest words, or joined with the group above (计划 / 开始). */
  candidates(row: number, at: number): string[] {
    const own = this.words(row, at);
    const above = row > 0 ? this.words(row - 1, at) : '';
    if (own === '') return [];
    return above !== '' && above !== own ? [above + own, own] : [own];
  }

  label(row: number, at: number): string {
    return cleanText(this.words(row, at)).replace(/\s+/g, '');
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
      const match = matcher.matchAny(this.candidates(row, at));
      if (match) keys.add(match.column.key);
    }
    return keys.size;
  }

  /** Words of a column over all rows of its headings, from the group down; a cell merged over several rows says them once. */
  parts({ top, bottom }: HeadingBlock, at: number): string[] {
    const parts: string[] = [];
    for (let row = top; row <= bottom; row += 1) {
      const words = this.label(row, at);
      if (words !== '' && words !== parts.at(-1)) parts.push(words);
    }
    return parts;
  }

  /** The rows that headings take around their best row: those of cells merged downwards, and a row of groups above. */
  blockAround(row: number): HeadingBlock {
    const tall = this.#merges.filter(({ startRow, endRow }) => startRow <= row && endRow >= row && endRow > startRow);
    const bottom = Math.max(row, ...tall.map(({ endRow }) => endRow));
    const top = Math.min(row, ...tall.map(({ startRow }) => startRow), this.#hasGroups(row - 1) ? row - 1 : row);
    return { top: Math.max(top, bottom - mostHeaderRows + 1), bottom: Math.min(bottom, row + mostHeaderRows - 1) };
  }

  words(row: number, at: number): string {
    const own = text(this.#rows[row]?.[at]);
    if (own !== '') return own;
    const merge = this.#merges.find(
      ({ startRow, endRow, startCol, endCol }) => row >= startRow && row <= endRow && at >= startCol && at <= endCol,
    );
    return merge ? text(this.#rows[merge.startRow]?.[merge.startCol]) : '';
  }

  /** A row of groups has cells merged over several columns; a title over all of them is no group. */
  #hasGroups(row: number): boolean {
    if (row < 0) return false;
    const words = new Set<string>();
    for (let at = 0; at < this.columnCount; at += 1) words.add(this.words(row, at));
    words.delete('');
    const isWide = ({ startRow, endRow, startCol, endCol }: Merge) => startRow <= row && endRow === row && endCol > startCol;
    return words.size > 1 && this.#merges.some(isWide);
  }
}

function text(cell: RawCell): string {
  return typeof cell === 'string' || typeof cell === 'number' ? cleanText(String(cell)) : '';
}
