import { monthlySheets } from './monthly-sheet.ts';
import { recordSheets } from './record-sheets/all.ts';
import { registers } from './registers/all.ts';

/** Every workbook that is taken back: the registers of items, the sheets of records, and the sheet of a monthly form. */
export const workbooks = { ...registers, ...recordSheets, MONTHLY: monthlySheets } as const;
export type WorkbookKind = keyof typeof workbooks;
