import type { ItemKind } from '@duban/rules/vocabulary';
import type { ParsedRow } from './problem.ts';
import type { RowOf, Sheet } from './sheet.ts';

/** A workbook that is taken back: the main sheet, and sheets that belong to it. */
export interface Workbook {
  readonly title: string;
  readonly titleEn: string;
  readonly sheets: { readonly main: Sheet } & { readonly [key: string]: Sheet };
}

/** A ledger workbook: the main sheet, one row an item, and the sheets whose rows belong to those items by 编号. */
export interface Register extends Workbook {
  readonly kind: ItemKind;
}

/** Keeps the literal types of a register. A sheet's `key` must be its key here. */
export function defineRegister<const R extends Register>(register: R): R {
  for (const [key, sheet] of Object.entries(register.sheets)) {
    if (sheet.key !== key) throw new Error(`sheet ${sheet.key} of ${register.kind} is listed as ${key}`);
  }
  return register;
}

/** The sheets of a register in order, the main one first. */
export function sheetsOf(register: Workbook): Sheet[] {
  return Object.values(register.sheets);
}

/** Parsed rows by sheet key. */
export type ParsedSheets<R extends Workbook> = { [K in keyof R['sheets']]: ParsedRow<R['sheets'][K]>[] };

/** Rows to write, by sheet key; a sheet left out is written empty. */
export type RegisterData<R extends Workbook> = { [K in keyof R['sheets']]?: Iterable<Partial<RowOf<R['sheets'][K]>>> };
