import type { Errand, FromThread, ToThread } from './line.ts';

/** What the work of a thread may do on the way to its answer. */
export interface Line<Said, Told> {
  say: (said: Said) => void;
  /** Hears all that is told; resolves at its end. */
  hear: (each: (told: Told) => void) => Promise<void>;
}

/** Makes a function the work of a thread: the export `work` of the module that `createThreads` names. */
export function threadWork<Task, Answer, Said = never, Told = never>(
  work: (task: Task, line: Line<Said, Told>) => Answer | Promise<Answer>,
): (errand: Errand<Task>) => Promise<void> {
  return async ({ task, port }) => {
    const post = (message: FromThread<Said, Answer>) => port.postMessage(message);
    const hear = (each: (told: Told) => void) =>
      new Promise<void>((resolve) => {
        port.on('message', (message: ToThread<Told>) => (message.type === 'told' ? each(message.told) : resolve()));
      });
    post({ type: 'begun' });
    const answer = await work(task, { say: (said) => post({ type: 'said', said }), hear });
    post({ type: 'answer', answer });
  };
}
