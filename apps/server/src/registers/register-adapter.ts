import type { PlanPoint } from '@duban/rules/lights';
import type { ProgressPoint } from '@duban/rules/timeline';
import type { ItemKind } from '@duban/rules/vocabulary';
import type pg from 'pg';
import type { Sql, TableRow } from '../database.ts';
import type { RowProblem } from '../modules/exchange/row-problem.ts';
import type { ItemFacts } from '../modules/item/item-change.ts';
import type { LedgerContext } from './ledger-context.ts';
import type { Entry, GivenCells, MainRow } from './ledger-entry.ts';

/** What an item's progress and plan are judged by; the last point is how it stands. */
export interface Measure {
  plan: PlanPoint[];
  points: ProgressPoint[];
}

/** An entry that is to be written, beside what was there before (null: a new item). */
export interface EntryWrite<K extends ItemKind> {
  itemId: string;
  /** The item's present round. */
  round: number;
  before: Entry<K> | null;
  after: Entry<K>;
  /** Row as read from the database, with what no sheet shows (ids, ciphertext). */
  stored: TableRow | null;
}

/** How one register's ledger stands in the database. A new register is one of these. */
export interface RegisterAdapter<K extends ItemKind> {
  kind: K;
  /** FROM after `item i`: the register's own table as `d`. */
  from: Sql;
  /** Columns of `d` under the keys of the main sheet, and hidden ones that `finish` needs. */
  columns: Sql;
  /** Makes cells of what the columns can't say alone, e.g. opens ciphertext when personal cells are asked for. */
  finish?(stored: TableRow, options: { withPersonal: boolean }): TableRow;
  /** Rows of each child sheet under its keys, with `itemId`, in the order of the ledger. */
  childQueries: { [S in keyof Entry<K>['children']]: (itemIds: readonly string[]) => Sql };
  /** Columns that tell what has happened, by sheet: none may lie after business today. */
  pastDays: Partial<Record<string, readonly string[]>>;
  /** Columns of a month's actual figures, by sheet: no month after the present one has any. */
  pastFigures?: Partial<Record<string, readonly string[]>>;
  /** Fills what an empty cell stands for, e.g. the day of assignment for the day it was taken in. */
  complete(entry: Entry<K>, context: LedgerContext): Entry<K>;
  /** The facts that the register has beside those all share. */
  facts(main: MainRow<K>): Pick<ItemFacts, 'level' | 'dutyPostId' | 'dutyLeader' | 'source' | 'foundOn' | 'assignedOn' | 'dueOn'>;
  measure(entry: Entry<K>, context: LedgerContext): Measure;
  /** What the dry run tells of a main row as the file has it, without keeping it out. */
  warnings?(given: GivenCells): RowProblem[];
  /** What is wrong with the main row, beyond what all registers check. */
  problems?(main: MainRow<K>): RowProblem[];
  /** Writes the register's own rows, set-based, in the transaction of the items. */
  write(tx: pg.PoolClient, writes: readonly EntryWrite<K>[], context: LedgerContext): Promise<void>;
}
