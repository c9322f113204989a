import { cleanText, plainText } from './clean-text.ts';
import type { CellContent, Column } from './column.ts';
import { columnLetter, type Headings } from './headings.ts';
import { type ParsedRow, type Problem, type ProblemPlace, problem } from './problem.ts';
import { type CellContext, readCell } from './read-cell.ts';
import type { Finding, RawCell } from './read-day.ts';
import type { Sheet } from './sheet.ts';
import { hasContent, type RawSheet } from './workbook-reader.ts';

const errorValue = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERR!|SPILL!|CALC!)$/;
const hidden = '＊＊＊';

/** Reads the data rows under the headings; blank rows vanish, totals and remarks are skipped with a warning. */
export function* parseRows(raw: RawSheet, sheet: Sheet, headings: Headings, context: CellContext): Generator<ParsedRow | Problem> {
  const filled = fillMerged(raw, headings);
  const formulas: string[] = [];
  for (let at = headings.dataRow; at < raw.rows.length; at += 1) {
    const row = filled.get(at) ?? raw.rows[at];
    if (!row || !hasContent(row)) continue;
    const remark = remarkOf(row, headings);
    if (remark !== null) {
      yield problem('warning', 'ROW_SKIPPED', { text: remark }, { sheet: raw.name, row: at + 1 });
      continue;
    }
    if (headings.columns.some((column) => !isBlank(row[column.at]) || raw.unevaluated.has(`${at},${column.at}`))) {
      if (raw.evaluated.size > 0)
        formulas.push(
          ...headings.columns.filter((column) => raw.evaluated.has(`${at},${column.at}`)).map((column) => cellName(at, column.at)),
        );
      yield parseRow(raw, sheet, headings, row, at, context);
    }
  }
  const [cell] = formulas;
  if (cell) yield problem('warning', 'FORMULAS_READ', { count: formulas.length, cell }, { sheet: raw.name });
}

function cellName(row: number, column: number): string {
  return `${columnLetter(column)}${row + 1}`;
}

function parseRow(raw: RawSheet, sheet: Sheet, headings: Headings, row: RawCell[], at: number, context: CellContext): ParsedRow {
  const values: Record<string, CellContent | null> = {};
  const problems: Problem[] = [];
  const constants: string[] = [];
  for (const { column, at: columnAt, header } of headings.columns) {
    const place: ProblemPlace = { sheet: raw.name, row: at + 1, column: columnLetter(columnAt), header, key: column.key };
    const cell = row[columnAt];
    const name = cellName(at, columnAt);
    if (raw.unevaluated.has(`${at},${columnAt}`)) {
      problems.push(problem('error', 'FORMULA_WITHOUT_VALUE', { cell: name }, place));
      continue;
    }
    if (typeof cell === 'string' && errorValue.test(cell)) {
      problems.push(problem('error', 'CELL_ERROR', { cell: name, value: cell }, place));
      continue;
    }
    const reading = readCell(cell, column, context);
    const constant = reading === null ? headings.constants?.get(column.key) : undefined;
    if (constant !== undefined) {
      values[column.key] = constant;
      constants.push(column.key);
    } else if (reading === null) {
      values[column.key] = null;
      if (column.required) problems.push(problem('error', 'REQUIRED', {}, place));
    } else if ('failure' in reading) {
      problems.push(asProblem('error', reading.failure, column, place));
    } else {
      values[column.key] = reading.value;
      if (reading.notice) problems.push(asProblem('warning', reading.notice, column, place));
    }
  }
  if (headings.constants) {
    for (const [key, value] of headings.constants) {
      if (headings.columns.some(({ column }) => column.key === key)) continue;
      values[key] = value;
      constants.push(key);
    }
    problems.push(...numberless(sheet, values, { sheet: raw.name, row: at + 1 }));
  }
  problems.push(...reversedDays(sheet, values, { sheet: raw.name, row: at + 1 }));
  const given = constants.length > 0 ? { constants } : {};
  return { sheet: sheet.key, row: at + 1, values: values as ParsedRow['values'], problems, ...given };
}

/** A row of a table whose columns were mapped, none of them to the number, is a row whose number is empty. */
function numberless(sheet: Sheet, values: Record<string, CellContent | null>, place: ProblemPlace): Problem[] {
  const column = sheet.columns.find(({ key }) => key === 'number');
  if (!column || 'number' in values) return [];
  values.number = null;
  return [problem('error', 'REQUIRED', {}, { ...place, header: column.header, key: column.key })];
}

/** A personal cell's words never leave it, not even in a problem. */
function asProblem(severity: 'error' | 'warning', { code, params }: Finding, column: Column, place: ProblemPlace): Problem {
  const shown = column.personal && 'value' in params ? { ...params, value: hidden } : shorten(params);
  return { severity, code, params: shown, ...place } as Problem;
}

function shorten<P extends object>(params: P): P {
  return 'value' in params && typeof params.value === 'string' && params.value.length > 60
    ? { ...params, value: `${params.value.slice(0, 60)}…` }
    : params;
}

function reversedDays(sheet: Sheet, values: Record<string, CellContent | null>, place: ProblemPlace): Problem[] {
  const header = (key: string) => sheet.columns.find((column) => column.key === key)?.header ?? key;
  return (sheet.dayOrder ?? []).flatMap(([earlier, later]) => {
    const from = values[earlier];
    const to = values[later];
    if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return [];
    return [problem('error', 'DAYS_REVERSED', { earlier: header(earlier), later: header(later) }, place)];
  });
}

/** 合计 lines, and footers such as 填表人： that stand alone under the table. */
function remarkOf(row: readonly RawCell[], headings: Headings): string | null {
  const words = row.filter((cell) => !isBlank(cell));
  const first = words[0];
  if (typeof first !== 'string') return null;
  const plain = plainText(first);
  if (/^(?:合计|总计|小计|共计)/.test(plain)) return cleanText(first).slice(0, 40);
  const number = headings.columns.find((each) => each.column.key === 'number');
  const alone = new Set(words).size === 1 && (number === undefined || isBlank(row[number.at]) || first === row[number.at]);
  const isFooter = /^(?:注|备注|说明|填表说明|填报单位|填表人|填报人|制表人|审核人|填报日期|填表日期|联系电话|单位负责人)\d*[:：.、]/.test(
    plain,
  );
  return alone && isFooter ? cleanText(first).slice(0, 40) : null;
}

function isBlank(cell: RawCell): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cleanText(cell) === '');
}

/** Rows inside merged cells hold the value of the merge's first row, in its first column. */
function fillMerged(raw: RawSheet, headings: Headings): Map<number, RawCell[]> {
  const filled = new Map<number, RawCell[]>();
  for (const merge of raw.merges) {
    if (merge.startRow < headings.dataRow || merge.endRow === merge.startRow) continue;
    const value = raw.rows[merge.startRow]?.[merge.startCol];
    for (let at = merge.startRow + 1; at <= Math.min(merge.endRow, raw.rows.length - 1); at += 1) {
      // A row that is blank but for the merge is no row.
      if (!hasContent(raw.rows[at])) continue;
      const row = filled.get(at) ?? [...(raw.rows[at] ?? [])];
      row[merge.startCol] = value;
      filled.set(at, row);
    }
  }
  return filled;
}

/** Adds an error to each row that repeats an earlier one in the columns that name it. */
export function markRepeats(rows: readonly ParsedRow[], sheet: Sheet, sheetName: string): void {
  if (sheet.uniqueBy.length === 0) return;
  const first = new Map<string, number>();
  for (const row of rows) {
    const values: Record<string, unknown> = row.values;
    const parts = sheet.uniqueBy.map((key) => values[key]);
    if (parts.some((part) => part === undefined || part === null)) continue;
    const key = JSON.stringify(parts);
    const firstRow = first.get(key);
    if (firstRow === undefined) first.set(key, row.row);
    else {
      const words = sheet.uniqueBy.map((name) => sheet.columns.find((column) => column.key === name)?.header ?? name).join('＋');
      row.problems.push(problem('error', 'ROW_TWICE', { firstRow, key: words }, { sheet: sheetName, row: row.row }));
    }
  }
}
