import type { CellContent, Column } from '@duban/ledger/column';
import type { Register } from '@duban/ledger/register';
import { registers } from '@duban/ledger/registers/all';
import type { Sheet } from '@duban/ledger/sheet';
import { dutyKinds, type ItemKind, type ItemState, itemStates } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { type Runner, rows, type Sql, sql, type TableRow } from '../database.ts';
import { adapterOf } from './adapters.ts';
import type { Cells, Entry } from './ledger-entry.ts';

const storedPart = z.object({
  unitId: z.string(),
  duty: z.enum(dutyKinds),
  state: z.enum(itemStates),
  assignedOn: z.string(),
  dueOn: z.string(),
});
export type StoredPart = z.infer<typeof storedPart>;

/** An item as the database has it, told as its ledger tells it. */
export interface StoredEntry<K extends ItemKind> {
  itemId: string;
  number: string;
  state: ItemState;
  round: number;
  version: number;
  parts: StoredPart[];
  entry: Entry<K>;
  /** The row as read, with what no sheet shows. */
  stored: TableRow;
}

const anyRow = z.record(z.string(), z.unknown());
const head = z.object({
  itemId: z.string(),
  number: z.string(),
  state: z.enum(itemStates),
  round: z.number(),
  version: z.number(),
  parts: z.array(storedPart),
});

/** Columns that every register's main sheet shares, on alias `i`. */
const sharedColumns = sql`i.id AS "itemId", i.number, i.title, i.category, i.level, i.clause_number AS "clauseNumber", i.county_id AS "countyId",
  i.lead_unit_id AS "leadUnitId",
  CASE WHEN i.duty_leader IS NULL THEN NULL ELSE json_build_object('postId', i.duty_post_id, 'text', i.duty_leader) END AS "dutyLeader",
  i.duty_person AS "dutyPerson", i.source, i.found_on AS "foundOn", i.assigned_on AS "assignedOn", i.due_on AS "dueOn", i.state,
  i.closed_on AS "closedOn", i.written_off_on AS "writtenOffOn", i.round, i.version,
  (SELECT coalesce(json_agg(json_build_object('unitId', u.unit_id, 'duty', u.duty, 'state', u.state, 'assignedOn', u.assigned_on, 'dueOn', u.due_on)
     ORDER BY n.position, n.id), '[]') FROM item_unit u JOIN unit n ON n.id = u.unit_id
   WHERE u.item_id = i.id AND u.superseded_by_id IS NULL) AS parts`;

export interface ReadOptions {
  /** Opens personal columns; they are empty otherwise. */
  withPersonal: boolean;
  runner?: Runner;
  /** What stands after WHERE, e.g. ORDER BY and LIMIT. */
  tail?: Sql;
}

/** Reads items of one register with all their sheets. `where` is on alias `i`. */
export async function readEntries<K extends ItemKind>(kind: K, where: Sql, options: ReadOptions): Promise<StoredEntry<K>[]> {
  const adapter = adapterOf(kind);
  const register: Register = registers[kind];
  const { runner, tail = sql`ORDER BY i.number, i.id` } = options;
  const found = await rows(
    anyRow,
    sql`SELECT ${sharedColumns}, ${adapter.columns} FROM item i ${adapter.from} WHERE i.kind = ${kind} AND ${where} ${tail}`,
    runner,
  );
  const stored = adapter.finish ? found.map((each) => adapter.finish!(each, options)) : found;
  const ids = stored.map(({ itemId }) => String(itemId));
  const children = new Map<string, Map<string, Cells[]>>();
  for (const [key, queryOf] of Object.entries(adapter.childQueries) as [string, (ids: readonly string[]) => Sql][]) {
    const sheet = register.sheets[key]!;
    for (const child of ids.length > 0 ? await rows(anyRow, queryOf(ids), runner) : []) {
      const itemId = String(child.itemId);
      const ofItem = children.get(itemId) ?? new Map<string, Cells[]>();
      children.set(itemId, ofItem);
      ofItem.set(key, [...(ofItem.get(key) ?? []), cellsOf(sheet, child)]);
    }
  }
  return stored.map((each) => {
    const { itemId, number, state, round, version, parts } = head.parse(each);
    const assistUnitIds = parts.filter(({ duty }) => duty === 'ASSIST').map(({ unitId }) => unitId);
    const main = { ...cellsOf(register.sheets.main, each), assistUnitIds: assistUnitIds.length > 0 ? assistUnitIds : null };
    const sheets = Object.keys(adapter.childQueries).map((key) => [
      key,
      (children.get(itemId)?.get(key) ?? []).map((child) => ({ ...child, number })),
    ]);
    const entry = { main, children: Object.fromEntries(sheets) } as unknown as Entry<K>;
    return { itemId, number, state, round, version, parts, entry, stored: each };
  });
}

/** The cells of a sheet, out of a row that has them under their keys. */
function cellsOf(sheet: Sheet, stored: TableRow): Cells {
  return Object.fromEntries(sheet.columns.map((column) => [column.key, cellOf(column, stored[column.key] ?? null)]));
}

function cellOf(column: Column, value: unknown): CellContent | null {
  if (value === null) return null;
  // numeric columns come as text, so that no digit is lost on the way.
  if (column.type === 'decimal') return Number(value);
  if (column.type === 'terms' && Array.isArray(value) && value.length === 0) return null;
  return value as CellContent;
}
