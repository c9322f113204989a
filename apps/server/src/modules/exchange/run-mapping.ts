import type { TabMapping } from '@duban/ledger/mapping/mapping';
import { z } from 'zod';
import type { Runner } from '../../database.ts';

const tabMapping = z.object({
  tab: z.string(),
  sheet: z.string().nullable(),
  headerRow: z.int(),
  headerRows: z.int(),
  columns: z.array(z.object({ at: z.int(), column: z.string() })),
  constants: z.array(z.object({ column: z.string(), value: z.string() })),
});

/** What `import_run.mapping` holds: how the file is read, and who said so when. */
export const runMapping = z.object({
  /** REMEMBERED: taken from what an office said of the same headings before. SET: said of this file. */
  source: z.enum(['REMEMBERED', 'SET']),
  /** Post. */
  by: z.string(),
  at: z.iso.datetime(),
  tabs: z.array(tabMapping),
});
export type RunMapping = z.infer<typeof runMapping>;

/** Has a run's file read so from now on. */
export async function keepMapping(runner: Runner, runId: string, mapping: RunMapping): Promise<void> {
  await runner.query('UPDATE import_run SET mapping = $2, mapping_version = mapping_version + 1 WHERE id = $1', [
    runId,
    JSON.stringify(mapping),
  ]);
}

/** A tab's mapping as it is kept. */
export function asStored({ columns, constants, ...tab }: TabMapping): RunMapping['tabs'][number] {
  return { ...tab, columns: [...columns], constants: [...constants] };
}
