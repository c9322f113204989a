import { createThreads, ThreadExhausted } from '@duban/threads/threads';
import type { LookupData } from './lookup.ts';
import type { TabMapping } from './mapping/mapping.ts';
import type { ParsedWorkbook } from './parse.ts';
import type { ParseAnswer, ParseSaid, ParseTask } from './parse-worker.ts';
import { type ParsedRow, problem } from './problem.ts';
import type { ParsedSheets } from './register.ts';
import { type WorkbookKind, workbooks } from './workbooks.ts';

export interface WorkerOptions {
  fileName?: string;
  year?: number;
  /** As of `ParseOptions`. */
  mapping?: readonly TabMapping[];
  onProgress?: (done: number, total: number) => void;
  /** Stops the parsing; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Milliseconds after which the file is given up as unreadable; 120 000 unless given. */
  timeout?: number;
}

const parse = createThreads<ParseTask, ParseAnswer, ParseSaid>(new URL('./worker-entry.mjs', import.meta.url));

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
  const rowsOf: Record<string, ParsedRow[]> = Object.fromEntries(Object.keys(workbooks[kind].sheets).map((key) => [key, []]));
  const sheets = rowsOf as unknown as ParsedSheets<WorkbookOf<K>>;
  const onSaid = (said: ParseSaid) => {
    if (said.type === 'progress') onProgress?.(said.done, said.total);
    else rowsOf[said.sheet]!.push(...said.rows);
  };
  try {
    return { sheets, ...(await parse(task, { timeout, signal, onSaid })) };
  } catch (error) {
    if (!(error instanceof ThreadExhausted)) throw error;
    for (const key of Object.keys(rowsOf)) rowsOf[key] = [];
    return { sheets, fileProblems: [problem('error', 'DAMAGED', {})] };
  }
}
