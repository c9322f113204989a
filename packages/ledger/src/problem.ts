import type { RowOf, Sheet } from './sheet.ts';

/** What a file turned out to be instead of a workbook that can be read. */
export type WrongFile =
  | 'XLSB'
  | 'ODS'
  | 'MACRO'
  | 'EXCEL_95'
  | 'WORD'
  | 'POWERPOINT'
  | 'PDF'
  | 'IMAGE'
  | 'HTML'
  | 'XML'
  | 'CSV'
  | 'ARCHIVE'
  | 'OTHER';

/** Every problem a ledger can have, with the values its sentence needs. */
export interface ProblemParams {
  FILE_EMPTY: Record<never, never>;
  FILE_TOO_LARGE: { megabytes: number; limitMegabytes: number };
  WRONG_FILE: { what: WrongFile };
  EXTENSION_MISMATCH: { extension: string; actual: string };
  PASSWORD_PROTECTED: Record<never, never>;
  UNPACKS_TOO_LARGE: { limitMegabytes: number };
  DAMAGED: Record<never, never>;
  TOO_MANY_ROWS: { rows: number; limit: number };

  NO_SHEET: { expected: string[]; found: string[] };
  SHEET_IGNORED: Record<never, never>;
  SHEET_TWICE: { first: string; name: string };
  SHEET_EMPTY: Record<never, never>;
  HEADERS_NOT_FOUND: { expected: string[] };
  HEADER_MISSING: { synonyms: string[] };
  HEADER_UNKNOWN: { suggestions: string[] };
  HEADER_TWICE: { first: string; second: string };
  HEADER_BLANK: Record<never, never>;
  HEADER_MEASURE: { written: string; measure: string };

  ROW_SKIPPED: { text: string };
  ROW_TWICE: { firstRow: number; key: string };
  DAYS_REVERSED: { earlier: string; later: string };

  REQUIRED: Record<never, never>;
  BAD_ITEM_NUMBER: { value: string; limit: number };
  BAD_DAY: { value: string };
  DAY_OUT_OF_RANGE: { value: string; from: number; to: number };
  YEAR_ASSUMED: { value: string; year: number };
  BAD_MONTH: { value: string };
  MONTH_AMBIGUOUS: { value: string; one: string; ten: string };
  BAD_INTEGER: { value: string };
  BAD_DECIMAL: { value: string };
  WRONG_MEASURE: { value: string; measure: string };
  ROUNDED: { value: string; result: string; scale: number };
  TOO_SMALL: { value: string; min: number };
  TOO_LARGE: { value: string; max: number };
  TOO_LONG: { length: number; limit: number };
  BAD_CHARACTER: Record<never, never>;
  DIGITS_LOST: Record<never, never>;
  BAD_BOOLEAN: { value: string; yes: string; no: string };
  BAD_CHOICE: { value: string; choices: string[] };
  UNKNOWN_TERM: { value: string; suggestions: string[] };
  UNKNOWN_UNIT: { value: string; suggestions: string[] };
  AMBIGUOUS_UNIT: { value: string; candidates: string[] };
  NOT_A_COUNTY: { value: string };
  FORMULAS_READ: { count: number; cell: string };
  FORMULA_WITHOUT_VALUE: { cell: string };
  CELL_ERROR: { cell: string; value: string };
}

export type ProblemCode = keyof ProblemParams;

/** An error keeps the row (or the file) out; a warning only tells. */
export type Severity = 'error' | 'warning';

/** Where a problem stands. `row` counts as Excel does, `column` is its letter, `sheet` the tab's name in the file. */
export interface ProblemPlace {
  sheet?: string;
  row?: number;
  column?: string;
  header?: string;
  /** Key of the column of ours, in a row. */
  key?: string;
}

/** What is wrong with a file, a sheet, a row or a cell; `messageOf` says it in words. Plain data: it crosses threads and becomes JSON. */
export type Problem = { [C in ProblemCode]: ProblemPlace & { severity: Severity; code: C; params: ProblemParams[C] } }[ProblemCode];

/** Makes a problem, checked against the params that its code needs. */
export function problem<C extends ProblemCode>(severity: Severity, code: C, params: ProblemParams[C], place: ProblemPlace = {}): Problem {
  return { severity, code, params, ...place } as Problem;
}

/** A row as read: what could be read of it, and what is wrong with it. */
export interface ParsedRow<S extends Sheet = Sheet> {
  sheet: S['key'];
  /** 1-based, as Excel shows it. */
  row: number;
  values: Partial<RowOf<S>>;
  problems: Problem[];
  /** Keys of values that no cell of this row says: a person gave them for all rows. */
  constants?: readonly string[];
  /** Child sheets: true where no row of this file's main sheet has the number, so that the item must exist already. */
  orphan?: true;
}

/** A row without errors: every required column is there. */
export interface SoundRow<S extends Sheet> extends ParsedRow<S> {
  values: RowOf<S>;
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((each) => each.severity === 'error');
}

/** True where nothing keeps the row out, so that its required values are there. */
export function isSound<S extends Sheet>(row: ParsedRow<S>): row is SoundRow<S> {
  return !hasErrors(row.problems);
}
