import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { openComplainant, sealedColumns } from '../../registers/complainant.ts';
import { isHandledIn } from './handled-in.ts';
import { tracesIn } from './traces.ts';

/** What of those whose complaints are handled in an item stands in a text: 姓名, 电话, 证件号, 地址. Compared by the program; nobody reads them. */
export async function complainantsNamedIn(tx: pg.PoolClient, itemId: string, text: string): Promise<string[]> {
  const people = await rows(
    z.looseObject({}),
    sql`SELECT ${sealedColumns} FROM complainant p JOIN complaint c ON c.id = p.complaint_id WHERE ${isHandledIn(sql`${itemId}::uuid`)}`,
    tx,
  );
  return [...new Set(people.flatMap((person) => tracesIn(text, openComplainant(person))))];
}
