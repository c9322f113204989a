import { formatItemNumber } from '@duban/rules/numbers';
import type pg from 'pg';
import { z } from 'zod';
import { raw, rows, sql } from '../database.ts';

/** A kind of records that are no items and have numbers of their own, e.g. 责-2014-0001. */
export interface NumberedRecords {
  table: string;
  prefix: string;
}

/** The next numbers by year. Whoever numbers waits until the transaction of the one before has ended. */
export async function recordNumberer(tx: pg.PoolClient, { table, prefix }: NumberedRecords): Promise<(year: number) => string> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`duban ${table} numbers`]);
  const found = await rows(
    z.object({ year: z.number(), serial: z.number() }),
    sql`SELECT split_part(number, '-', 2)::int AS year, max(split_part(number, '-', 3)::int) AS serial FROM ${raw(table)} GROUP BY 1`,
    tx,
  );
  const last = new Map(found.map(({ year, serial }) => [year, serial]));
  return (year) => {
    const serial = (last.get(year) ?? 0) + 1;
    last.set(year, serial);
    return formatItemNumber({ prefix, year, serial });
  };
}
