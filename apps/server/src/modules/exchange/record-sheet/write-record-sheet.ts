import type { LookupData } from '@duban/ledger/lookup';
import type { RecordSheetKind } from '@duban/ledger/record-sheets/all';
import { transaction } from '../../../database.ts';
import { loadLedgerContext } from '../../../registers/ledger-context.ts';
import { recordSystemEvent } from '../../audit/system-event.ts';
import type { Viewer } from '../../session/viewer.ts';
import type { SheetRows } from '../workbook-worker.ts';
import { writeInWorker } from '../write-in-worker.ts';

interface Leaving {
  viewer: Viewer;
  address: string;
  /** How many rows leave. */
  count: number;
  /** Adds what the sheet names beside what is in force. */
  names?: (lookup: LookupData) => Promise<LookupData>;
}

/** A sheet of records as .xlsx, in the form in which it is taken back. What leaves the system is on the system chain. */
export async function writeRecordSheet(
  kind: RecordSheetKind,
  { viewer, address, count, names }: Leaving,
  chunks: (lookup: LookupData) => AsyncIterable<SheetRows>,
): Promise<Uint8Array> {
  const demo = await transaction(async (tx) => {
    await recordSystemEvent(tx, {
      kind: 'EXPORT',
      actorId: viewer.userId,
      actorTitle: viewer.postTitle,
      address,
      payload: { export: kind, rows: count },
    });
    const { rows: campaigns } = await tx.query<{ demo: boolean }>('SELECT demo FROM campaign');
    return campaigns[0]?.demo ?? false;
  });
  const { lookupData } = await loadLedgerContext();
  const lookup = names ? await names(lookupData) : lookupData;
  return writeInWorker({ type: 'ledger', kind, lookup, demo, withPersonal: false }, chunks(lookup));
}
