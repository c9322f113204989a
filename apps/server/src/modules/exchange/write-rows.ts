import type { Runner, TableRow } from '../../database.ts';

/**
 * Inserts many rows of one table in one statement; a row whose `key` stands already gets the other columns instead.
 * An `id` that stands already stays. Table and column names come from code; no two rows may have the same key.
 */
export async function upsertRows(runner: Runner, table: string, key: readonly string[], tableRows: readonly TableRow[]): Promise<void> {
  const [first] = tableRows;
  if (!first) return;
  const names = Object.keys(first);
  const columns = quoted(names).join(', ');
  const others = quoted(names.filter((name) => name !== 'id' && !key.includes(name)));
  const action = others.length > 0 ? `UPDATE SET ${others.map((name) => `${name} = EXCLUDED.${name}`).join(', ')}` : 'NOTHING';
  await runner.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)
     ON CONFLICT (${quoted(key).join(', ')}) DO ${action}`,
    [JSON.stringify(tableRows)],
  );
}

/** Updates many rows of one table in one statement, each matched by all columns of `key` (nulls match nothing), setting the others. */
export async function updateMatching(runner: Runner, table: string, key: readonly string[], tableRows: readonly TableRow[]): Promise<void> {
  const [first] = tableRows;
  if (!first) return;
  const others = quoted(Object.keys(first).filter((name) => !key.includes(name)));
  await runner.query(
    `UPDATE "${table}" t SET ${others.map((name) => `${name} = r.${name}`).join(', ')}
     FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb) r WHERE ${quoted(key)
       .map((name) => `t.${name} = r.${name}`)
       .join(' AND ')}`,
    [JSON.stringify(tableRows)],
  );
}

function quoted(names: readonly string[]): string[] {
  return names.map((name) => `"${name}"`);
}
