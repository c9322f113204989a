import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { nobody } from '../../registers/complainant.ts';
import { openRaiser, type Raiser, sealedRaiserColumns } from '../../registers/raiser.ts';
import { tracesIn } from '../complaint/traces.ts';
import { isHandledIn } from './handled-in.ts';

/** What of whoever raised a problem stands in a text: 姓名, 电话. */
export function raiserTracesIn(text: string, { raiserName, raiserPhone }: Raiser): string[] {
  return tracesIn(text, { ...nobody, complainantName: raiserName, complainantPhone: raiserPhone });
}

/** The same of all whose problems are handled in an item. Compared by the program; nobody reads them. */
export async function raisersNamedIn(tx: pg.PoolClient, itemId: string, text: string): Promise<string[]> {
  const raisers = await rows(
    z.looseObject({}),
    sql`SELECT ${sealedRaiserColumns} FROM problem_raiser r JOIN public_problem d ON d.item_id = r.item_id WHERE ${isHandledIn(sql`${itemId}::uuid`)}`,
    tx,
  );
  return [...new Set(raisers.flatMap((raiser) => raiserTracesIn(text, openRaiser(raiser))))];
}
