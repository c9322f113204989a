import { createThreads, ThreadExhausted } from '@duban/threads/threads';
import type { FileKind } from '../file-kinds.ts';
import { FileRefused } from '../file-refused.ts';
import type { ClearAnswer, ClearTask } from './clear-worker.ts';
import { TracesRemain } from './traces-remain.ts';
import { type ClearedFile, kindOf, withoutTraces } from './without-traces.ts';

const clear = createThreads<ClearTask, ClearAnswer>(new URL('./clear-worker-entry.mjs', import.meta.url));
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
  const answer = await clear({ bytes, mediaType }, { timeout }).catch((error: unknown): ClearAnswer => {
    if (error instanceof ThreadExhausted) return { type: 'remain', code: 'TOO_HARD' };
    throw error;
  });
  if (answer.type === 'remain') throw new TracesRemain(answer.code);
  if (answer.type === 'refused') throw new FileRefused(answer.code);
  return { bytes: Buffer.from(answer.bytes), text: answer.text };
}
