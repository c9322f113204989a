import { Prisma, type PrismaClient } from '@duban/db/generated/prisma/client';
import type { Pack } from '@duban/pack/pack';
import { dayOf } from '@duban/rules/business-clock';
import { addDays } from '@duban/rules/calendar';
import { calendarTable } from './load-pack-calendar.ts';
import { countChanges, describeDiff, diffTable, keyOf, type PackDiff, type TableDiff } from './load-pack-diff.ts';
import { deleteRows, insertRows, readRows, updateRows } from './load-pack-rows.ts';
import { type PackRow, type PackTable, packTables } from './load-pack-tables.ts';

const { sql, raw } = Prisma;

type Transaction = Prisma.TransactionClient;

/** The database already serves another campaign. */
export class PackMismatch extends Error {
  override readonly name = 'PackMismatch';

  constructor(loaded: string, offered: string) {
    super(`本库已装入活动 ${loaded}，不能再装入 ${offered}。另一活动请用另一个数据库。`);
  }
}

export interface LoadPackOptions {
  /** Told the diff, line by line, before anything is written. */
  log: (line: string) => void;
  /** Real time; for tests. */
  now?: Date;
}

/**
 * Brings the campaign's tables up to the pack, in one transaction: rows new in it are added, changed ones updated, gone ones closed or,
 * where nothing can refer to them, deleted. Rows edited here (origin LOCAL) stay. A second run with the same pack writes nothing.
 * Throws PackMismatch where another campaign is loaded.
 */
export async function loadPack(client: PrismaClient, pack: Pack, { log, now = new Date() }: LoadPackOptions): Promise<PackDiff> {
  return client.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('duban load pack'))`;
      const campaign = await tx.campaign.findUnique({ where: { id: 1 }, select: { code: true, clockOffsetDays: true } });
      if (campaign && campaign.code !== pack.campaign.code) throw new PackMismatch(campaign.code, pack.campaign.code);

      const today = addDays(dayOf(now, pack.campaign.timeZone), campaign?.clockOffsetDays ?? 0);
      const days = await readRows(tx, 'calendar_day');
      const calendar = calendarTable(pack, days);
      const tables = [...packTables(pack), calendar.table];

      const diffs: TableDiff[] = [];
      for (const table of tables) {
        const existing = table === calendar.table ? days : await readRows(tx, table.name);
        const referenced = await referencedKeys(tx, table, existing);
        const localOwners = await localKeys(tx, table);
        diffs.push(diffTable(table, existing, { today, yesterday: addDays(today, -1), referenced, localOwners }));
      }
      const diff: PackDiff = { tables: diffs, changes: diffs.reduce((sum, table) => sum + countChanges(table), calendar.ordinals.length) };
      for (const line of describeDiff(diff, new Map(tables.map((table) => [table.name, table])))) log(line);
      if (diff.changes === 0) return diff;

      for (const [index, table] of tables.entries()) await writeRows(tx, table, diffs[index]!, now);
      for (const [index, table] of [...tables.entries()].reverse()) await deleteRows(tx, table, diffs[index]!.deleted);
      await updateRows(tx, calendar.table, calendar.ordinals);
      await tx.campaign.update({ where: { id: 1 }, data: { loadedAt: now } });
      return diff;
    },
    { timeout: 60_000, maxWait: 10_000 },
  );
}

/** Keys of rows gone from the pack that other rows refer to; what lies above a clause that stays is referred to as well. */
async function referencedKeys(tx: Transaction, table: PackTable, existing: readonly PackRow[]): Promise<Set<string>> {
  const inPack = new Set(table.rows.map((row) => keyOf(table, row)));
  const gone = existing.map((row) => keyOf(table, row)).filter((key) => !inPack.has(key));
  const referenced = new Set<string>();
  if (gone.length === 0) return referenced;
  for (const { table: other, column } of table.referencedBy ?? []) {
    const local = other === 'portfolio' ? sql`AND origin = 'LOCAL'` : Prisma.empty;
    const rows = await tx.$queryRaw<{ key: string }[]>(
      sql`SELECT DISTINCT ${raw(column)} AS key FROM ${raw(`"${other}"`)} WHERE ${raw(column)} = ANY(${gone}) ${local}`,
    );
    for (const { key } of rows) referenced.add(key);
  }
  const parents = new Map(existing.map((row) => [keyOf(table, row), row.parent_number]));
  const staying = [...referenced, ...existing.filter(({ origin }) => origin === 'LOCAL').map((row) => keyOf(table, row))];
  for (const key of staying) {
    for (let parent = parents.get(key); typeof parent === 'string'; parent = parents.get(parent)) referenced.add(parent);
  }
  return referenced;
}

async function localKeys(tx: Transaction, { owner }: PackTable): Promise<Set<string>> {
  if (!owner) return new Set();
  const rows = await tx.$queryRaw<{ key: string }[]>(
    sql`SELECT ${raw(owner.key)} AS key FROM ${raw(`"${owner.table}"`)} WHERE origin = 'LOCAL'`,
  );
  return new Set(rows.map(({ key }) => key));
}

async function writeRows(tx: Transaction, table: PackTable, { created, updated, closed }: TableDiff, now: Date): Promise<void> {
  await insertRows(tx, table, table.name === 'campaign' ? created.map((row) => ({ ...row, loaded_at: now.toISOString() })) : created);
  await updateRows(
    tx,
    table,
    updated.map(({ row }) => row),
  );
  await updateRows(
    tx,
    table,
    closed.map((row) => Object.fromEntries([...table.key, 'valid_to'].map((column) => [column, row[column]]))),
  );
}
