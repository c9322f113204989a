import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseAway, transaction } from '../../database.ts';
import { type LedgerContext, loadLedgerContext } from '../../registers/ledger-context.ts';
import type { Actor } from '../item/item-change.ts';
import { applyLedger, ImportRefused } from './apply-ledger.ts';
import { breather } from './breathe.ts';
import { failure, fileProblemsOf } from './import-failure.ts';
import { logImportError } from './import-log.ts';
import { ImportsStopped, stopSignal } from './import-queue.ts';
import { closeRun, failRun, keepJudgements, lockRun, type Run } from './import-runs.ts';
import type { RowJudgement } from './judge-entry.ts';
import { judgeLedger } from './judge-ledger.ts';
import { type ParsedLedger, parseLedger } from './parse-ledger.ts';
import { releaseRun } from './run-locks.ts';
import { type RunProgress, runProgress } from './run-progress.ts';
import { readUpload } from './stored-uploads.ts';

/** What a job knows of who is behind it. */
export interface ImportScope {
  /** Units whose items may be touched; null = all. */
  leadUnitIds: ReadonlySet<string> | null;
  actor: Actor;
}

/** The dry run: reads the file, judges each row, keeps what was found. Never rejects: what goes wrong ends the run with a sentence. */
export function checkRun(runId: string, scope: ImportScope): Promise<void> {
  return settle(runId, async (progress) => {
    const { run, context, parsed } = await open(runId, progress, 'parse');
    if (parsed.isUnusable) return failRun(runId, failure('FILE', { problems: fileProblemsOf(parsed.problems) }));
    if (parsed.totalRows === 0) return failRun(runId, failure('EMPTY', { problems: fileProblemsOf(parsed.problems) }));
    const judgements: RowJudgement[] = [];
    const options = { kind: run.kind, context, demo: false, leadUnitIds: scope.leadUnitIds };
    for await (const chunk of judgeLedger(parsed.sheets, options)) {
      for (const { rows } of chunk) judgements.push(...rows);
      stopSignal().throwIfAborted();
      progress.tell(judgements.length, parsed.totalRows);
    }
    await progress.end();
    await keepJudgements(runId, judgements, noticesOf(parsed), breather());
  });
}

/**
 * Writes the file: every row in one transaction, which also ends the run. Judged again first: when a row can't go in any more, nothing is
 * written and the run is as after the dry run, with its rows marked.
 */
export function applyRun(runId: string, scope: ImportScope): Promise<void> {
  return settle(runId, async (progress) => {
    const { run, context, parsed } = await open(runId, progress, 'silent');
    const options = { kind: run.kind, context, demo: false, leadUnitIds: scope.leadUnitIds };
    const actor = { ...scope.actor, importRunId: runId };
    const onRows = (done: number) => {
      stopSignal().throwIfAborted();
      progress.tell(done, parsed.totalRows);
    };
    try {
      await transaction(async (tx) => {
        const judgements = await applyLedger(tx, actor, parsed.sheets, options, onRows);
        await progress.end();
        await closeRun(tx, runId, judgements);
      });
    } catch (error) {
      await progress.end();
      if (error instanceof ImportRefused) return keepJudgements(runId, error.judgements, noticesOf(parsed), breather());
      // Something was created under one of the file's numbers meanwhile: the dry run says what.
      if (!isRace(error)) throw error;
      const judgements: RowJudgement[] = [];
      for await (const chunk of judgeLedger(parsed.sheets, options)) for (const { rows } of chunk) judgements.push(...rows);
      await keepJudgements(runId, judgements, noticesOf(parsed), breather());
    }
  });
}

async function open(
  runId: string,
  progress: RunProgress,
  telling: 'parse' | 'silent',
): Promise<{ run: Run; context: LedgerContext; parsed: ParsedLedger }> {
  const run = await transaction((tx) => lockRun(tx, runId));
  const bytes = run.fileHash && (await readUpload(run.fileHash));
  if (!bytes) throw new Error(`The file of import run ${runId} is gone`);
  const context = await loadLedgerContext();
  const parsed = await parseLedger({ kind: run.kind, fileName: run.fileName, bytes }, context, {
    signal: stopSignal(),
    ...(telling === 'parse' ? { onProgress: progress.tell } : {}),
  });
  return { run, context, parsed };
}

function noticesOf({ problems }: ParsedLedger) {
  return problems.length > 0 ? failure('NOTICES', { problems: fileProblemsOf(problems) }) : null;
}

/** Sees a job to its end: whatever went wrong, the run says so, also when the database was away for a while. */
async function settle(runId: string, work: (progress: RunProgress) => Promise<void>): Promise<void> {
  const progress = runProgress(runId);
  try {
    await work(progress);
  } catch (error) {
    await progress.end();
    const id = randomUUID();
    const stopped = error instanceof ImportsStopped;
    if (!stopped) logImportError(error, id, runId);
    await persist(() => failRun(runId, stopped || isDatabaseAway(error) ? failure('INTERRUPTED') : failure('UNEXPECTED', { id })));
  } finally {
    await releaseRun(runId);
  }
}

const tries = 20;

/** Tries again while the database is away. Given up after a while: the next start finds the run left behind. */
async function persist(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === tries || !isDatabaseAway(error) || stopSignal().aborted) return logImportError(error, randomUUID(), 'persist');
      await pause(1000);
    }
  }
}

/** Unique violation, serialization failure, deadlock: others wrote at the same time. */
function isRace(error: unknown): boolean {
  return ['23505', '40001', '40P01'].includes(String((error as { code?: unknown }).code));
}
