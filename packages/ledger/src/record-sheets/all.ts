import type { Workbook } from '../register.ts';
import { accountabilitySheet } from './accountability.ts';
import { rectificationMonthSheet } from './rectification-month.ts';
import { visitSheet } from './visit.ts';

/** Sheets of records that are no items: one row a record, taken back by its number and version. */
export const recordSheets = {
  ACCOUNTABILITY: accountabilitySheet,
  VISIT: visitSheet,
  RECTIFICATION_MONTH: rectificationMonthSheet,
} as const satisfies Record<string, Workbook>;

export type RecordSheetKind = keyof typeof recordSheets;
export const recordSheetKinds = Object.keys(recordSheets) as [RecordSheetKind, ...RecordSheetKind[]];
