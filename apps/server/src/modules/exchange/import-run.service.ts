import { randomUUID } from 'node:crypto';
import type { ItemKind } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { db, pool, rows, sql, transaction } from '../../database.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { once } from '../../graphql/once.ts';
import type { Viewer } from '../session/viewer.ts';
import { ImportHasRefusals, ImportNotReady } from './exchange.errors.ts';
import { importableLeadUnits, importRunsActedOnBy } from './exchange.policy.ts';
import { failure } from './import-failure.ts';
import { applyRun, checkRun, type ImportScope } from './import-jobs.ts';
import { enqueueImport } from './import-queue.ts';
import { failRunIn, lockRun } from './import-runs.ts';
import { holdRun, isLeftBehind, releaseRun } from './run-locks.ts';
import { storeUpload } from './stored-uploads.ts';

export interface Upload {
  kind: ItemKind;
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** Takes an upload and begins its dry run; the caller has checked `canImport`. Returns the run's id at once. */
export async function startImport(viewer: Viewer, { kind, fileName, mediaType, bytes }: Upload): Promise<string> {
  const runId = randomUUID();
  try {
    await transaction(async (tx) => {
      const hash = await storeUpload(tx, bytes, mediaType);
      await tx.query(
        `INSERT INTO import_run (id, kind, file_hash, file_name, actor_id, actor_title, state) VALUES ($1, $2, $3, $4, $5, $6, 'CHECKING')`,
        [runId, kind, hash, fileName, viewer.userId, viewer.postTitle],
      );
      await holdRun(runId);
    });
  } catch (error) {
    await releaseRun(runId);
    throw error;
  }
  enqueueImport(() => checkRun(runId, scopeOf(viewer)));
  return runId;
}

/**
 * Begins to write a checked run; its rows are judged again, then all go in or none. Answers at once, with the run APPLYING.
 * NotFoundError when it isn't there or not the viewer's to apply, ImportNotReady unless CHECKED, ImportHasRefusals when rows were refused.
 */
export async function requestApply(viewer: Viewer, runId: string, requestId: string): Promise<void> {
  await assertActable(viewer, runId);
  let isHeld = false;
  try {
    const { repeated } = await once(viewer, requestId, `applyImport ${runId}`, z.literal('APPLYING'), async (tx) => {
      const { state, refuseCount } = await lockRun(tx, runId);
      if (state !== 'CHECKED') throw new ImportNotReady(state);
      if (refuseCount > 0) throw new ImportHasRefusals(refuseCount);
      await tx.query(`UPDATE import_run SET state = 'APPLYING', done_rows = 0 WHERE id = $1`, [runId]);
      await holdRun(runId);
      isHeld = true;
      return 'APPLYING';
    });
    if (!repeated) enqueueImport(() => applyRun(runId, scopeOf(viewer, requestId)));
  } catch (error) {
    if (isHeld) await releaseRun(runId);
    throw error;
  }
}

/** Ends a run that was checked, or waits for its mapping, without applying it and drops its file. Errors as `requestApply`. */
export async function discardRun(viewer: Viewer, runId: string): Promise<void> {
  await assertActable(viewer, runId);
  await transaction(async (tx) => {
    const { state } = await lockRun(tx, runId);
    if (state !== 'CHECKED' && state !== 'MAPPING') throw new ImportNotReady(state);
    await failRunIn(tx, runId, failure('DISCARDED'));
  });
}

/** NotFoundError when the run isn't there or not the viewer's to act on. */
export async function assertActable(viewer: Viewer, runId: string): Promise<void> {
  const isId = z.uuid().safeParse(runId).success;
  const found =
    isId && (await db.importRun.findFirst({ where: { AND: [{ id: runId }, importRunsActedOnBy(viewer)] }, select: { id: true } }));
  if (!found) throw new NotFoundError('没有找到这次导入，或者您无权操作。');
}

/** What a job of the viewer's may touch. */
export function scopeOf(viewer: Viewer, requestId?: string): ImportScope {
  return {
    leadUnitIds: importableLeadUnits(viewer),
    unitId: viewer.unitId,
    actor: { userId: viewer.userId, title: viewer.postTitle, ...(requestId === undefined ? {} : { requestId }) },
  };
}

const idRow = z.object({ id: z.string() });
const keptDays = 7;

/**
 * Ends runs that a crash left under way, saying that nothing was written, and drops files that nobody applied for a week.
 * Call at start; other processes' runs are left alone. Returns how many were ended.
 */
export async function recoverImports(): Promise<number> {
  const underWay = await rows(idRow, sql`SELECT id FROM import_run WHERE state IN ('CHECKING', 'APPLYING') ORDER BY created_at`);
  let ended = 0;
  for (const { id } of underWay) {
    ended += await transaction(async (tx) => {
      if (!(await isLeftBehind(tx, id))) return 0;
      const { state } = await lockRun(tx, id);
      if (state !== 'CHECKING' && state !== 'APPLYING') return 0;
      await failRunIn(tx, id, failure('INTERRUPTED'));
      return 1;
    });
  }
  const expired = await rows(
    idRow,
    sql`SELECT id FROM import_run WHERE state IN ('CHECKED', 'MAPPING') AND created_at < now() - make_interval(days => ${keptDays}::int)`,
    pool,
  );
  for (const { id } of expired) await transaction((tx) => failRunIn(tx, id, failure('EXPIRED')));
  return ended + expired.length;
}
