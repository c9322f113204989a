import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, type Sql, sql, transaction } from '../../database.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import type { Cells } from '../../registers/ledger-entry.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { writeInWorker } from '../exchange/write-in-worker.ts';
import { asOfDay } from '../item/standing.ts';
import type { Viewer } from '../session/viewer.ts';
import { fromRecords, type ListedRecord, type RecordFilter, readRecords } from './register-list.ts';
import { registerNames, revokedWord } from './register-names.ts';

/** Records read at once. */
const chunkSize = 500;

/**
 * The filtered register as .xlsx, as far as the viewer may see it, without names, in the form in which it is taken back. What leaves the
 * system is on the system chain.
 */
export async function exportRegister(
  viewer: Viewer,
  { filter, asOf: given, address }: { filter: RecordFilter; asOf?: string | null; address: string },
): Promise<Uint8Array> {
  const asOf = asOfDay(given);
  const from = fromRecords(viewer, asOf, filter);
  const numbers = await rows(z.object({ number: z.string() }), sql`SELECT r.number ${from} ORDER BY r.number`);
  await transaction((tx) =>
    recordSystemEvent(tx, {
      kind: 'EXPORT',
      actorId: viewer.userId,
      actorTitle: viewer.postTitle,
      address,
      payload: { export: 'ACCOUNTABILITY', rows: numbers.length },
    }),
  );
  const { rows: demo } = await transaction((tx) => tx.query<{ demo: boolean }>('SELECT demo FROM campaign'));
  const lookup = await registerNames((await loadLedgerContext()).lookupData);
  return writeInWorker(
    { type: 'ledger', kind: 'ACCOUNTABILITY', lookup, demo: demo[0]?.demo ?? false, withPersonal: false },
    chunks(
      viewer,
      asOf,
      numbers.map(({ number }) => number),
    ),
  );
}

export function exportName(): string {
  return `责任追究登记簿-${clock.today()}.xlsx`;
}

async function* chunks(viewer: Viewer, asOf: string, numbers: readonly string[]) {
  for (let at = 0; at < numbers.length; at += chunkSize) {
    const some: Sql = sql`r.number = ANY(${numbers.slice(at, at + chunkSize)}::text[])`;
    const found = await readRecords(viewer, asOf, some);
    yield { sheet: 'main', rows: found.sort((a, b) => a.number.localeCompare(b.number)).map(cellsOf) };
  }
}

/** A record as its sheet says it, without the name. */
function cellsOf(record: ListedRecord): Cells {
  const { number, unitId, post, postLevel, administrativeHead, fact, rule, form, decidedBy, decidedOn } = record;
  const { effect, effectUntil, itemNumber, enforcementRecord, source, revokedOn, revokedReason, version } = record;
  return {
    ...{ number, unitId, post, postLevel, administrativeHead, fact, rule, form, decidedBy, decidedOn },
    ...{ effect, effectUntil, itemNumber, enforcementRecord, source },
    status: revokedOn ? revokedWord : '有效',
    ...{ revokedOn, revokedReason, correction: null, version },
  };
}
