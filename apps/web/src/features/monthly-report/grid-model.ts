import { readMonthlyClass } from '@duban/rules/monthly-cells';
import { type MonthlyLabel, monthlyLabels } from '@duban/rules/monthly-form';
import { type ItemKind, itemKinds } from '@duban/rules/vocabulary';
import type { FormField, FormRow } from './monthly-query.ts';

/** A line of the grid: an item, or one of its steps or counties, with a cell or nothing under each of its section's columns. */
export type GridLine = {
  id: string;
  row: FormRow;
  /** Null for the item's own line. */
  title: string | null;
  cells: readonly (FormField | null)[];
};

/** The items of one register, which share their columns. */
export type GridSection = { kind: ItemKind; columns: readonly MonthlyLabel[]; lines: readonly GridLine[] };

/** A cell by line (counted over all sections) and column. */
export type Place = { line: number; column: number };

/** Labels that stand in one column: a county's figure under the work's. */
const columnOf = (label: MonthlyLabel): MonthlyLabel => (label === 'COUNTY_ACTUAL' ? 'ACTUAL' : label);
const order = (label: MonthlyLabel) => monthlyLabels.indexOf(label);
/** Money before days, quantity before money: as the ledgers have it. */
const firstOf = (label: MonthlyLabel) => (label === 'INVESTMENT_ACTUAL' ? -1 : order(label));

/** The form as lines under columns, register by register. */
export function sectionsOf(rows: readonly FormRow[]): GridSection[] {
  const kinds = itemKinds.filter((kind) => rows.some((row) => row.kind === kind)).sort((a, b) => placeOf(rows, a) - placeOf(rows, b));
  return kinds.map((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    const labels = new Set(ofKind.flatMap(({ fields }) => fields.map(({ label }) => columnOf(label))));
    const columns = [...labels].sort((a, b) => firstOf(a) - firstOf(b));
    return { kind, columns, lines: ofKind.flatMap((row) => linesOf(row, columns)) };
  });
}

const placeOf = (rows: readonly FormRow[], kind: ItemKind) => rows.findIndex((row) => row.kind === kind);

/** Lines of a row that didn't change stay the same objects, so that they aren't drawn again when another row's light changes. */
const known = new WeakMap<FormRow, { columns: string; lines: GridLine[] }>();

function linesOf(row: FormRow, columns: readonly MonthlyLabel[]): GridLine[] {
  const stored = known.get(row);
  if (stored?.columns === columns.join()) return stored.lines;
  const lines = newLines(row, columns);
  known.set(row, { columns: columns.join(), lines });
  return lines;
}

function newLines(row: FormRow, columns: readonly MonthlyLabel[]): GridLine[] {
  const cellsOf = (line: string) =>
    columns.map((column) => row.fields.find((field) => field.line === line && columnOf(field.label) === column) ?? null);
  return [
    { id: row.itemId, row, title: null, cells: cellsOf('') },
    ...row.lines.map(({ line, title }) => ({ id: `${row.itemId} ${line}`, row, title, cells: cellsOf(line) })),
  ];
}

/** The next cell from a place in a direction, past lines and columns without one; the same place at the edge. */
export function moved(lines: readonly GridLine[], from: Place, key: 'up' | 'down' | 'left' | 'right'): Place {
  if (key === 'up' || key === 'down') {
    const step = key === 'up' ? -1 : 1;
    for (let line = from.line + step; line >= 0 && line < lines.length; line += step) {
      const column = nearestColumn(lines[line]!, from.column);
      if (column !== null) return { line, column };
    }
    return from;
  }
  const step = key === 'left' ? -1 : 1;
  const { cells } = lines[from.line]!;
  for (let column = from.column + step; column >= 0 && column < cells.length; column += step) if (cells[column]) return { ...from, column };
  return from;
}

/** The next or previous cell in reading order; null past either end, where Tab leaves the grid. */
export function inOrder(lines: readonly GridLine[], from: Place, step: 1 | -1): Place | null {
  for (let { line, column } = from; ; ) {
    column += step;
    while (line >= 0 && line < lines.length && (column < 0 || column >= lines[line]!.cells.length)) {
      line += step;
      column = step > 0 ? 0 : (lines[line]?.cells.length ?? 0) - 1;
    }
    const found = lines[line]?.cells[column];
    if (found === undefined) return null;
    if (found) return { line, column };
  }
}

/** First or last cell of the form. */
export function edge(lines: readonly GridLine[], which: 'first' | 'last'): Place {
  const start = which === 'first' ? { line: 0, column: -1 } : { line: lines.length - 1, column: lines.at(-1)?.cells.length ?? 0 };
  return inOrder(lines, start, which === 'first' ? 1 : -1) ?? { line: 0, column: 0 };
}

function nearestColumn({ cells }: GridLine, column: number): number | null {
  const filled = cells.flatMap((cell, at) => (cell ? [at] : []));
  if (filled.length === 0) return null;
  return filled.reduce((best, at) => (Math.abs(at - column) < Math.abs(best - column) ? at : best));
}

export function fieldAt(lines: readonly GridLine[], { line, column }: Place): FormField | null {
  return lines[line]?.cells[column] ?? null;
}

/** The rectangle between two cells. */
export function blockOf(a: Place, b: Place): { top: number; bottom: number; left: number; right: number } {
  return {
    top: Math.min(a.line, b.line),
    bottom: Math.max(a.line, b.line),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

/** A block as Excel copies it: tabs and line breaks, quotes around text that holds them. Lines without any cell in it are left out. */
export function blockText(lines: readonly GridLine[], a: Place, b: Place, textAt: (line: GridLine, field: FormField) => string): string {
  const { top, bottom, left, right } = blockOf(a, b);
  return lines
    .slice(top, bottom + 1)
    .filter(({ cells }) => cells.slice(left, right + 1).some(Boolean))
    .map((line) =>
      line.cells
        .slice(left, right + 1)
        .map((field) => (field ? quoted(textAt(line, field)) : ''))
        .join('\t'),
    )
    .join('\n');
}

const quoted = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The cells of a block copied from Excel, row by row. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < plain.length; at += 1) {
    const character = plain[at]!;
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === '\t' || character === '\n') {
      rows.at(-1)!.push(cell);
      cell = '';
      if (character === '\n') rows.push([]);
    } else cell += character;
  }
  rows.at(-1)!.push(cell);
  return rows;
}

export type Pasted = {
  cells: { line: GridLine; field: FormField; text: string }[];
  /** Pasted cells for which the form has none. */
  misfits: { row: number; column: number; text: string }[];
};

/** Which cells a pasted block falls on: its rows go to the lines from the focused one on that have any cell in its columns. */
export function mapBlock(lines: readonly GridLine[], from: Place, block: readonly (readonly string[])[]): Pasted {
  const pasted: Pasted = { cells: [], misfits: [] };
  let at = from.line;
  block.forEach((texts, row) => {
    const width = texts.length;
    while (at < lines.length && !lines[at]!.cells.slice(from.column, from.column + width).some(Boolean)) at += 1;
    const line = lines[at];
    texts.forEach((text, column) => {
      const field = line?.cells[from.column + column];
      if (line && field) pasted.cells.push({ line, field, text: text.trim() });
      else if (text.trim() !== '') pasted.misfits.push({ row: row + 1, column: column + 1, text: text.trim() });
    });
    at += 1;
  });
  return pasted;
}

/** What a typed text comes to in a cell: classes by their code, figures and days left empty as last month. */
export function typedValue(field: Pick<FormField, 'type' | 'last'>, text: string): string | null {
  if (field.type === 'CLASS') return readMonthlyClass(text) ?? (text.trim() === '' ? null : text);
  if (text.trim() !== '') return text;
  // A text that stands can be emptied; where nothing stands, empty is as it was.
  return field.last !== null && (field.type === 'TEXT' || field.type === 'DAY') ? '' : null;
}

/** What Delete leaves: first last month's value again, and of a text that stands nothing on the second press. */
export function cleared(field: Pick<FormField, 'type' | 'last'>, value: string | null): string | null {
  return value === null ? typedValue(field, '') : null;
}

/** A line's name before its field's; nothing for the item's own. */
export function lineOf(title: string | null): string {
  return title === null ? '' : `${title} · `;
}
