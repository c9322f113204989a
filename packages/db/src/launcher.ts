import type pg from 'pg';
import { clusterPassword, ensureCluster } from './cluster.ts';
import { LaunchError } from './launch-error.ts';
import {
  connectionOptions,
  endOrphanSessions,
  ensureDatabase,
  isLastTenant,
  lockHolder,
  type Tenancy,
  takeLock,
} from './launcher-session.ts';
import { type Placement, place } from './placement.ts';
import { type Durability, type Postmaster, stopPostmaster } from './postmaster.ts';
import { embeddedPrograms, type Programs } from './programs.ts';
import { pause, reachPostmaster } from './reach-postmaster.ts';

/** How to run an embedded PostgreSQL. */
export type EmbeddedOptions = {
  /** Directory for `pgdata-<major>`, its log, and nothing else of ours. */
  home: string;
  durability: Durability;
  tenancy: Tenancy;
  /** Default: those that npm ships. */
  programs?: Programs;
};

/** A running embedded PostgreSQL. */
export type EmbeddedDatabase = {
  /** Connects as the owner of the database `duban`. */
  url: string;
  dataDir: string;
  /** Stops PostgreSQL (unless other runs share it). May be called twice. */
  close(): Promise<void>;
};

/** Name of the embedded database, and of its owner. */
export const EMBEDDED_DATABASE = 'duban';

/** The address that connection options stand for. */
export function databaseAddress({ host, port, user, password, database }: pg.ClientConfig): string {
  if (host!.startsWith('/')) return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host!)}`;
  return `postgresql://${user}:${password}@${host}:${port}/${database}`;
}

/** Starts PostgreSQL, or adopts the one that a killed launcher left running, and watches over it until closed. */
export async function launch({ home, durability, tenancy, programs = embeddedPrograms() }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const placement = place(home, programs);
  ensureCluster(placement);
  const launcher = new Launcher(placement, durability, tenancy);
  await launcher.open();
  return { url: launcher.url(), dataDir: placement.dataDir, close: () => launcher.close() };
}

class Launcher {
  readonly #placement: Placement;
  readonly #durability: Durability;
  readonly #tenancy: Tenancy;
  #postmaster!: Postmaster;
  #session!: pg.Client;
  #closed: Promise<void> | undefined;

  constructor(placement: Placement, durability: Durability, tenancy: Tenancy) {
    this.#placement = placement;
    this.#durability = durability;
    this.#tenancy = tenancy;
  }

  url(): string {
    return databaseAddress(connectionOptions(this.#placement, this.#postmaster, EMBEDDED_DATABASE, EMBEDDED_DATABASE));
  }

  /** Connects (starting PostgreSQL if need be), takes the lock and sees that the database exists. */
  async open(): Promise<void> {
    const { postmaster, session } = await reachPostmaster(this.#placement, this.#durability);
    if (!(await takeLock(session, this.#tenancy))) return this.#refused(session);
    if (this.#tenancy === 'exclusive') await endOrphanSessions(session);
    await ensureDatabase(session, EMBEDDED_DATABASE, clusterPassword(this.#placement));
    this.#postmaster = postmaster;
    this.#session = session;
    session.on('end', () => void this.#reopen());
  }

  /** Of a shared cluster only a run that is stopping it holds the whole lock: start after it. Of real data, someone else is at work. */
  async #refused(session: pg.Client): Promise<void> {
    const holder = await lockHolder(session);
    await session.end();
    if (this.#tenancy === 'exclusive') {
      throw new LaunchError(`督办已在本目录运行(进程 ${holder})。请直接使用它,或先停止它(kill ${holder})再启动。`);
    }
    await pause(100);
    return this.open();
  }

  close(): Promise<void> {
    this.#closed ??= this.#stop();
    return this.#closed;
  }

  async #stop(): Promise<void> {
    if (this.#tenancy === 'shared' && !(await isLastTenant(this.#session))) return this.#session.end();
    stopPostmaster(this.#placement);
  }

  /** PostgreSQL went away under us (killed for memory, say): start it again and take the lock back. */
  async #reopen(): Promise<void> {
    while (!this.#closed) {
      try {
        return await this.open();
      } catch {
        await pause(500);
      }
    }
  }
}
