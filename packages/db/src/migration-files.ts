import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's migrations. */
export const MIGRATIONS_DIR = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

/** One `prisma/migrations/<name>/migration.sql`. */
export type Migration = { name: string; sql: string };

/** The migrations of a directory, in the order in which they apply (by name). */
export function readMigrations(directory = MIGRATIONS_DIR): Migration[] {
  return fs
    .readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(directory, entry.name, 'migration.sql')))
    .map(({ name }) => ({ name, sql: fs.readFileSync(path.join(directory, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The checksum that Prisma stores: sha256 of the file, in hex. */
export function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

/** Does a stored checksum fit the file? Like Prisma, line endings may differ (a checkout on Windows). */
export function checksumFits(stored: string, sql: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => checksumOf(text) === stored);
}

/** Twelve hex digits that stand for all migrations together; changes when one is added or edited. */
export function migrationsHash(directory = MIGRATIONS_DIR): string {
  const all = readMigrations(directory).map(({ name, sql }) => `${name}\0${sql}`);
  return checksumOf(all.join('\0')).slice(0, 12);
}
