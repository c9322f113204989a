import type { Column, ValueOf } from './column.ts';

/** A table of a register: its main ledger, or rows that belong to its items by 编号. */
export interface Sheet {
  readonly key: string;
  /** Tab name in Chinese, as written (≤ 31 characters). */
  readonly name: string;
  readonly nameEn: string;
  /** Other tab names under which cities keep it. */
  readonly synonyms?: readonly string[];
  readonly columns: readonly Column[];
  /** Columns that together name a row; two rows alike in them are refused. Empty = rows may repeat. */
  readonly uniqueBy: readonly string[];
  /** Pairs of day columns that must not run backwards. */
  readonly dayOrder?: readonly (readonly [string, string])[];
}

type RequiredColumn<S extends Sheet> = Extract<S['columns'][number], { required: true }>;
type OptionalColumn<S extends Sheet> = Exclude<S['columns'][number], { required: true }>;

/**
 * A sound row. A required column holds its value; any other holds its value, `null` where the cell was empty,
 * or is absent where the file hasn't the column (so that an update leaves the field alone).
 */
export type RowOf<S extends Sheet> = {
  [C in RequiredColumn<S> as C['key']]: ValueOf<C>;
} & {
  [C in OptionalColumn<S> as C['key']]?: ValueOf<C> | null;
};

/** Keeps the literal types of a sheet, so that `RowOf<typeof sheet>` knows every column. */
export function defineSheet<const S extends Sheet>(sheet: S): S {
  return sheet;
}

/** Keys of the columns that are taken only when an item is created. */
export function stateKeys(sheet: Sheet): string[] {
  return sheet.columns.filter((column) => column.onCreateOnly).map((column) => column.key);
}
