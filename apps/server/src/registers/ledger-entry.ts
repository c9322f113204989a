import type { CellContent, Column } from '@duban/ledger/column';
import type { RegisterOf } from '@duban/ledger/registers/all';
import type { RowOf, Sheet } from '@duban/ledger/sheet';
import type { Day, ItemKind, ItemState } from '@duban/rules/vocabulary';

/** A row with every column of its sheet: null where it says nothing. */
export type FullRow<S extends Sheet> = { [K in keyof RowOf<S>]-?: Exclude<RowOf<S>[K], undefined> };

/** Columns that every register's main sheet has. */
export interface SharedCells {
  title: string;
  category: string | null;
  clauseNumber: string | null;
  leadUnitId: string;
  assistUnitIds: string[] | null;
  countyId: string | null;
  dutyPerson: string | null;
  state: ItemState | null;
  closedOn: Day | null;
  writtenOffOn: Day | null;
  version: number | null;
}

type SheetsOf<K extends ItemKind> = RegisterOf<K>['sheets'];
export type MainRow<K extends ItemKind> = FullRow<SheetsOf<K>['main']> & SharedCells;
export type ChildRows<K extends ItemKind> = {
  [S in Exclude<keyof SheetsOf<K>, 'main'>]: SheetsOf<K>[S] extends Sheet ? FullRow<SheetsOf<K>[S]>[] : never;
};

/** One item as its ledger tells it: its row of the main sheet, and its rows of the others. What is exported, imported and compared. */
export interface Entry<K extends ItemKind> {
  main: MainRow<K>;
  children: ChildRows<K>;
}

/** Cells by column key, where the sheet is known only at run time. */
export type Cells = Record<string, CellContent | null>;
/** As read from a file: a column that the file hasn't is absent. */
export type GivenCells = Partial<Cells>;

/** One column whose cell changed. */
export interface CellChange {
  column: Column;
  before: CellContent | null;
  after: CellContent | null;
}

/**
 * What a row becomes: cells given replace those before, columns that the file hasn't stay, columns unknown to both are empty.
 * State columns and the version are never taken from a file once the item exists; an empty personal cell leaves the person as known.
 */
export function mergeRow(sheet: Sheet, before: Cells | null, given: GivenCells): Cells {
  const merged: Cells = {};
  for (const column of sheet.columns) {
    const stays = before !== null && (isKept(column) || (column.personal && given[column.key] === null));
    const cell = stays ? undefined : given[column.key];
    merged[column.key] = cell === undefined ? (before?.[column.key] ?? null) : cell;
  }
  return merged;
}

/** Columns that differ between two rows of a sheet. */
export function changesBetween(sheet: Sheet, before: Cells, after: Cells): CellChange[] {
  return sheet.columns
    .filter((column) => column.key !== 'version' && !isSameCell(before[column.key] ?? null, after[column.key] ?? null))
    .map((column) => ({ column, before: before[column.key] ?? null, after: after[column.key] ?? null }));
}

/** What names a child row within its item: the sheet's `uniqueBy` without the number. */
export function childKey(sheet: Sheet, cells: GivenCells): string {
  return JSON.stringify(sheet.uniqueBy.filter((key) => key !== 'number').map((key) => cells[key] ?? null));
}

/** Two cells say the same: units and terms in any order, a known unit or post however it is written. */
export function isSameCell(a: CellContent | null, b: CellContent | null): boolean {
  return a === b || canonical(a) === canonical(b);
}

function canonical(cell: CellContent | null): string {
  if (Array.isArray(cell)) return cell.length === 0 ? 'null' : JSON.stringify([...cell].sort());
  if (cell !== null && typeof cell === 'object') return 'unitId' in cell ? (cell.unitId ?? cell.text) : (cell.postId ?? cell.text);
  return JSON.stringify(cell);
}

function isKept(column: Column): boolean {
  return column.onCreateOnly === true || column.key === 'version';
}
