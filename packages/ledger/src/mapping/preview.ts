import { cleanText, numberText } from '../clean-text.ts';
import { isFilled } from '../headings.ts';
import type { RawCell } from '../read-day.ts';
import { hasContent, type Merge, type RawSheet, type RawWorkbook } from '../workbook-reader.ts';

/** Rows of a tab that a preview holds: headings may be among them. */
export const previewRows = 30;
/** Samples of a column that are shown. */
export const sampleCount = 3;
const mostTabs = 20;
const mostColumns = 256;
const longestCell = 80;

/** What a person needs to see of a tab to say what its columns are. It holds the file's own words: seal it where it is kept. */
export interface TabPreview {
  name: string;
  /** The first rows as text, cut short. */
  top: string[][];
  /** Merged cells among them. */
  merges: Merge[];
  /** Rows with content, headings and titles included. */
  filledRows: number;
  /** By column, what stands below the first rows: how many cells, and the first different ones. */
  below: { filled: number; samples: string[] }[];
}

export interface WorkbookPreview {
  tabs: TabPreview[];
}

/** The visible tabs of a workbook, but for the notes and lists of our own. */
export function previewOf(workbook: RawWorkbook, isOurs: (name: string) => boolean): WorkbookPreview {
  const shown = workbook.sheets.filter(({ name, hidden, rows }) => !hidden && !isOurs(name) && rows.some(hasContent));
  return { tabs: shown.slice(0, mostTabs).map(previewTab) };
}

function previewTab({ name, rows, merges }: RawSheet): TabPreview {
  const top = Array.from({ length: Math.min(previewRows, rows.length) }, (_, at) => (rows[at] ?? []).slice(0, mostColumns).map(cellWords));
  const below: TabPreview['below'] = [];
  for (let at = previewRows; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row) continue;
    for (let column = 0; column < Math.min(row.length, mostColumns); column += 1) {
      const cell = row[column];
      if (!isFilled(cell)) continue;
      const stands = below[column] ?? { filled: 0, samples: [] };
      below[column] = stands;
      stands.filled += 1;
      if (stands.samples.length < sampleCount && !stands.samples.includes(cellWords(cell))) stands.samples.push(cellWords(cell));
    }
  }
  return {
    name,
    top,
    merges: merges.filter(({ startRow }) => startRow < previewRows),
    filledRows: rows.filter(hasContent).length,
    below: Array.from(below, (column) => column ?? { filled: 0, samples: [] }),
  };
}

/** A cell as a person reads it, one line; a date with its time where it has one. */
function cellWords(cell: RawCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime())
      ? ''
      : cell
          .toISOString()
          .replace('T', ' ')
          .slice(0, 16)
          .replace(/ 00:00$/, '');
  const characters = [...cleanText(cell).replace(/\s+/g, ' ')];
  return characters.length > longestCell ? `${characters.slice(0, longestCell).join('')}…` : characters.join('');
}

/** What stands in a column under the headings. */
export function samplesOf({ top, below }: TabPreview, at: number, dataRow: number): { filled: number; samples: string[] } {
  const above = top
    .slice(dataRow)
    .map((row) => row[at] ?? '')
    .filter((cell) => cell !== '');
  const rest = below[at] ?? { filled: 0, samples: [] };
  return { filled: above.length + rest.filled, samples: [...new Set([...above, ...rest.samples])].slice(0, sampleCount) };
}

/** Rows with content under the headings. */
export function rowsBelow({ top, filledRows }: TabPreview, dataRow: number): number {
  return filledRows - top.slice(0, dataRow).filter((row) => row.some((cell) => cell !== '')).length;
}
