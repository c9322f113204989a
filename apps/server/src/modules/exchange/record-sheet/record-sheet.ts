import type { LookupData } from '@duban/ledger/lookup';
import type { RecordSheetKind, recordSheets } from '@duban/ledger/record-sheets/all';
import type { RowOf } from '@duban/ledger/sheet';
import type pg from 'pg';
import type { LedgerContext } from '../../../registers/ledger-context.ts';
import type { Viewer } from '../../session/viewer.ts';

/** A row of the sheet: null or absent where it says nothing. */
export type SheetRow<K extends RecordSheetKind> = RowOf<(typeof recordSheets)[K]['sheets']['main']>;

export const recordVerdicts = ['CREATE', 'UPDATE', 'UNCHANGED', 'REFUSE'] as const;
export type RecordVerdict = (typeof recordVerdicts)[number];

export interface Taken {
  verdict: Exclude<RecordVerdict, 'REFUSE'>;
  number: string | null;
}

export interface SheetContext {
  viewer: Viewer;
  /** Where the request came from. */
  address: string;
  ledger: LedgerContext;
}

/** How rows of one sheet become records: by the services and rules of the record's own form. */
export interface RecordSheet<K extends RecordSheetKind> {
  kind: K;
  mayTake(viewer: Viewer): boolean;
  /** Heading under which a problem of a form's field stands. */
  headingOf: Readonly<Record<string, string>>;
  /** The names that its cells may hold: those in force, and with them those that its records hold from earlier. */
  names?(inForce: LookupData): Promise<LookupData>;
  /** What all rows share, read once. */
  prepare?(tx: pg.PoolClient, context: SheetContext): Promise<void>;
  /** Takes one row in the transaction. InputError, ConflictError, ActRefusedError, NotFoundError: why it can't be taken. */
  takeRow(tx: pg.PoolClient, row: SheetRow<K>, context: SheetContext): Promise<Taken>;
}
