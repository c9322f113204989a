import type { RememberedTab } from '@duban/ledger/mapping/fingerprint';
import type { ItemKind } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { type Runner, rows, sql } from '../../database.ts';
import type { Viewer } from '../session/viewer.ts';

/** What an office said of a kind of table, by whom and when. */
export interface Remembered extends RememberedTab {
  setBy: string;
  setAt: Date;
}

const rememberedRow = z.object({
  fingerprint: z.string(),
  sheet: z.string(),
  columns: z.record(z.string(), z.string()),
  constants: z.array(z.object({ column: z.string(), value: z.string() })),
  setBy: z.string(),
  setAt: z.date(),
});

/** What an office remembers of tables with these headings, by fingerprint. */
export async function rememberedMappings(
  kind: ItemKind,
  unitId: string,
  fingerprints: readonly string[],
  runner?: Runner,
): Promise<ReadonlyMap<string, Remembered>> {
  const found = await rows(
    rememberedRow,
    sql`SELECT fingerprint, sheet, columns, constants, set_by AS "setBy", set_at AS "setAt" FROM column_mapping
        WHERE kind = ${kind}::item_kind AND unit_id = ${unitId} AND fingerprint = ANY(${fingerprints}::text[])`,
    runner,
  );
  return new Map(found.map(({ fingerprint, ...remembered }) => [fingerprint, remembered]));
}

/** Remembers for the viewer's office what was said of tables with these headings, in place of what it said before. */
export async function rememberMapping(
  tx: Runner,
  viewer: Viewer,
  kind: ItemKind,
  fingerprint: string,
  { sheet, columns, constants }: RememberedTab,
): Promise<void> {
  await tx.query(
    `INSERT INTO column_mapping (id, kind, unit_id, fingerprint, sheet, columns, constants, set_by, set_at)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (kind, unit_id, fingerprint) DO UPDATE SET sheet = EXCLUDED.sheet, columns = EXCLUDED.columns,
       constants = EXCLUDED.constants, set_by = EXCLUDED.set_by, set_at = EXCLUDED.set_at`,
    [kind, viewer.unitId, fingerprint, sheet, JSON.stringify(columns), JSON.stringify(constants), viewer.postTitle, clock.now()],
  );
}

/** Forgets what the viewer's office said of tables with these headings. */
export async function forgetMapping(tx: Runner, { unitId }: Viewer, kind: ItemKind, fingerprint: string): Promise<void> {
  await tx.query('DELETE FROM column_mapping WHERE kind = $1 AND unit_id = $2 AND fingerprint = $3', [kind, unitId, fingerprint]);
}
