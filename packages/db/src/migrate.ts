import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { LaunchError } from './launch-error.ts';
import { checksumFits, checksumOf, MIGRATIONS_DIR, type Migration, readMigrations } from './migration-files.ts';

/** The advisory lock of stock `prisma migrate`, so that the two never run at once. */
const PRISMA_MIGRATE_LOCK = 72707369;
const OLDEST_POSTGRESQL = 15;

/** The table exactly as stock `prisma migrate deploy` makes it. */
const MIGRATIONS_TABLE = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

type AppliedMigration = { migration_name: string; checksum: string; finished_at: Date | null };

/** What to apply, and whom to tell. */
export type MigrateOptions = {
  /** Default: the repository's `prisma/migrations`. */
  directory?: string;
  onApply?: (name: string) => void;
};

/**
 * Brings the database at `url` (connecting as its owner) up to the newest migration; returns the names applied now.
 * Each migration is one transaction together with its record: killed halfway, it leaves nothing and runs again next time.
 * Throws LaunchError when an applied migration was changed, is unknown here or was left unfinished by another tool, or PostgreSQL is too old.
 */
export async function migrate(url: string, { directory = MIGRATIONS_DIR, onApply }: MigrateOptions = {}): Promise<string[]> {
  const migrations = readMigrations(directory);
  const client = new pg.Client({
    connectionString: url,
    application_name: 'duban migrate',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  client.on('error', () => {}); // a lost connection also fails the query under way
  await client.connect();
  try {
    const version = await serverVersion(client);
    assertSupported(version);
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_MIGRATE_LOCK]);
    await client.query("SET client_min_messages = 'warning'");
    // From 16 on, an owner who isn't superuser may only take a role that a migration creates if it grants it to itself.
    if (version >= 160_000) await client.query("SET createrole_self_grant = 'set, inherit'");
    await client.query(MIGRATIONS_TABLE);
    const pending = pendingOf(migrations, await appliedMigrations(client));
    for (const migration of pending) {
      onApply?.(migration.name);
      await apply(client, migration);
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function serverVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
  return Number(rows[0]!.server_version_num);
}

/** Refuses a server (version as `server_version_num` gives it, such as 150019) older than we are tested on. */
export function assertSupported(versionNumber: number): void {
  const major = Math.floor(versionNumber / 10_000);
  if (major < OLDEST_POSTGRESQL) {
    throw new LaunchError(`数据库是 PostgreSQL ${major},需要 ${OLDEST_POSTGRESQL} 或更新版本。请升级数据库,或换一个 DATABASE_URL。`);
  }
}

async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  return rows;
}

function pendingOf(migrations: Migration[], applied: AppliedMigration[]): Migration[] {
  for (const { migration_name: name, checksum, finished_at } of applied) {
    const migration = migrations.find((candidate) => candidate.name === name);
    if (!migration) throw new LaunchError(`数据库由更新版本的程序升级过(有本程序没有的迁移 ${name})。请使用该版本或更新版本的程序。`);
    if (!finished_at)
      throw new LaunchError(`迁移 ${name} 曾由其他工具执行而没有完成。请核对数据库,再用 prisma migrate resolve 标记后启动。`);
    if (!checksumFits(checksum, migration.sql)) {
      throw new LaunchError(`已执行的迁移 ${name} 的文件被改动过。请还原该文件;需要改表时另建新的迁移。`);
    }
  }
  const done = new Set(applied.map(({ migration_name }) => migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, $4, 1)`,
      [randomUUID(), checksumOf(sql), name, startedAt],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {}); // the connection may be gone; the server then rolls back itself
    throw new LaunchError(`迁移 ${name} 没有执行成功,数据库保持原样:${(error as Error).message}`, { cause: error });
  }
}
