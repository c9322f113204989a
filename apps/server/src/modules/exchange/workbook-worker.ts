import { createLookup, type LookupData } from '@duban/ledger/lookup';
import type { RegisterData } from '@duban/ledger/register';
import { type WorkbookKind, workbooks } from '@duban/ledger/workbooks';
import { type TableColumn, writeTable, writeWorkbook } from '@duban/ledger/write';
import { threadWork } from '@duban/threads/thread-work';
import type { Cells } from '../../registers/ledger-entry.ts';

/** What the thread is to write; its rows follow, chunk by chunk. */
export type WorkbookTask =
  | { type: 'ledger'; kind: WorkbookKind; lookup: LookupData; demo: boolean; withPersonal: boolean }
  | { type: 'table'; title: string; columns: TableColumn[] };

export type TableCells = (string | number | null)[];

/** What the thread is told: rows of a sheet, chunk by chunk; a table has the one sheet `main`. */
export interface SheetRows {
  sheet: string;
  rows: Cells[] | TableCells[];
}

/** Gathers rows until told the end, writes the workbook, and answers its bytes. */
export const work = threadWork<WorkbookTask, Uint8Array, never, SheetRows>(async (task, { hear }) => {
  const rowsOf: Record<string, (Cells | TableCells)[]> = {};
  await hear(({ sheet, rows }) => {
    rowsOf[sheet] ??= [];
    for (const row of rows) rowsOf[sheet].push(row);
  });
  const bytes =
    task.type === 'table'
      ? await writeTable(task.title, task.columns, (rowsOf.main ?? []) as TableCells[])
      : await writeWorkbook(workbooks[task.kind], rowsOf as RegisterData<(typeof workbooks)[typeof task.kind]>, {
          lookup: createLookup(task.lookup),
          demo: task.demo,
          withPersonal: task.withPersonal,
        });
  return new Uint8Array(bytes);
});
