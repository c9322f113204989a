import { formatItemNumber, parseItemNumber } from '@duban/rules/numbers';
import type { ItemKind } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { type Runner, rows, sql } from '../database.ts';
import type { LedgerContext } from './ledger-context.ts';

const serialRow = z.object({ year: z.number(), serial: z.number() });

/** Whoever numbers new items of a register holds this until the transaction ends: imports and people wait for each other here. */
export async function lockNumbers(runner: Runner, kind: ItemKind): Promise<void> {
  await runner.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`duban import ${kind}`]);
}

/**
 * The next numbers of a register: prefix and year, after the highest in the database and among those that a file brings (`given`).
 * Safe from repeats while `lockNumbers` holds; the unique index has the last word.
 */
export async function numberer(
  kind: ItemKind,
  { numberPrefixes }: LedgerContext,
  runner: Runner,
  given: readonly (string | null)[] = [],
): Promise<(year: number) => string> {
  const prefix = numberPrefixes[kind];
  const highest = new Map<number, number>();
  const see = (year: number, serial: number) => highest.set(year, Math.max(serial, highest.get(year) ?? 0));
  const standing = await rows(
    serialRow,
    sql`SELECT split_part(number, '-', 2)::int AS year, max(split_part(number, '-', 3)::int) AS serial FROM item
        WHERE kind = ${kind}::item_kind AND number ~ ${`^${prefix}-[0-9]{4}-[0-9]{1,9}$`} GROUP BY 1`,
    runner,
  );
  for (const { year, serial } of standing) see(year, serial);
  for (const number of given) {
    const parsed = number === null ? null : parseItemNumber(number);
    if (parsed?.prefix === prefix) see(parsed.year, parsed.serial);
  }
  return (year) => {
    const serial = (highest.get(year) ?? 0) + 1;
    highest.set(year, serial);
    return formatItemNumber({ prefix, year, serial });
  };
}
