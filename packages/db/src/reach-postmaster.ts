import type pg from 'pg';
import { errorCode, LaunchError } from './launch-error.ts';
import { openSession } from './launcher-session.ts';
import type { Placement } from './placement.ts';
import { type Durability, logPath, type Postmaster, runningPostmaster, spawnPostmaster } from './postmaster.ts';

/** `cannot_connect_now`: PostgreSQL is starting, recovering or shutting down, and says so. */
const BUSY = '57P03';
/** A postmaster that is alive but answers nobody for so long (its socket was deleted, say) is asked to stop. */
const SILENCE_MS = 10_000;

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Waits until PostgreSQL answers, starting it when none runs, and opens the launcher's session.
 * Crash recovery may take minutes; silence may not. Throws LaunchError when it can't start.
 */
export async function reachPostmaster(
  placement: Placement,
  durability: Durability,
): Promise<{ postmaster: Postmaster; session: pg.Client }> {
  const starter = new Starter(placement, durability);
  let silentSince = Date.now();
  for (;;) {
    const postmaster = runningPostmaster(placement);
    if (!postmaster) {
      await starter.start();
      silentSince = Date.now();
    } else if (postmaster.port) {
      try {
        return { postmaster, session: await openSession(placement, postmaster) };
      } catch (error) {
        if (errorCode(error) === BUSY) silentSince = Date.now();
        if (Date.now() - silentSince > SILENCE_MS) {
          process.kill(postmaster.pid, 'SIGINT');
          silentSince = Date.now();
        }
      }
    }
    await pause(50);
  }
}

/** Starts PostgreSQL once, and again only while the backends of a killed one are still leaving. */
class Starter {
  readonly #placement: Placement;
  readonly #durability: Durability;
  #child: { exited: () => string | undefined } | undefined;
  #firstStart: number | undefined;

  constructor(placement: Placement, durability: Durability) {
    this.#placement = placement;
    this.#durability = durability;
  }

  async start(): Promise<void> {
    const failure = this.#child?.exited();
    if (this.#child && !failure) return;
    this.#firstStart ??= Date.now();
    const othersLeaving = failure?.includes('pre-existing shared memory block') && Date.now() - this.#firstStart < SILENCE_MS;
    if (failure && !othersLeaving) {
      const reason = failure.split('\n').find((line) => line.includes('FATAL')) ?? failure.split('\n').at(-1);
      throw new LaunchError(
        `PostgreSQL 没有启动:${reason}。日志见 ${logPath(this.#placement)};也可设置 DATABASE_URL 使用自己的 PostgreSQL。`,
      );
    }
    this.#child = await spawnPostmaster(this.#placement, this.#durability);
  }
}
