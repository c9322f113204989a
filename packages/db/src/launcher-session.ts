import pg from 'pg';
import { clusterPassword, SUPERUSER } from './cluster.ts';
import type { Placement } from './placement.ts';
import type { Postmaster } from './postmaster.ts';

/** Held by the launcher that runs this cluster ("duban"); it ends with the launcher's connection, so no kill can leave it behind. */
const LAUNCHER_LOCK = 0x647562616e;

/** One launcher owns real data; the runs of a test suite share their scratch cluster. */
export type Tenancy = 'exclusive' | 'shared';

/** Options that connect `user` to a database of a running postmaster. */
export function connectionOptions(placement: Placement, postmaster: Postmaster, user: string, database: string): pg.ClientConfig {
  const host = postmaster.socketDir || '127.0.0.1';
  return { host, port: postmaster.port, user, database, password: clusterPassword(placement), connectionTimeoutMillis: 5000 };
}

/** Opens the launcher's own session, as superuser in `postgres`. */
export async function openSession(placement: Placement, postmaster: Postmaster): Promise<pg.Client> {
  const options = connectionOptions(placement, postmaster, SUPERUSER, 'postgres');
  const client = new pg.Client({ ...options, application_name: `duban launcher ${process.pid}`, keepAlive: true });
  client.on('error', () => {}); // a broken connection also ends it: `end` is what the launcher acts on
  await client.connect();
  return client;
}

/** Takes the launcher's lock for the life of the session. False when another launcher has it. */
export async function takeLock(session: pg.Client, tenancy: Tenancy): Promise<boolean> {
  const take = tenancy === 'shared' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
  const { rows } = await session.query<{ taken: boolean }>(`SELECT ${take}($1) AS taken`, [LAUNCHER_LOCK]);
  return rows[0]!.taken;
}

/** Of several that share a cluster, only the last may stop it: gives up our share and tries for the whole. */
export async function isLastTenant(session: pg.Client): Promise<boolean> {
  await session.query('SELECT pg_advisory_unlock_shared($1)', [LAUNCHER_LOCK]);
  return takeLock(session, 'exclusive');
}

/** The process id of the launcher that has the lock, as far as known. */
export async function lockHolder(session: pg.Client): Promise<string> {
  const { rows } = await session.query<{ name: string }>(
    `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND l.granted AND (l.classid::bigint << 32 | l.objid::bigint) = $1`,
    [LAUNCHER_LOCK],
  );
  return rows[0]?.name.split(' ').at(-1) ?? '?';
}

/** After a `kill -9` of the last server its sessions may still hold locks: ends them. */
export async function endOrphanSessions(session: pg.Client): Promise<void> {
  await session.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE pid <> pg_backend_pid() AND backend_type = 'client backend' AND application_name LIKE 'duban%'`,
  );
}

/** Makes the owner role and the database, once. The owner is no superuser, as on a server of one's own. */
export async function ensureDatabase(session: pg.Client, name: string, password: string | undefined): Promise<void> {
  const role = await session.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  if (!role.rowCount) await session.query(`CREATE ROLE "${name}" LOGIN CREATEDB CREATEROLE ${password ? `PASSWORD '${password}'` : ''}`);
  const database = await session.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (!database.rowCount) await session.query(`CREATE DATABASE "${name}" OWNER "${name}"`);
}
