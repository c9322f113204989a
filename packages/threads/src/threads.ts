import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Errand, FromThread, ToThread } from './line.ts';

/** The work used up its time or its memory. Its thread is gone; the process goes on. */
export class ThreadExhausted extends Error {
  override name = 'ThreadExhausted';
}

export interface RunOptions<Said, Told> {
  /** Milliseconds from when a thread begins with it; no limit unless given. */
  timeout?: number | undefined;
  /** Stops the work; the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  onSaid?: ((said: Said) => void) | undefined;
  /** What the work is told while it goes on. */
  tell?: AsyncIterable<Told> | undefined;
}

export type Run<Task, Answer, Said, Told> = (task: Task, options?: RunOptions<Said, Told>) => Promise<Answer>;

/** What one thread may use, so that a file made to exhaust it takes nothing else with it. */
const memoryLimitMegabytes = 1024;
/** At most this many of one kind at a time; more wait in line. */
const mostThreads = 4;
/** A thread waits this long for the next task, as starting one takes a second of a core. */
const idleMs = 60_000;

/**
 * Threads for the work that `entry` (an `.mjs`) exports as `work`, made by `threadWork`: off the main thread, bounded in time and memory, started
 * when first needed. Answers how to run a task: to its answer, ThreadExhausted, or what the work threw.
 */
export function createThreads<Task, Answer, Said = never, Told = never>(entry: URL): Run<Task, Answer, Said, Told> {
  const pool = new Piscina<Errand<Task>, void>({
    filename: fileURLToPath(entry),
    name: 'work',
    execArgv: [],
    minThreads: 0,
    maxThreads: mostThreads,
    idleTimeout: idleMs,
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMegabytes },
  });
  return async (task, { timeout, signal, onSaid, tell } = {}) => {
    signal?.throwIfAborted();
    const { port1: ours, port2: port } = new MessageChannel();
    const stop = new AbortController();
    const giveUp = () => stop.abort();
    signal?.addEventListener('abort', giveUp, { once: true });
    let timer: NodeJS.Timeout | undefined;
    let isLate = false;
    const begin = () => {
      if (timeout === undefined) return;
      timer = setTimeout(() => {
        isLate = true;
        giveUp();
      }, timeout);
    };
    const answered = new Promise<Answer>((resolve) => {
      ours.on('message', (message: FromThread<Said, Answer>) => {
        if (message.type === 'begun') begin();
        else if (message.type === 'said') onSaid?.(message.said);
        else resolve(message.answer);
      });
    });
    const post = (message: ToThread<Told>) => ours.postMessage(message);
    const telling = async () => {
      if (!tell) return;
      for await (const told of tell) {
        if (stop.signal.aborted) return;
        post({ type: 'told', told });
      }
      post({ type: 'end' });
    };
    try {
      await Promise.all([pool.run({ task, port }, { transferList: [port], signal: stop.signal }), telling()]);
      return await answered;
    } catch (error) {
      giveUp();
      if (signal?.aborted) throw signal.reason;
      const isOutOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      throw isLate || isOutOfMemory ? new ThreadExhausted('time or memory used up', { cause: error }) : error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      ours.close();
    }
  };
}
