import { type HeadingBlock, HeadingGrid, mostHeaderRows, searchedRows } from '../heading-grid.ts';
import { HeadingMatcher } from '../heading-matcher.ts';
import { columnLetter } from '../headings.ts';
import type { Sheet } from '../sheet.ts';
import { previewRows, samplesOf, type TabPreview } from './preview.ts';

/** Where the headings of a tab stand. */
export interface HeaderPlace {
  /** First row, as Excel counts. */
  headerRow: number;
  headerRows: number;
}

/** A column of the file with its heading and what stands under it. */
export interface TabHeader {
  /** 0-based. */
  at: number;
  /** As Excel names it. */
  letter: string;
  /** Words of the heading, of a heading over several rows all of them; empty: the column has none. */
  header: string;
  /** How it may be read, likeliest first. */
  readings: string[];
  /** Filled cells under it. */
  filled: number;
  /** The first different ones, cut short. */
  samples: string[];
}

/** Between the words of a heading over several rows. */
const joint = ' · ';

/** The headings alone at a place, of the columns that have one. */
export function wordsAt(tab: TabPreview, place: HeaderPlace): string[] {
  const grid = gridOf(tab);
  const words = Array.from({ length: grid.columnCount }, (_, at) => grid.parts(blockOf(place), at).join(joint));
  return words.filter((word) => word !== '');
}

/** The columns of a tab that have a heading or something under it, with the headings at a place. */
export function headersAt(tab: TabPreview, place: HeaderPlace): TabHeader[] {
  const grid = gridOf(tab);
  const block = blockOf(place);
  const headers: TabHeader[] = [];
  for (let at = 0; at < Math.max(grid.columnCount, tab.below.length); at += 1) {
    const parts = grid.parts(block, at);
    const { filled, samples } = samplesOf(tab, at, block.bottom + 1);
    if (parts.length === 0 && filled === 0) continue;
    const last = parts.at(-1) ?? '';
    const readings = parts.length > 1 ? [parts.join(''), last] : parts;
    headers.push({ at, letter: columnLetter(at), header: parts.join(joint), readings, filled, samples });
  }
  return headers;
}

function gridOf({ top, merges }: TabPreview): HeadingGrid {
  return new HeadingGrid({ rows: top, merges }, previewRows);
}

function blockOf({ headerRow, headerRows }: HeaderPlace): HeadingBlock {
  return { top: headerRow - 1, bottom: headerRow + headerRows - 2 };
}

/** True where headings may stand: among the first rows, with rows under them. */
export function isPlaceWithin({ top }: TabPreview, { headerRow, headerRows }: HeaderPlace): boolean {
  return headerRow >= 1 && headerRows >= 1 && headerRows <= mostHeaderRows && headerRow + headerRows - 1 <= top.length;
}

/**
 * Where the headings of a tab most likely stand: the row that names most columns of the sheet, and otherwise most looks like headings
 * (many short, different words; no days, no numbers).
 */
export function guessPlace(tab: TabPreview, sheet: Sheet | null): HeaderPlace {
  const grid = gridOf(tab);
  const matcher = sheet && new HeadingMatcher(sheet);
  let best = { row: 0, score: Number.NEGATIVE_INFINITY };
  for (let row = 0; row < Math.min(searchedRows, tab.top.length); row += 1) {
    const score = likeHeadings(grid, row) + (matcher ? 2 * grid.width(row, matcher) : 0);
    if (score > best.score) best = { row, score };
  }
  const { top, bottom } = grid.blockAround(best.row);
  return { headerRow: top + 1, headerRows: bottom - top + 1 };
}

/** How many of a sheet's columns a tab names in its best row. */
export function namedColumns(tab: TabPreview, sheet: Sheet): number {
  const grid = gridOf(tab);
  const matcher = new HeadingMatcher(sheet);
  return Math.max(0, ...Array.from({ length: Math.min(searchedRows, tab.top.length) }, (_, row) => grid.width(row, matcher)));
}

const longestHeading = 20;
const numberLike = /^[+-]?[\d,.，．]+%?$/;
const dayLike = /^\d{2,4}[-/.年]\d{1,2}(?:[-/.月]|$)/;

function likeHeadings(grid: HeadingGrid, row: number): number {
  const words = new Set<string>();
  for (let at = 0; at < grid.columnCount; at += 1) words.add(grid.label(row, at).normalize('NFKC'));
  words.delete('');
  let score = 0;
  for (const word of words) score += word.length > longestHeading || numberLike.test(word) || dayLike.test(word) ? -1 : 1;
  return score;
}
