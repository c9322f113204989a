import { type CellStyle, type CellValue, type ColumnDef, type DataValidation, type WriteSheet, writeXlsx } from 'hucre';
import type { CellContent, Column } from './column.ts';
import type { Lookup } from './lookup.ts';
import { listsSheetName, notesSheetName } from './parse.ts';
import { type Register, type RegisterData, sheetsOf } from './register.ts';
import { defuseText } from './safe-text.ts';
import type { Sheet } from './sheet.ts';
import { cellOf, choicesOf } from './write-cell.ts';

/** What Chinese offices print in. */
const font = { name: '宋体', size: 11 };
const headStyle: CellStyle = { font: { ...font, bold: true }, alignment: { wrapText: true, vertical: 'center' } };
/** Rows of a template that have drop-downs. */
const templateRows = 2000;

export interface WriteOptions {
  lookup: Lookup;
  /** Says 示例数据 on the notes sheet. */
  demo?: boolean;
  /** Columns that identify a person are written only when asked for. */
  withPersonal?: boolean;
}

/**
 * The register as .xlsx, in the form in which it is taken back: one tab a sheet, the heading first, then a tab of notes. Names stand for codes,
 * days and numbers are real ones, and text that a spreadsheet program might run is defused.
 */
export async function writeWorkbook<R extends Register>(register: R, data: RegisterData<R>, options: WriteOptions): Promise<Uint8Array> {
  const sheets = sheetsOf(register).map((sheet) => {
    const rows = (data[sheet.key as keyof RegisterData<R>] ?? []) as Iterable<Record<string, CellContent | null>>;
    return tabOf(sheet, rowsOf(sheet, rows, options));
  });
  return toBytes([...sheets, notesTab(register, options.demo ?? false)]);
}

/** The register without rows: headings, drop-downs for every closed list, and the notes. */
export async function writeTemplate(register: Register, lookup: Lookup): Promise<Uint8Array> {
  const lists: string[][] = [];
  const sheets = sheetsOf(register).map((sheet) => ({
    ...tabOf(sheet, []),
    dataValidations: sheet.columns.flatMap((column, index) => dropDown(column, index, lookup, lists)),
  }));
  return toBytes([...sheets, notesTab(register, false), listsTab(lists)]);
}

/** A column of a plain table, e.g. of an exported list or chart. */
export interface TableColumn {
  header: string;
  /** Characters. */
  width?: number;
}

/** A plain table as .xlsx: a title line that says what it is and as of when, the headings, the rows. */
export async function writeTable(
  title: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly CellValue[])[],
): Promise<Uint8Array> {
  const safe = rows.map((row) => row.map((value) => (typeof value === 'string' ? defuseText(value) : value)));
  const sheet: WriteSheet = {
    name: '数据',
    columns: columns.map(({ width }) => ({ width: width ?? 16 })),
    rows: [[defuseText(title)], columns.map(({ header }) => header), ...safe],
    cells: new Map(columns.map((_column, index) => [`1,${index}`, { style: headStyle }])),
    freezePane: { rows: 2 },
  };
  return toBytes([sheet]);
}

function* rowsOf(
  sheet: Sheet,
  rows: Iterable<Record<string, CellContent | null>>,
  { lookup, withPersonal }: WriteOptions,
): Generator<CellValue[]> {
  for (const row of rows)
    yield sheet.columns.map((column) => (column.personal && !withPersonal ? null : cellOf(column, row[column.key], lookup)));
}

function tabOf(sheet: Sheet, rows: Iterable<CellValue[]>): WriteSheet {
  return {
    name: sheet.name,
    columns: sheet.columns.map(columnOf),
    rows: [sheet.columns.map(({ header }) => header), ...rows],
    cells: new Map(sheet.columns.map((_column, index) => [`0,${index}`, { style: headStyle }])),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${letter(sheet.columns.length - 1)}1` },
  };
}

function columnOf(column: Column): ColumnDef {
  const wide = column.type === 'text' && (column.maxLength ?? 0) > 100;
  const width = wide ? 36 : Math.max(12, 2 * column.header.length + 4);
  return {
    width,
    style: { font, ...(column.type === 'day' ? { numFmt: 'yyyy-mm-dd' } : {}), alignment: { wrapText: wide, vertical: 'top' } },
  };
}

/** Lists are kept on a hidden tab, since a list written into the rule itself may not pass 255 characters. */
function dropDown(column: Column, index: number, lookup: Lookup, lists: string[][]): DataValidation[] {
  const choices = choicesOf(column, lookup);
  if (!choices?.length) return [];
  lists.push(choices);
  const list = letter(lists.length - 1);
  return [
    {
      type: 'list',
      formula1: `${listsSheetName}!$${list}$1:$${list}$${choices.length}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: column.header,
      errorMessage: '请从下拉列表中选择。',
      range: `${letter(index)}2:${letter(index)}${templateRows + 1}`,
    },
  ];
}

function listsTab(lists: readonly string[][]): WriteSheet {
  const length = Math.max(1, ...lists.map((list) => list.length));
  return { name: listsSheetName, hidden: true, rows: Array.from({ length }, (_row, row) => lists.map((list) => list[row] ?? null)) };
}

function notesTab(register: Register, demo: boolean): WriteSheet {
  const rows: CellValue[][] = [
    [`${register.title}${demo ? '（示例数据）' : ''}`],
    ['严禁录入涉密信息。首行为表头，可增减空行、调整列序，不要改动表头文字。'],
    ['工作表', '列', '是否必填', '含义', '示例'],
  ];
  for (const sheet of sheetsOf(register))
    for (const column of sheet.columns)
      rows.push([sheet.name, column.header, requirementOf(column), column.meaning, (column.examples ?? []).map(defuseText).join(' / ')]);
  return {
    name: notesSheetName,
    columns: [22, 16, 12, 60, 30].map((width) => ({ width, style: { font, alignment: { wrapText: true, vertical: 'top' } } })),
    rows,
    cells: new Map(rows[2]!.map((_cell, index) => [`2,${index}`, { style: headStyle }])),
  };
}

function requirementOf(column: Column): string {
  if (column.required) return '必填';
  return column.onCreateOnly ? '仅新增时填' : '选填';
}

/** 0 → A, 26 → AA. */
function letter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letter(Math.floor(index / 26) - 1) + letter(index % 26);
}

function toBytes(sheets: WriteSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets, defaultFont: font });
}
