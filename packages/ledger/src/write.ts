import { type CellValue, type WriteSheet, writeXlsx } from 'hucre';
import type { CellContent } from './column.ts';
import { DropDowns } from './drop-downs.ts';
import { columnLetter } from './headings.ts';
import type { Lookup } from './lookup.ts';
import { notesTab } from './notes-tab.ts';
import { type Register, type RegisterData, sheetsOf, type Workbook } from './register.ts';
import { defuseText } from './safe-text.ts';
import type { Sheet } from './sheet.ts';
import { cellOf } from './write-cell.ts';
import { columnStyle, columnWidth, dayFormat, headingStyle, officeFont, titleStyle, wrappedStyle } from './write-style.ts';

/** Rows below the data that have drop-downs too. */
const spareRows = 1000;

export interface WriteOptions {
  lookup: Lookup;
  /** Says 示例数据 on the notes sheet. */
  demo?: boolean;
  /** Day of which the data stand, for the notes sheet. */
  asOf?: string;
  /** Columns that identify a person are written only when asked for; else they are left out, so that the file taken back clears nothing. */
  withPersonal?: boolean;
}

/**
 * The register as .xlsx, in the form in which it is taken back: one tab a sheet, the heading first, then a tab of notes. Names stand for codes,
 * days and numbers are real ones, and text that a spreadsheet program might run is defused. 20,000 rows take about two seconds: use a worker.
 */
export function writeWorkbook<R extends Workbook>(register: R, data: RegisterData<R>, options: WriteOptions): Promise<Uint8Array> {
  const dropDowns = new DropDowns(options.lookup);
  const tabs = sheetsOf(register).map((each) => {
    const sheet = options.withPersonal ? each : { ...each, columns: each.columns.filter((column) => !column.personal) };
    const rows = (data[sheet.key as keyof R['sheets']] ?? []) as Iterable<Record<string, CellContent | null>>;
    return tabOf(sheet, rows, options.lookup, dropDowns);
  });
  return toBytes([...tabs, notesTab(register, options.lookup, options), ...dropDowns.tab()]);
}

/** The register without rows: headings, drop-downs for every closed list, and the notes. */
export function writeTemplate(register: Register, lookup: Lookup): Promise<Uint8Array> {
  return writeWorkbook(register, {}, { lookup, withPersonal: true });
}

/** A column of a plain table, e.g. of an exported list or chart. */
export interface TableColumn {
  header: string;
  /** Characters, of which a Chinese one takes two; by the heading unless given. */
  width?: number;
  /** How numbers show, as Excel writes it, e.g. `0.0%` or `#,##0.00`. */
  format?: string;
}

export interface TableOptions {
  /** Stands under the title, e.g. 2014-09-30. */
  asOf?: string;
  /** More lines under the title, e.g. the filters in force. */
  notes?: readonly string[];
  /** Says 示例数据 under the title. */
  demo?: boolean;
}

/**
 * A plain table as .xlsx: a title that says what it is, the as-of day and the notes under it, the headings, the rows.
 * A `Date` is shown as a day (its UTC date counts).
 */
export function writeTable(
  title: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly CellValue[])[],
  { asOf, notes = [], demo = false }: TableOptions = {},
): Promise<Uint8Array> {
  const lines = [title, ...(asOf ? [`截至 ${asOf}`] : []), ...(demo ? ['示例数据'] : []), ...notes];
  const top = lines.length;
  const cells = new Map(columns.map((_, at) => [`${top},${at}`, { style: headingStyle() }]));
  const sheet: WriteSheet = {
    name: '数据',
    columns: columns.map(({ header, width, format }) => ({
      width: width ?? Math.max(12, 2 * header.length + 4),
      style: { ...wrappedStyle, numFmt: format ?? dayFormatWhere(rows, columns, header) },
    })),
    rows: [
      ...lines.map((text) => [defuseText(text)]),
      columns.map(({ header }) => defuseText(header)),
      ...rows.map((row) => row.map(defuse)),
    ],
    cells: cells.set('0,0', { style: titleStyle }),
    merges: lines.map((_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: Math.max(1, columns.length - 1) })),
    freezePane: { rows: top + 1 },
    autoFilter: { range: `A${top + 1}:${columnLetter(columns.length - 1)}${top + 1 + rows.length}` },
  };
  return toBytes([sheet]);
}

function dayFormatWhere(rows: readonly (readonly CellValue[])[], columns: readonly TableColumn[], header: string): string | undefined {
  const at = columns.findIndex((column) => column.header === header);
  return rows.some((row) => row[at] instanceof Date) ? dayFormat : undefined;
}

function defuse(value: CellValue): CellValue {
  return typeof value === 'string' ? defuseText(value) : value;
}

function tabOf(sheet: Sheet, rows: Iterable<Record<string, CellContent | null>>, lookup: Lookup, dropDowns: DropDowns): WriteSheet {
  const cells: CellValue[][] = [sheet.columns.map(({ header }) => header)];
  for (const row of rows) cells.push(sheet.columns.map((column) => cellOf(column, row[column.key], lookup)));
  return {
    name: sheet.name,
    rows: cells,
    columns: sheet.columns.map((column) => ({ width: columnWidth(column), style: columnStyle(column) })),
    cells: new Map(sheet.columns.map((column, at) => [`0,${at}`, { style: headingStyle(column.required) }])),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${columnLetter(sheet.columns.length - 1)}${cells.length}` },
    dataValidations: dropDowns.rulesOf(sheet, cells.length - 1 + spareRows),
  };
}

function toBytes(sheets: WriteSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets, defaultFont: officeFont });
}
