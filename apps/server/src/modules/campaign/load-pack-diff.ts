import { isDeepStrictEqual } from 'node:util';
import type { Day } from '@duban/rules/vocabulary';
import type { PackRow, PackTable } from './load-pack-tables.ts';

/** How a table would change, and what stays although the pack says otherwise. */
export interface TableDiff {
  name: string;
  label: string;
  created: PackRow[];
  updated: { row: PackRow; changes: { column: string; before: unknown; after: unknown }[] }[];
  /** Rows that end with the day before `today`. */
  closed: PackRow[];
  deleted: PackRow[];
  /** Keys of rows edited here that differ from the pack: they stay as they are. */
  keptLocal: string[];
  /** Keys of rows gone from the pack that something refers to, or that are never removed: they stay. */
  keptReferenced: string[];
}

export interface PackDiff {
  tables: TableDiff[];
  /** Rows written; 0 = nothing to do. */
  changes: number;
}

export interface DiffContext {
  today: Day;
  /** The day before it: the last day of what is closed now. */
  yesterday: Day;
  /** Keys, among those asked, that something refers to. */
  referenced: ReadonlySet<string>;
  /** Keys of owners edited here. */
  localOwners: ReadonlySet<string>;
}

/** The key of a row as text, e.g. `style-category 3`. */
export function keyOf({ key }: Pick<PackTable, 'key'>, row: PackRow): string {
  return key.map((column) => String(row[column])).join(' ');
}

/** Compares the pack's rows with the table's; only the columns that the pack knows count. */
export function diffTable(table: PackTable, existing: readonly PackRow[], context: DiffContext): TableDiff {
  const diff: TableDiff = {
    name: table.name,
    label: table.label,
    created: [],
    updated: [],
    closed: [],
    deleted: [],
    keptLocal: [],
    keptReferenced: [],
  };
  const ownedHere = (row: PackRow) => table.owner !== undefined && context.localOwners.has(String(row[table.owner.column]));
  const before = new Map(existing.filter((row) => !ownedHere(row)).map((row) => [keyOf(table, row), row]));

  for (const row of table.rows) {
    if (ownedHere(row)) continue;
    const key = keyOf(table, row);
    const old = before.get(key);
    before.delete(key);
    if (!old) {
      diff.created.push(row);
      continue;
    }
    const changes = Object.keys(row).flatMap((column) =>
      isDeepStrictEqual(old[column], row[column]) ? [] : [{ column, before: old[column], after: row[column] }],
    );
    if (changes.length === 0) continue;
    if (old.origin === 'LOCAL') diff.keptLocal.push(key);
    else diff.updated.push({ row, changes });
  }
  for (const [key, row] of before) if (row.origin !== 'LOCAL') leave(table, key, row, diff, context);
  return diff;
}

/** What becomes of a row that the pack no longer has. */
function leave(table: PackTable, key: string, row: PackRow, diff: TableDiff, { today, yesterday, referenced }: DiffContext): void {
  if (table.whenGone === 'close') {
    if (String(row.valid_to) >= today) diff.closed.push({ ...row, valid_to: yesterday });
  } else if (table.whenGone === 'delete' && !referenced.has(key)) {
    diff.deleted.push(row);
  } else {
    diff.keptReferenced.push(key);
  }
}

export function countChanges({ created, updated, closed, deleted }: TableDiff): number {
  return created.length + updated.length + closed.length + deleted.length;
}

/** How many single rows a summary names before it only counts. */
const named = 12;

/** The diff in the operator's words: a line per table, then a line per changed row. */
export function describeDiff(diff: PackDiff, keyNames: ReadonlyMap<string, PackTable>): string[] {
  if (diff.changes === 0) return ['活动数据与数据包一致，无需更新。', ...diff.tables.flatMap((table) => keptLines(table))];
  return diff.tables.flatMap((table) => {
    const counts: [string, number][] = [
      ['新增', table.created.length],
      ['修改', table.updated.length],
      ['停用', table.closed.length],
      ['删除', table.deleted.length],
    ];
    const summary = counts.filter(([, count]) => count > 0).map(([word, count]) => `${word} ${count}`);
    if (summary.length === 0) return keptLines(table);
    const key = (row: PackRow) => keyOf(keyNames.get(table.name) ?? { key: ['day'] }, row);
    const lines = [
      ...table.updated.map(
        ({ row, changes }) =>
          `  改 ${key(row)}：${changes.map(({ column, before, after }) => `${column} ${show(before)} → ${show(after)}`).join('，')}`,
      ),
      ...table.closed.map((row) => `  停 ${key(row)}`),
      ...table.deleted.map((row) => `  删 ${key(row)}`),
    ];
    const rest = lines.length > named ? [`  ……另有 ${lines.length - named} 条`] : [];
    return [`${table.label}：${summary.join('，')}`, ...lines.slice(0, named), ...rest, ...keptLines(table)];
  });
}

function keptLines({ label, keptLocal, keptReferenced }: TableDiff): string[] {
  return [
    ...(keptLocal.length > 0 ? [`${label}：本地修改过，保留 ${keptLocal.slice(0, named).join('、')}（共 ${keptLocal.length}）`] : []),
    ...(keptReferenced.length > 0
      ? [`${label}：数据包已无但仍在使用，保留 ${keptReferenced.slice(0, named).join('、')}（共 ${keptReferenced.length}）`]
      : []),
  ];
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
