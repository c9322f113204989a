/** Imports at work at once in one process: each takes a connection, a thread and some hundred megabytes. */
const mostAtOnce = 2;

const waiting: (() => Promise<void>)[] = [];
const atWork = new Set<Promise<void>>();
let stopping = new AbortController();

/** Told to every job: it stops at its next step when the server does. */
export function stopSignal(): AbortSignal {
  return stopping.signal;
}

/** Runs a job when its turn comes. The job sees to its own errors. */
export function enqueueImport(job: () => Promise<void>): void {
  waiting.push(job);
  next();
}

function next(): void {
  const job = atWork.size < mostAtOnce ? waiting.shift() : undefined;
  if (!job) return;
  const work = job().finally(() => {
    atWork.delete(work);
    next();
  });
  atWork.add(work);
}

/** Resolves when nothing is at work or waiting. */
export async function importsIdle(): Promise<void> {
  while (atWork.size > 0) await Promise.allSettled(atWork);
}

/** Stops every job at its next step, without anything half-written, and resolves when they have ended. */
export async function stopImports(): Promise<void> {
  stopping.abort(new ImportsStopped());
  await importsIdle();
  stopping = new AbortController();
}

/** The server is stopping. */
export class ImportsStopped extends Error {
  override readonly name = 'ImportsStopped';
}
