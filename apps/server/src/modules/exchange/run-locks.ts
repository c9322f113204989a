import type pg from 'pg';
import { pool } from '../../database.ts';

/**
 * Which runs this process is at work on, told to other processes by session locks on one connection kept for it: a run that is under way
 * but locked by nobody was left behind by a crash.
 */
let keeper: Promise<pg.PoolClient> | null = null;
const held = new Set<string>();

const lockSpace = `hashtext('duban import run')`;

/** Takes the run for this process. Call before anybody else can see that it is under way. */
export async function holdRun(runId: string): Promise<void> {
  held.add(runId);
  keeper ??= openKeeper();
  const client = await keeper;
  await client.query(`SELECT pg_advisory_lock(${lockSpace}, hashtext($1))`, [runId]);
}

/** Gives the run free again. */
export async function releaseRun(runId: string): Promise<void> {
  if (!held.delete(runId) || !keeper) return;
  const client = await keeper.catch(() => null);
  if (!client) return;
  await client.query(`SELECT pg_advisory_unlock(${lockSpace}, hashtext($1))`, [runId]).catch(() => undefined);
  if (held.size > 0) return;
  keeper = null;
  client.off('error', forget);
  client.release();
}

/** True when no process is at work on the run. */
export async function isLeftBehind(runner: pg.ClientBase, runId: string): Promise<boolean> {
  if (held.has(runId)) return false;
  const { rows } = await runner.query<{ free: boolean }>(`SELECT pg_try_advisory_xact_lock(${lockSpace}, hashtext($1)) AS free`, [runId]);
  return rows[0]?.free === true;
}

async function openKeeper(): Promise<pg.PoolClient> {
  const client = await pool.connect();
  client.on('error', forget);
  return client;
}

/** Losing the connection only means that another process may take the runs for left behind. */
function forget(): void {
  keeper = null;
}
