import { pool } from '../../database.ts';

const every = 250;

export interface RunProgress {
  /** Rows done and rows there are, in the present phase. */
  tell(done: number, total: number): void;
  /** Resolves when nothing more will be written. */
  end(): Promise<void>;
}

/** Writes a run's progress outside its transaction, where others see it, at most four times a second. */
export function runProgress(runId: string): RunProgress {
  let last = 0;
  let ended = false;
  let writing: Promise<unknown> | null = null;
  return {
    tell(done, total) {
      const now = performance.now();
      if (ended || writing || now - last < every) return;
      last = now;
      writing = pool
        .query('UPDATE import_run SET done_rows = $2, total_rows = $3 WHERE id = $1', [runId, done, total])
        // Progress is for the eye; the run's own statements tell of a database that is away.
        .catch(() => undefined)
        .finally(() => {
          writing = null;
        });
    },
    async end() {
      ended = true;
      await writing;
    },
  };
}
