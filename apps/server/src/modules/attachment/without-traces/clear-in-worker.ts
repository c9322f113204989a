import { Worker } from 'node:worker_threads';
import type { FileKind } from '../file-kinds.ts';
import { FileRefused } from '../file-refused.ts';
import type { ClearAnswer, ClearTask } from './clear-worker.ts';
import { TracesRemain } from './traces-remain.ts';
import { type ClearedFile, kindOf, withoutTraces } from './without-traces.ts';

const memoryLimitMegabytes = 1024;
/** What is read once from end to end, and unpacks to nothing. */
const plain: ReadonlySet<FileKind | null> = new Set<FileKind | null>(['JPEG', 'PNG', 'TEXT', 'DOC', 'XLS', 'PPT', null]);

/** `withoutTraces`, for documents in a thread of its own. */
export async function clearFile(bytes: Buffer, mediaType: string): Promise<ClearedFile> {
  return plain.has(kindOf(mediaType)) ? withoutTraces(bytes, mediaType) : clearInWorker(bytes, mediaType);
}

/**
 * `withoutTraces` in a thread of its own, bounded in time and memory: a file that exhausts either is given up (TracesRemain TOO_HARD), and
 * the server goes on.
 */
export async function clearInWorker(bytes: Uint8Array, mediaType: string, { timeout = 60_000 } = {}): Promise<ClearedFile> {
  const task: ClearTask = { bytes, mediaType };
  const worker = new Worker(new URL('./clear-worker-entry.mjs', import.meta.url), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMegabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<ClearAnswer>((resolve, reject) => {
      timer = setTimeout(() => resolve({ type: 'remain', code: 'TOO_HARD' }), timeout);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ type: 'remain', code: 'TOO_HARD' }) : reject(error),
      );
      worker.once('exit', (code) => reject(new Error(`the clearing worker stopped before its answer (exit ${code})`)));
    });
    if (answer.type === 'remain') throw new TracesRemain(answer.code);
    if (answer.type === 'refused') throw new FileRefused(answer.code);
    return { bytes: Buffer.from(answer.bytes), text: answer.text };
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
