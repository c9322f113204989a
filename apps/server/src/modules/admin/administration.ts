import type pg from 'pg';
import { transaction } from '../../database.ts';
import { ConflictError, type FieldProblem, InputError, NotFoundError } from '../../graphql/errors.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import type { Viewer } from '../session/viewer.ts';

/** Who administers, from where. */
export interface Administrator {
  viewer: Viewer;
  address: string;
}

/** One administrative act: its changes and its entry in the system chain, or nothing. `payload` says what was changed, without secrets. */
export async function administer<T>(
  { viewer, address }: Administrator,
  act: string,
  payload: Record<string, unknown>,
  work: (tx: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return transaction(async (tx) => {
    const result = await work(tx);
    await recordSystemEvent(tx, {
      kind: 'ADMINISTRATION',
      actorId: viewer.userId,
      actorTitle: viewer.postTitle,
      address,
      payload: { act, ...payload },
    });
    return result;
  });
}

/** Locks a versioned row for a change. NotFoundError when there is none, ConflictError when it is no longer at the version its editor saw. */
export async function lockVersion(tx: pg.PoolClient, table: 'unit' | 'post' | 'app_user', id: string, version: number): Promise<void> {
  const { rows } = await tx.query<{ version: number }>(`SELECT version FROM ${table} WHERE id::text = $1 FOR UPDATE`, [id]);
  const [found] = rows;
  if (!found) throw new NotFoundError();
  if (found.version !== version) throw new ConflictError(found.version);
}

/** Collects what is wrong with an input, field by field, and refuses it as a whole. */
export class Problems {
  readonly #found: FieldProblem[] = [];

  /** Notes a problem when `wrong`. */
  when(wrong: boolean, field: string, code: string, message: string): this {
    if (wrong) this.#found.push({ field, code, message });
    return this;
  }

  /** A text that must be there and short enough; answers it trimmed. */
  text(value: string, field: string, most = 100): string {
    const text = value.trim();
    this.when(text === '', field, 'EMPTY', '请填写此项。');
    this.when(text.length > most, field, 'TOO_LONG', `最多 ${most} 个字。`);
    return text;
  }

  /** InputError when anything was noted. */
  refuse(): void {
    if (this.#found.length > 0) throw new InputError(this.#found);
  }
}

/** True of an error of a unique index: somebody else took the name in the meantime. */
export function isTaken(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '23505';
}
