import type pg from 'pg';
import { z } from 'zod';
import type { Sql } from '../../database.ts';

/** Rows held at a time: memory stays the same however long the history. */
const batch = 2000;

let opened = 0;

/** The rows of a query one after another, checked by their schema, through a cursor of the transaction. */
export async function* readStream<Row>(tx: pg.PoolClient, schema: z.ZodType<Row>, query: Sql): AsyncGenerator<Row> {
  opened += 1;
  const cursor = `audit_${opened}`;
  await tx.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${query.text}`, query.values as unknown[]);
  const checked = z.array(schema);
  for (;;) {
    const { rows } = await tx.query(`FETCH ${batch} FROM ${cursor}`);
    yield* checked.parse(rows);
    if (rows.length < batch) break;
  }
  await tx.query(`CLOSE ${cursor}`);
}
