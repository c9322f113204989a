import type { ParsedRow } from '@duban/ledger/problem';
import type { ItemKind } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { adapterOf } from '../../registers/adapters.ts';
import { lockNumbers } from '../../registers/item-numbers.ts';
import { changeItems } from '../item/change-items.ts';
import { type Actor, ItemConflict } from '../item/item-change.ts';
import type { PreparedWrite, RowJudgement } from './judge-entry.ts';
import { judgeLedger, type LedgerOptions } from './judge-ledger.ts';
import { isRefused, rowProblem } from './row-problem.ts';
import { updateMatching } from './write-rows.ts';

/** Items written with one round of statements. */
const batchSize = 250;

/** Some rows can't go in, so none may: the transaction is to be rolled back. Carries every row as judged now. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly judgements: RowJudgement[];

  constructor(judgements: RowJudgement[]) {
    super(`${judgements.filter(({ problems }) => isRefused(problems)).length} row(s) refused`);
    this.judgements = judgements;
  }
}

/**
 * Judges the file again and writes it, in the caller's transaction: all rows or none. Imports of one register wait for each other here,
 * so that the second is judged against what the first wrote. Returns the rows as judged.
 * ImportRefused when any row can't go in; nothing may be committed then.
 */
export async function applyLedger<K extends ItemKind>(
  tx: pg.PoolClient,
  actor: Actor,
  sheets: Readonly<Record<string, ParsedRow[]>>,
  options: LedgerOptions<K>,
  onRows: (rows: number) => void,
): Promise<RowJudgement[]> {
  await lockRegister(tx, options.kind);
  const judgements: RowJudgement[] = [];
  let waiting: PreparedWrite<K>[] = [];
  let isSound = true;
  let writing = Promise.resolve();
  // A batch is written while the next is judged.
  const flush = async () => {
    await writing;
    const batch = waiting;
    waiting = [];
    writing = writeBatch(tx, actor, batch, options).catch((error: unknown) => {
      if (!(error instanceof ItemConflict)) throw error;
      markLost(error, batch);
      isSound = false;
    });
    // It is awaited above or below; until then a failure must not count as unhandled.
    writing.catch(() => undefined);
  };
  for await (const chunk of judgeLedger(sheets, options, tx)) {
    for (const { rows, prepared } of chunk) {
      judgements.push(...rows);
      if (rows.some(({ problems }) => isRefused(problems))) isSound = false;
      if (prepared) waiting.push(prepared);
    }
    if (!isSound) waiting = [];
    if (waiting.length >= batchSize) await flush();
    onRows(judgements.length);
  }
  if (isSound && waiting.length > 0) await flush();
  await writing;
  if (!isSound) throw new ImportRefused(judgements);
  return judgements;
}

/** Waiting for another import may take as long as that import; every statement after it is short. */
async function lockRegister(tx: pg.PoolClient, kind: ItemKind): Promise<void> {
  await tx.query(`SET LOCAL statement_timeout = '15min'`);
  await lockNumbers(tx, kind);
  await tx.query(`SET LOCAL statement_timeout = '60s'`);
}

async function writeBatch<K extends ItemKind>(
  tx: pg.PoolClient,
  actor: Actor,
  writes: readonly PreparedWrite<K>[],
  { kind, context }: LedgerOptions<K>,
): Promise<void> {
  await changeItems(
    tx,
    actor,
    writes.map(({ change }) => change),
  );
  await adapterOf(kind).write(
    tx,
    writes.map(({ detail }) => detail),
    context,
  );
  const satisfactions = writes.flatMap(({ detail }) => {
    const { satisfaction } = detail.after.main as { satisfaction?: string | null };
    return satisfaction === undefined || (satisfaction === null && detail.before === null)
      ? []
      : [{ item_id: detail.itemId, number: detail.round, satisfaction }];
  });
  await updateMatching(tx, 'round', ['item_id', 'number'], satisfactions);
}

/** Refuses the rows of items that somebody changed between judging and writing. */
function markLost<K extends ItemKind>({ conflicts }: ItemConflict, batch: readonly PreparedWrite<K>[]): void {
  const lost = new Set(conflicts.map(({ itemId }) => itemId));
  for (const { detail, rows } of batch) {
    if (!lost.has(detail.itemId)) continue;
    for (const row of rows) {
      row.verdict = 'REFUSE';
      row.problems.push(rowProblem('CHANGED_MEANWHILE', {}));
    }
  }
}
