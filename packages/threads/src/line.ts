import type { MessagePort } from 'node:worker_threads';

/** A task on its way to a thread, with the line on which both speak while it is worked on. */
export interface Errand<Task> {
  task: Task;
  port: MessagePort;
}

/** From the thread: that it begins, what it says on the way, and its answer, in this order. */
export type FromThread<Said, Answer> = { type: 'begun' } | { type: 'said'; said: Said } | { type: 'answer'; answer: Answer };

/** To the thread: what it waits to be told, then that there is no more. */
export type ToThread<Told> = { type: 'told'; told: Told } | { type: 'end' };
