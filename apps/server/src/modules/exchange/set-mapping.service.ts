import { checkMapping } from '@duban/ledger/mapping/check-mapping';
import { toRemember } from '@duban/ledger/mapping/draft';
import type { TabMapping } from '@duban/ledger/mapping/mapping';
import type { WorkbookPreview } from '@duban/ledger/mapping/preview';
import { registers } from '@duban/ledger/registers/all';
import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { row, sql } from '../../database.ts';
import { ConflictError, InputError } from '../../graphql/errors.ts';
import { once } from '../../graphql/once.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import type { Viewer } from '../session/viewer.ts';
import { ImportNotReady } from './exchange.errors.ts';
import { checkRun } from './import-jobs.ts';
import { enqueueImport } from './import-queue.ts';
import { assertActable, scopeOf } from './import-run.service.ts';
import { lockRun, type Run } from './import-runs.ts';
import { cellContextOf } from './parse-ledger.ts';
import { forgetMapping, rememberMapping } from './remembered-mappings.ts';
import { holdRun, releaseRun } from './run-locks.ts';
import { asStored, keepMapping } from './run-mapping.ts';
import { openPreview } from './run-preview.ts';

export interface MappingRequest {
  requestId: string;
  /** Of the mapping that was seen. */
  version: number;
  tabs: readonly TabMapping[];
  /** Use it again for tables with the same headings; false: forget what was remembered of them. */
  remember: boolean;
}

const stale = '这份文件的列对应关系刚被他人修改，请刷新后再改，您的选择已保留。';

/**
 * Says what the columns of a run's file are and has it checked again. Answers at once, with the run CHECKING.
 * NotFoundError when it isn't there or not the viewer's to act on, ImportNotReady unless MAPPING or CHECKED, ConflictError when somebody else
 * has mapped it since, InputError at each tab, column or constant (`tabs.<n>.<part>`, as of `MappingProblem`).
 */
export async function setMapping(viewer: Viewer, runId: string, request: MappingRequest): Promise<void> {
  await assertActable(viewer, runId);
  const context = cellContextOf(await loadLedgerContext());
  let isHeld = false;
  try {
    const { repeated } = await once(viewer, request.requestId, `setImportMapping ${runId}`, z.literal('CHECKING'), async (tx) => {
      const run = await lockRun(tx, runId);
      if (run.state !== 'MAPPING' && run.state !== 'CHECKED') throw new ImportNotReady(run.state);
      if (run.mappingVersion !== request.version) throw new ConflictError(run.mappingVersion, stale);
      const preview = await previewIn(tx, runId);
      const problems = checkMapping(request.tabs, preview, registers[run.kind], context);
      if (problems.length > 0) {
        const fields = problems.map(({ tab, part, code, message }) => ({
          field: tab === null ? part : `tabs.${tab}.${part}`,
          code,
          message,
        }));
        throw new InputError(fields);
      }
      await remember(tx, viewer, run, preview, request);
      const said = { source: 'SET' as const, by: viewer.postTitle, at: clock.now().toISOString() };
      await keepMapping(tx, runId, { ...said, tabs: request.tabs.map(asStored) });
      await tx.query(`UPDATE import_run SET state = 'CHECKING', done_rows = 0, failure = NULL WHERE id = $1`, [runId]);
      await holdRun(runId);
      isHeld = true;
      return 'CHECKING';
    });
    if (!repeated) enqueueImport(() => checkRun(runId, scopeOf(viewer)));
  } catch (error) {
    if (isHeld) await releaseRun(runId);
    throw error;
  }
}

async function previewIn(tx: pg.PoolClient, runId: string): Promise<WorkbookPreview> {
  const { preview } = await row(
    z.object({ preview: z.instanceof(Buffer) }),
    sql`SELECT preview FROM import_run WHERE id = ${runId}::uuid`,
    tx,
  );
  return openPreview(preview);
}

async function remember(
  tx: pg.PoolClient,
  viewer: Viewer,
  { kind }: Run,
  { tabs }: WorkbookPreview,
  request: MappingRequest,
): Promise<void> {
  for (const mapping of request.tabs) {
    const tab = tabs.find(({ name }) => name === mapping.tab);
    const known = tab && toRemember(tab, mapping);
    if (!known) continue;
    if (request.remember) await rememberMapping(tx, viewer, kind, known.fingerprint, known.tab);
    else await forgetMapping(tx, viewer, kind, known.fingerprint);
  }
}
