import { createClient } from '@duban/db/client';
import { Prisma, type PrismaClient } from '@duban/db/generated/prisma/client';
import { createPool } from '@duban/db/pool';
import type pg from 'pg';
import { z } from 'zod';

/** Builds parameterised SQL: `sql`, `join`, `empty`, and `raw` for names written in code. */
export const { sql, join, raw, empty } = Prisma;
export type Sql = Prisma.Sql;

/** The application's connections, shared by Prisma and by the reports. Set by `connect`. */
export let pool: pg.Pool;
/** Prisma over the same connections. */
export let db: PrismaClient;

/** Opens the connections to a migrated database. */
export async function connect(url: string, options: { max?: number } = {}): Promise<void> {
  pool = await createPool(url, options);
  db = createClient(pool);
}

export async function disconnect(): Promise<void> {
  await db?.$disconnect();
  await pool?.end();
}

/** Where SQL can be run: the pool, or a transaction's connection. */
export type Runner = Pick<pg.ClientBase, 'query'>;

/** Rows of a query, checked by their schema. Days come as ISO text, instants as Date, bigints as number. */
export async function rows<Row>(schema: z.ZodType<Row>, query: Sql, runner: Runner = pool): Promise<Row[]> {
  const result = await runner.query(query.text, query.values as unknown[]);
  return z.array(schema).parse(result.rows);
}

/** The one row of a query that always has one. */
export async function row<Row>(schema: z.ZodType<Row>, query: Sql, runner: Runner = pool): Promise<Row> {
  const [first] = await rows(schema, query, runner);
  if (first === undefined) throw new Error('The query answered no row');
  return first;
}

/** Runs a statement and says how many rows it changed. */
export async function execute(statement: Sql, runner: Runner): Promise<number> {
  const result = await runner.query(statement.text, statement.values as unknown[]);
  return result.rowCount ?? 0;
}

/** One transaction: all of `work`, or nothing. */
export async function transaction<T>(work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks also fails the query under way, which is where it is answered; unheard, the event would end the process.
  const hear = () => undefined;
  client.on('error', hear);
  let isBroken = false;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that can't roll back is thrown away; the server ends its transaction.
    await client.query('ROLLBACK').catch(() => {
      isBroken = true;
    });
    throw error;
  } finally {
    client.off('error', hear);
    client.release(isBroken);
  }
}

/** A table row in column names, as PostgreSQL writes it in JSON. */
export type TableRow = Record<string, unknown>;

/** Inserts many rows of one table in one statement. Column names come from the first row's keys, which are written in code. */
export async function insertRows(runner: Runner, table: string, tableRows: readonly TableRow[]): Promise<void> {
  const [first] = tableRows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  await runner.query(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`, [
    JSON.stringify(tableRows),
  ]);
}

/** Updates many rows of one table in one statement, matched by `key`, setting the other columns of the first row. */
export async function updateRows(runner: Runner, table: string, key: string, tableRows: readonly TableRow[]): Promise<void> {
  const [first] = tableRows;
  if (!first) return;
  const set = Object.keys(first)
    .filter((column) => column !== key)
    .map((column) => `"${column}" = r."${column}"`)
    .join(', ');
  await runner.query(
    `UPDATE "${table}" t SET ${set} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb) r WHERE t."${key}" = r."${key}"`,
    [JSON.stringify(tableRows)],
  );
}

/** True of an error that says the database can't be reached now: the request may be tried again. */
export function isDatabaseAway(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  // What pg says, without a code, of a connection that broke under a query, or couldn't be had in time.
  if (error instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)) return true;
  return typeof code === 'string' && (/^(ECONN|ENOENT|EPIPE|ETIMEDOUT|57P0|08)/.test(code) || ['P1001', 'P1017', 'P2024'].includes(code));
}
