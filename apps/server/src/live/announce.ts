import type pg from 'pg';

/** An item that changed, and the units that may know of it: who may hear of it follows from these. */
export interface ChangedItem {
  id: string;
  kind: string;
  unitIds: readonly string[];
}

/** More items than this are announced without naming them: every open screen reads anew. */
export const mostNamed = 20;
/** PostgreSQL carries at most 8,000 bytes in a notice. */
const mostBytes = 7500;

/** Announces changed items to every process; heard when the transaction commits, never when it does not. */
export async function announce(tx: pg.PoolClient, changed: readonly ChangedItem[]): Promise<void> {
  const named = JSON.stringify({ count: changed.length, items: changed });
  const isNamed = changed.length <= mostNamed && Buffer.byteLength(named) <= mostBytes;
  await tx.query(`SELECT pg_notify('duban_change', $1)`, [isNamed ? named : JSON.stringify({ count: changed.length })]);
}
