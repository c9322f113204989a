import { threadWork } from '@duban/threads/thread-work';
import { createLookup, type LookupData } from './lookup.ts';
import type { TabMapping } from './mapping/mapping.ts';
import type { WorkbookPreview } from './mapping/preview.ts';
import { parseWorkbook } from './parse.ts';
import type { ParsedRow, Problem } from './problem.ts';
import { type WorkbookKind, workbooks } from './workbooks.ts';

/** What the worker thread is given. */
export interface ParseTask {
  bytes: Uint8Array;
  kind: WorkbookKind;
  lookup: LookupData;
  fileName?: string;
  year?: number;
  mapping?: readonly TabMapping[];
}

/** What it says on the way: how far it is, then each sheet's rows in chunks. */
export type ParseSaid = { type: 'progress'; done: number; total: number } | { type: 'rows'; sheet: string; rows: ParsedRow[] };

/** What it answers at the end. */
export interface ParseAnswer {
  fileProblems: Problem[];
  preview?: WorkbookPreview;
}

const chunkSize = 1000;

/** Parses one upload away from the main thread, so that a large ledger blocks nobody. */
export const work = threadWork<ParseTask, ParseAnswer, ParseSaid>(async (task, { say }) => {
  const { sheets, fileProblems, preview } = await parseWorkbook(task.bytes, workbooks[task.kind], createLookup(task.lookup), {
    ...(task.fileName === undefined ? {} : { fileName: task.fileName }),
    ...(task.year === undefined ? {} : { year: task.year }),
    ...(task.mapping === undefined ? {} : { mapping: task.mapping }),
    onProgress: (done, total) => say({ type: 'progress', done, total }),
  });
  for (const [sheet, rows] of Object.entries(sheets)) {
    for (let from = 0; from < rows.length; from += chunkSize)
      say({ type: 'rows', sheet, rows: rows.slice(from, from + chunkSize) as ParsedRow[] });
  }
  return { fileProblems, ...(preview && { preview }) };
});
