import { parentPort, workerData } from 'node:worker_threads';
import { createLookup, type LookupData } from '@duban/ledger/lookup';
import type { RegisterData } from '@duban/ledger/register';
import { type WorkbookKind, workbooks } from '@duban/ledger/workbooks';
import { type TableColumn, writeTable, writeWorkbook } from '@duban/ledger/write';
import type { Cells } from '../../registers/ledger-entry.ts';

/** What the thread is to write; its rows follow, chunk by chunk. */
export type WorkbookTask =
  | { type: 'ledger'; kind: WorkbookKind; lookup: LookupData; demo: boolean; withPersonal: boolean }
  | { type: 'table'; title: string; columns: TableColumn[] };

export type TableCells = (string | number | null)[];

/** What the thread is told: rows of a sheet (a table has the one sheet `main`), then the end. */
export type WorkbookMessage = { type: 'rows'; sheet: string; rows: Cells[] | TableCells[] } | { type: 'end' };

/** Gathers rows until told the end, writes the workbook, and answers its bytes. */
function work(port: NonNullable<typeof parentPort>, task: WorkbookTask): void {
  const rowsOf: Record<string, (Cells | TableCells)[]> = {};
  port.on('message', async (message: WorkbookMessage) => {
    if (message.type === 'rows') {
      rowsOf[message.sheet] ??= [];
      for (const row of message.rows) rowsOf[message.sheet]!.push(row);
      return;
    }
    const bytes =
      task.type === 'table'
        ? await writeTable(task.title, task.columns, (rowsOf.main ?? []) as TableCells[])
        : await writeWorkbook(workbooks[task.kind], rowsOf as RegisterData<(typeof workbooks)[typeof task.kind]>, {
            lookup: createLookup(task.lookup),
            demo: task.demo,
            withPersonal: task.withPersonal,
          });
    const copy = new Uint8Array(bytes);
    port.postMessage(copy, [copy.buffer]);
    port.close();
  });
}

if (parentPort) work(parentPort, workerData as WorkbookTask);
