import type pg from 'pg';
import { z } from 'zod';
import { type Runner, rows, sql, transaction } from '../database.ts';
import type { Viewer } from '../modules/session/viewer.ts';
import { InputError } from './errors.ts';

export interface Outcome<Result> {
  result: Result;
  /** The request had been done before: this is what it answered then. */
  repeated: boolean;
}

const longestId = 100;
const storedRow = z.object({ operation: z.string(), result: z.unknown() });

/**
 * Does a mutation's work once per request id (model 12): the result is kept in the work's own transaction, and a repeat (a retry after a
 * lost answer, also while the first is still at work) gets it again. `Result` must survive JSON: give ids, not rows.
 * InputError when the id is empty, too long, or was another operation's.
 */
export function once<Result>(
  viewer: Viewer,
  requestId: string,
  operation: string,
  shape: z.ZodType<Result>,
  work: (tx: pg.PoolClient) => Promise<Result>,
): Promise<Outcome<Result>> {
  return onceAs(viewer.userId, requestId, operation, shape, work);
}

/** `once` for those without an account: request ids count within `owner`, a uuid that is no account's. */
export async function onceAs<Result>(
  owner: string,
  requestId: string,
  operation: string,
  shape: z.ZodType<Result>,
  work: (tx: pg.PoolClient) => Promise<Result>,
): Promise<Outcome<Result>> {
  if (requestId.length === 0 || requestId.length > longestId) throw wrongId();
  return transaction(async (tx) => {
    // A second request with the same id waits here until the first has ended.
    const claimed = await tx.query(
      `INSERT INTO request_result (user_id, request_id, operation, result) VALUES ($1, $2, $3, 'null') ON CONFLICT DO NOTHING`,
      [owner, requestId, operation],
    );
    if (claimed.rowCount === 0) {
      const stored = await storedOf(owner, requestId, tx);
      if (stored?.operation !== operation) throw wrongId();
      return { result: shape.parse(stored.result), repeated: true };
    }
    const result = await work(tx);
    await tx.query('UPDATE request_result SET result = $3 WHERE user_id = $1 AND request_id = $2', [
      owner,
      requestId,
      JSON.stringify(result),
    ]);
    return { result, repeated: false };
  });
}

/** What a request id was answered when its work was done; undefined where it wasn't, or was another operation's. */
export async function keptResult<Result>(
  owner: string,
  requestId: string,
  operation: string,
  shape: z.ZodType<Result>,
): Promise<Result | undefined> {
  const stored = await storedOf(owner, requestId);
  return stored?.operation === operation ? shape.parse(stored.result) : undefined;
}

async function storedOf(owner: string, requestId: string, runner?: Runner): Promise<z.infer<typeof storedRow> | undefined> {
  const [stored] = await rows(
    storedRow,
    sql`SELECT operation, result FROM request_result WHERE user_id = ${owner}::uuid AND request_id = ${requestId}`,
    runner,
  );
  return stored;
}

function wrongId(): InputError {
  return new InputError([{ field: 'requestId', code: 'request-id', message: '请求编号不正确，请刷新页面后重试。' }]);
}
