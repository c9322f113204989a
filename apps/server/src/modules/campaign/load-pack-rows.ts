import { Prisma } from '@duban/db/generated/prisma/client';
import type { PackRow, PackTable } from './load-pack-tables.ts';

const { sql, raw } = Prisma;

type Transaction = Prisma.TransactionClient;

/** Every row of a table. */
export async function readRows(tx: Transaction, table: string): Promise<PackRow[]> {
  const rows = await tx.$queryRaw<{ row: PackRow }[]>(sql`SELECT to_jsonb(t) AS row FROM ${raw(`"${table}"`)} t`);
  return rows.map(({ row }) => row);
}

/** Adds rows that all have the columns of the first, in one statement. */
export async function insertRows(tx: Transaction, table: PackTable, rows: readonly PackRow[]): Promise<void> {
  if (!rows[0]) return;
  const columns = raw(Object.keys(rows[0]).map(quote).join(', '));
  await tx.$executeRaw(sql`INSERT INTO ${raw(quote(table.name))} (${columns}) SELECT ${columns} FROM ${recordset(table, rows)} r`);
}

/** Sets, in one statement, the columns that the first row has, in the rows of the same key. */
export async function updateRows(tx: Transaction, table: PackTable, rows: readonly PackRow[]): Promise<void> {
  if (!rows[0]) return;
  const columns = Object.keys(rows[0]).filter((column) => !table.key.includes(column));
  const set = [
    ...columns.map((column) => `${quote(column)} = r.${quote(column)}`),
    ...(table.versioned ? ['version = t.version + 1'] : []),
  ].join(', ');
  await tx.$executeRaw(sql`UPDATE ${raw(quote(table.name))} t SET ${raw(set)} FROM ${recordset(table, rows)} r WHERE ${sameKey(table)}`);
}

/** Removes the rows of the same key. */
export async function deleteRows(tx: Transaction, table: PackTable, rows: readonly PackRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw(sql`DELETE FROM ${raw(quote(table.name))} t USING ${recordset(table, rows)} r WHERE ${sameKey(table)}`);
}

function recordset(table: PackTable, rows: readonly PackRow[]): Prisma.Sql {
  return sql`jsonb_populate_recordset(NULL::${raw(quote(table.name))}, ${JSON.stringify(rows)}::jsonb)`;
}

function sameKey(table: PackTable): Prisma.Sql {
  return raw(table.key.map((column) => `t.${quote(column)} = r.${quote(column)}`).join(' AND '));
}

function quote(name: string): string {
  return `"${name}"`;
}
