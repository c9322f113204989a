import { Worker } from 'node:worker_threads';
import type { Cells } from '../../registers/ledger-entry.ts';
import type { TableCells, WorkbookMessage, WorkbookTask } from './workbook-worker.ts';

export interface SheetRows {
  sheet: string;
  rows: Cells[] | TableCells[];
}

const memoryLimitMegabytes = 1024;

/** Writes a workbook in a thread of its own, fed chunk by chunk, so that a large ledger keeps nobody waiting. */
export async function writeInWorker(task: WorkbookTask, chunks: AsyncIterable<SheetRows>): Promise<Uint8Array> {
  const worker = new Worker(new URL('./workbook-worker-entry.mjs', import.meta.url), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMegabytes },
  });
  try {
    const written = new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the workbook worker stopped before its answer (exit ${code})`)));
    });
    // Awaited below; until then a failure must not count as unhandled.
    written.catch(() => undefined);
    const post = (message: WorkbookMessage) => worker.postMessage(message);
    for await (const { sheet, rows } of chunks) post({ type: 'rows', sheet, rows });
    post({ type: 'end' });
    return await written;
  } finally {
    await worker.terminate();
  }
}
