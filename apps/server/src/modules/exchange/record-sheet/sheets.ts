import type { RecordSheetKind } from '@duban/ledger/record-sheets/all';
import { accountabilityRecordSheet } from '../../accountability/take-sheet.ts';
import { rectificationMonthRecordSheet } from '../../rectification/take-sheet.ts';
import { visitRecordSheet } from '../../visit/take-sheet.ts';
import type { RecordSheet } from './record-sheet.ts';

/** Each sheet's way into its records. */
export const sheets: { readonly [K in RecordSheetKind]: RecordSheet<K> } = {
  ACCOUNTABILITY: accountabilityRecordSheet,
  VISIT: visitRecordSheet,
  RECTIFICATION_MONTH: rectificationMonthRecordSheet,
};
