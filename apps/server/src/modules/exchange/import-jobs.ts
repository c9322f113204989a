import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fingerprintsIn } from '@duban/ledger/mapping/draft';
import type { TabMapping } from '@duban/ledger/mapping/mapping';
import { registers } from '@duban/ledger/registers/all';
import { isDatabaseAway, pool, transaction } from '../../database.ts';
import { type LedgerContext, loadLedgerContext } from '../../registers/ledger-context.ts';
import type { Actor } from '../item/item-change.ts';
import { applyLedger, ImportRefused } from './apply-ledger.ts';
import { breather } from './breathe.ts';
import { failure, fileProblemsOf, otherLedgerNotice } from './import-failure.ts';
import { logImportError } from './import-log.ts';
import { ImportsStopped, stopSignal } from './import-queue.ts';
import { awaitMapping, closeRun, failRun, keepJudgements, lockRun, type Run } from './import-runs.ts';
import type { RowJudgement } from './judge-entry.ts';
import { judgeLedger } from './judge-ledger.ts';
import { decideMapping, otherLedger } from './mapping-decision.ts';
import { cellContextOf, type ParsedLedger, parseLedger } from './parse-ledger.ts';
import { rememberedMappings } from './remembered-mappings.ts';
import { releaseRun } from './run-locks.ts';
import { asStored, keepMapping } from './run-mapping.ts';
import { keepPreview } from './run-preview.ts';
import { type RunProgress, runProgress } from './run-progress.ts';
import { readUpload } from './stored-uploads.ts';

/** What a job knows of who is behind it. */
export interface ImportScope {
  /** Units whose items may be touched; null = all. */
  leadUnitIds: ReadonlySet<string> | null;
  /** Office whose remembered mappings count. */
  unitId: string;
  actor: Actor;
}

/**
 * The dry run: reads the file, judges each row, keeps what was found; a file whose headings aren't the register's waits for a person to map them.
 * Never rejects: what goes wrong ends the run with a sentence.
 */
export function checkRun(runId: string, scope: ImportScope): Promise<void> {
  return settle(runId, async (progress) => {
    const opened = await open(runId, progress, 'parse');
    const { run, context } = opened;
    if (opened.parsed.preview) await keepPreview(runId, opened.parsed.preview);
    const parsed = await settleMapping(opened, scope, progress);
    if (parsed === null) return;
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

interface Opened {
  run: Run;
  bytes: Buffer;
  context: LedgerContext;
  parsed: ParsedLedger;
}

async function open(runId: string, progress: RunProgress, telling: 'parse' | 'silent'): Promise<Opened> {
  const run = await transaction((tx) => lockRun(tx, runId));
  const bytes = run.fileHash && (await readUpload(run.fileHash));
  if (!bytes) throw new Error(`The file of import run ${runId} is gone`);
  const context = await loadLedgerContext();
  const parsed = await parse(run, bytes, context, run.mapping?.tabs, telling === 'parse' ? progress.tell : undefined);
  return { run, bytes, context, parsed };
}

function parse(
  { kind, fileName }: Run,
  bytes: Buffer,
  context: LedgerContext,
  mapping: readonly TabMapping[] | undefined,
  onProgress: RunProgress['tell'] | undefined,
): Promise<ParsedLedger> {
  const file = { kind, fileName, bytes, ...(mapping && { mapping }) };
  return parseLedger(file, context, { signal: stopSignal(), ...(onProgress && { onProgress }) });
}

/** The file as it is to be judged; null: it waits for a person to map its columns. */
async function settleMapping(
  { run, bytes, context, parsed }: Opened,
  scope: ImportScope,
  progress: RunProgress,
): Promise<ParsedLedger | null> {
  const { preview, problems } = parsed;
  if (!preview) return parsed;
  if (run.mapping) {
    if (!parsed.isUnusable && parsed.totalRows > 0) return parsed;
    await progress.end();
    await awaitMapping(run.id, noticesOf(parsed));
    return null;
  }
  const remembered = await rememberedMappings(run.kind, scope.unitId, fingerprintsIn(preview));
  const decision = decideMapping(problems, preview, registers[run.kind], cellContextOf(context), remembered);
  if (decision.way === 'WORDS') return parsed;
  if (decision.way === 'ASK') {
    await progress.end();
    const other = otherLedger(preview, run.kind, cellContextOf(context));
    await awaitMapping(run.id, other === null ? null : failure('NOTICES', { problems: [otherLedgerNotice(other)] }));
    return null;
  }
  const [latest] = decision.fingerprints
    .flatMap((fingerprint) => remembered.get(fingerprint) ?? [])
    .sort((a, b) => b.setAt.getTime() - a.setAt.getTime());
  const source = { source: 'REMEMBERED' as const, by: latest!.setBy, at: latest!.setAt.toISOString() };
  await keepMapping(pool, run.id, { ...source, tabs: decision.tabs.map(asStored) });
  return parse(run, bytes, context, decision.tabs, progress.tell);
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
