import { formatItemNumber, parseItemNumber } from '@duban/rules/numbers';
import type { ItemKind } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { type Runner, rows, sql } from '../../database.ts';
import type { EntryGroup } from './entry-groups.ts';
import type { LedgerContext } from './ledger-context.ts';

const serialRow = z.object({ year: z.number(), serial: z.number() });

/**
 * The next numbers of a register: prefix and year, after the highest in the database and in the file itself.
 * Safe from repeats while the register's import lock is held; the unique index has the last word.
 */
export async function numberer(
  kind: ItemKind,
  groups: readonly EntryGroup[],
  { numberPrefixes }: LedgerContext,
  runner: Runner,
): Promise<(year: number) => string> {
  const prefix = numberPrefixes[kind];
  const highest = new Map<number, number>();
  const see = (year: number, serial: number) => highest.set(year, Math.max(serial, highest.get(year) ?? 0));
  const standing = await rows(
    serialRow,
    sql`SELECT split_part(number, '-', 2)::int AS year, max(split_part(number, '-', 3)::int) AS serial FROM item
        WHERE number ~ ${`^${prefix}-[0-9]{4}-[0-9]{1,9}$`} GROUP BY 1`,
    runner,
  );
  for (const { year, serial } of standing) see(year, serial);
  for (const { number } of groups) {
    const parsed = number === null ? null : parseItemNumber(number);
    if (parsed?.prefix === prefix) see(parsed.year, parsed.serial);
  }
  return (year) => {
    const serial = (highest.get(year) ?? 0) + 1;
    highest.set(year, serial);
    return formatItemNumber({ prefix, year, serial });
  };
}
