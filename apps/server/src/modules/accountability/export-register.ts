import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, type Sql, sql } from '../../database.ts';
import type { Cells } from '../../registers/ledger-entry.ts';
import { writeRecordSheet } from '../exchange/record-sheet/write-record-sheet.ts';
import { asOfDay } from '../item/standing.ts';
import type { Viewer } from '../session/viewer.ts';
import { fromRecords, type ListedRecord, type RecordFilter, readRecords } from './register-list.ts';
import { registerNames, revokedWord } from './register-names.ts';

/** Records read at once. */
const chunkSize = 500;

/** The filtered register as a sheet of records, as far as the viewer may see it, without names. */
export async function exportRegister(
  viewer: Viewer,
  { filter, asOf: given, address }: { filter: RecordFilter; asOf?: string | null; address: string },
): Promise<Uint8Array> {
  const asOf = asOfDay(given);
  const from = fromRecords(viewer, asOf, filter);
  const numbers = await rows(z.object({ number: z.string() }), sql`SELECT r.number ${from} ORDER BY r.number`);
  return writeRecordSheet('ACCOUNTABILITY', { viewer, address, count: numbers.length, names: registerNames }, () =>
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
