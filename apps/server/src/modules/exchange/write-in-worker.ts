import { createThreads } from '@duban/threads/threads';
import type { SheetRows, WorkbookTask } from './workbook-worker.ts';

const write = createThreads<WorkbookTask, Uint8Array, never, SheetRows>(new URL('./workbook-worker-entry.mjs', import.meta.url));

/** Writes a workbook in a thread of its own, fed chunk by chunk, so that a large ledger keeps nobody waiting. */
export function writeInWorker(task: WorkbookTask, chunks: AsyncIterable<SheetRows>): Promise<Uint8Array> {
  return write(task, { tell: chunks });
}
