import { registers } from '@duban/ledger/registers/all';
import { writeTemplate } from '@duban/ledger/write';
import type { ItemKind } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { pool, row, rows, type Sql, sql, transaction } from '../../database.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import type { Cells } from '../../registers/ledger-entry.ts';
import { readEntries, type StoredEntry } from '../../registers/read-entries.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { canRevealComplainant } from '../complaint/complaint.policy.ts';
import { revealReason } from '../complaint/reveal-reason.ts';
import { fromItems, type ItemFilter } from '../item/item-filter.ts';
import { asOfDay } from '../item/standing.ts';
import type { Viewer } from '../session/viewer.ts';
import type { SheetRows } from './workbook-worker.ts';
import { writeInWorker } from './write-in-worker.ts';

/** Items read at once. */
const chunkSize = 500;

export interface ExportOptions {
  filter?: ItemFilter;
  /** The filter is judged as of this day; the cells are today's, so that the sheet can be taken back. */
  asOf?: string | null;
  /** Network address of the asker. */
  address: string;
  /** Why complainants are written out as well: for whoever may learn who complained. Without it they are left out. */
  reason?: string | null;
}

/**
 * The register's present data, as far as the viewer may see it, in the form in which it is taken back, each row with its version.
 * Complainants are written for inspection alone, for a reason given, and that reveal is recorded first. InputError at `reason` for one that
 * is none.
 */
export async function exportLedger(
  viewer: Viewer,
  kind: ItemKind,
  { filter = {}, asOf = null, address, reason: given = null }: ExportOptions,
): Promise<Uint8Array> {
  const reason = given !== null && kind === 'COMPLAINT' && canRevealComplainant(viewer) ? revealReason(given) : null;
  const withPersonal = reason !== null;
  const context = await loadLedgerContext();
  const { demo } = await row(z.object({ demo: z.boolean() }), sql`SELECT demo FROM campaign`);
  const where = sql`i.id IN (SELECT i.id ${fromItems(viewer, asOfDay(asOf), { ...filter, kinds: [kind] })})`;
  await recordExport(viewer, kind, where, { reason, address });
  return writeInWorker({ type: 'ledger', kind, lookup: context.lookupData, demo, withPersonal }, sheetRows(kind, where, withPersonal));
}

/** The register without rows, to be filled in. */
export async function ledgerTemplate(kind: ItemKind): Promise<Uint8Array> {
  const { lookup } = await loadLedgerContext();
  return writeTemplate(registers[kind], lookup);
}

/** What leaves the system is on the system chain; for complainants, which complaints. */
async function recordExport(viewer: Viewer, kind: ItemKind, where: Sql, { reason, address }: { reason: string | null; address: string }) {
  const numbers = await rows(
    z.object({ number: z.string() }),
    sql`SELECT i.number FROM item i WHERE i.kind = ${kind} AND ${where} ORDER BY 1`,
  );
  await transaction((tx) =>
    recordSystemEvent(tx, {
      kind: reason !== null ? 'COMPLAINANT_REVEALED' : 'EXPORT',
      actorId: viewer.userId,
      actorTitle: viewer.postTitle,
      address,
      payload:
        reason !== null ? { export: kind, reason, numbers: numbers.map(({ number }) => number) } : { export: kind, rows: numbers.length },
    }),
  );
}

/** The rows of all sheets, item by item in the order of their numbers. */
async function* sheetRows(kind: ItemKind, where: Sql, withPersonal: boolean): AsyncGenerator<SheetRows> {
  let after: string | null = null;
  for (;;) {
    const beyond: Sql = after === null ? sql`TRUE` : sql`i.number > ${after}`;
    const chunk: StoredEntry<ItemKind>[] = await readEntries(kind, sql`${beyond} AND ${where}`, {
      withPersonal,
      runner: pool,
      tail: sql`ORDER BY i.number LIMIT ${chunkSize}`,
    });
    if (chunk.length === 0) return;
    yield { sheet: 'main', rows: chunk.map(({ entry }) => entry.main as unknown as Cells) };
    for (const sheet of Object.keys(registers[kind].sheets).filter((key) => key !== 'main')) {
      const children = chunk.flatMap(({ entry }) => (entry.children as unknown as Record<string, Cells[]>)[sheet] ?? []);
      if (children.length > 0) yield { sheet, rows: children };
    }
    after = chunk.at(-1)!.number;
  }
}
