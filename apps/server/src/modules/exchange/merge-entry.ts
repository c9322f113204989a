import type { ParsedRow } from '@duban/ledger/problem';
import type { Register } from '@duban/ledger/register';
import { sheetsOf } from '@duban/ledger/register';
import type { Sheet } from '@duban/ledger/sheet';
import type { ItemKind } from '@duban/rules/vocabulary';
import { adapterOf } from '../../registers/adapters.ts';
import type { LedgerContext } from '../../registers/ledger-context.ts';
import {
  type CellChange,
  type Cells,
  changesBetween,
  childKey,
  type Entry,
  type GivenCells,
  mergeRow,
} from '../../registers/ledger-entry.ts';

/** A child row of the file: what it does to its item. */
export interface ChildChange {
  sheet: Sheet;
  row: ParsedRow;
  /** null: the row is new. */
  changes: CellChange[] | null;
}

export interface MergedEntry<K extends ItemKind> {
  entry: Entry<K>;
  /** Of the main row; everything, for a new item. */
  changes: CellChange[];
  children: ChildChange[];
}

/**
 * What an item becomes when the file's rows are laid over it. Rows of child sheets replace their like and are added otherwise;
 * those that the file leaves out stay. Blanks that stand for something are filled (`complete`).
 */
export function mergeEntry<K extends ItemKind>(
  kind: K,
  register: Register,
  before: Entry<K> | null,
  main: GivenCells | null,
  childRows: ReadonlyMap<string, readonly ParsedRow[]>,
  context: LedgerContext,
): MergedEntry<K> {
  const mainSheet = register.sheets.main;
  const beforeMain = before ? (before.main as unknown as Cells) : null;
  const mergedMain = main ? withDefaults(kind, mergeRow(mainSheet, beforeMain, main), context) : { ...beforeMain };
  const children: Record<string, Cells[]> = {};
  const origins: { sheet: Sheet; row: ParsedRow; key: string; at: number; before: Cells | null }[] = [];
  for (const sheet of sheetsOf(register)) {
    if (sheet === mainSheet) continue;
    const known = before ? (before.children as unknown as Record<string, Cells[]>)[sheet.key]! : [];
    const merged = [...known];
    const placeOf = new Map(known.map((cells, at) => [childKey(sheet, cells), at]));
    for (const row of childRows.get(sheet.key) ?? []) {
      const given = row.values as GivenCells;
      const key = childKey(sheet, given);
      const at = placeOf.get(key) ?? merged.length;
      const standing = merged[at] ?? null;
      merged[at] = mergeRow(sheet, standing, given);
      placeOf.set(key, at);
      origins.push({ sheet, row, key, at, before: standing });
    }
    children[sheet.key] = merged;
  }
  const entry = adapterOf(kind).complete({ main: mergedMain, children } as unknown as Entry<K>, context);
  const completed = entry.children as unknown as Record<string, Cells[]>;
  return {
    entry,
    changes: changesBetween(mainSheet, beforeMain ?? {}, entry.main as unknown as Cells),
    children: origins.map(({ sheet, row, at, before: standing }) => ({
      sheet,
      row,
      changes: standing && changesBetween(sheet, standing, completed[sheet.key]![at]!),
    })),
  };
}

/** What an empty cell stands for in every register: the ledger's own clause, and the county that leads or lies above the lead unit. */
function withDefaults(kind: ItemKind, main: Cells, { clauseOf, countyOf }: LedgerContext): Cells {
  return {
    ...main,
    clauseNumber: main.clauseNumber ?? clauseOf[kind] ?? null,
    countyId: main.countyId ?? countyOf.get(String(main.leadUnitId)) ?? null,
  };
}
