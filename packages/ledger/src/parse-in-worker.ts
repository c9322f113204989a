import { Worker } from 'node:worker_threads';
import type { LookupData } from './lookup.ts';
import type { TabMapping } from './mapping/mapping.ts';
import type { WorkbookPreview } from './mapping/preview.ts';
import type { ParsedWorkbook } from './parse.ts';
import type { ParseMessage, ParseTask } from './parse-worker.ts';
import { type ParsedRow, problem } from './problem.ts';
import type { ParsedSheets } from './register.ts';
import { type WorkbookKind, workbooks } from './workbooks.ts';

export interface WorkerOptions {
  fileName?: string;
  year?: number;
  /** As of `ParseOptions`. */
  mapping?: readonly TabMapping[];
  onProgress?: (done: number, total: number) => void;
  /** Stops the worker; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Milliseconds after which the file is given up as unreadable; 120 000 unless given. */
  timeout?: number;
}

const memoryLimitMegabytes = 1024;

/** What each kind of file is read to. */
type WorkbookOf<K extends WorkbookKind> = (typeof workbooks)[K];

/**
 * `parseWorkbook` in a thread of its own, bounded in time and memory: a file that exhausts either is answered as damaged, and the server goes on.
 */
export async function parseInWorker<K extends WorkbookKind>(
  bytes: Uint8Array,
  kind: K,
  lookup: LookupData,
  options: WorkerOptions = {},
): Promise<ParsedWorkbook<WorkbookOf<K>>> {
  const { fileName, year, mapping, onProgress, signal, timeout = 120_000 } = options;
  signal?.throwIfAborted();
  const task: ParseTask = {
    bytes,
    kind,
    lookup,
    ...(fileName === undefined ? {} : { fileName }),
    ...(year === undefined ? {} : { year }),
    ...(mapping === undefined ? {} : { mapping }),
  };
  const worker = new Worker(new URL('./worker-entry.mjs', import.meta.url), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMegabytes },
  });
  const sheets: Record<string, ParsedRow[]> = Object.fromEntries(Object.keys(workbooks[kind].sheets).map((key) => [key, []]));
  const answer = (fileProblems: ParsedWorkbook['fileProblems'], preview?: WorkbookPreview) =>
    ({ sheets: sheets as unknown as ParsedSheets<WorkbookOf<K>>, fileProblems, ...(preview && { preview }) }) satisfies ParsedWorkbook<
      WorkbookOf<K>
    >;
  const givenUp = () => {
    for (const key of Object.keys(sheets)) sheets[key] = [];
    return answer([problem('error', 'DAMAGED', {})]);
  };
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => resolve(givenUp()), timeout);
      abort = () => reject(signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      worker.on('message', (message: ParseMessage) => {
        if (message.type === 'progress') onProgress?.(message.done, message.total);
        else if (message.type === 'rows') sheets[message.sheet]!.push(...message.rows);
        else resolve(answer(message.fileProblems, message.preview));
      });
      worker.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(givenUp()) : reject(error),
      );
      worker.on('exit', (code) => reject(new Error(`the ledger worker stopped before its answer (exit ${code})`)));
    });
  } finally {
    clearTimeout(timer);
    if (abort) signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}
