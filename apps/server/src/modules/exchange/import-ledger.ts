import { messageOf } from '@duban/ledger/message-of';
import { hasErrors } from '@duban/ledger/problem';
import { transaction } from '../../database.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import type { Actor } from '../item/item-change.ts';
import { applyLedger, ImportRefused } from './apply-ledger.ts';
import { type Counts, countVerdicts } from './judge-ledger.ts';
import { type LedgerFile, parseLedger } from './parse-ledger.ts';
import { isRefused } from './row-problem.ts';

/** A ledger did not go in; the message names the first row and the reason. Nothing was written. */
export class LedgerRefused extends Error {
  override readonly name = 'LedgerRefused';
}

export interface LedgerImport extends LedgerFile {
  actor: Actor;
  /** Its items are 示例数据. */
  demo: boolean;
  /** Told of rows done and rows there are. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * Reads, judges and writes a whole ledger without asking in between: what the demo is loaded with. All rows or none.
 * LedgerRefused when the file or one of its rows can't go in.
 */
export async function importLedger({ actor, demo, onProgress, ...file }: LedgerImport): Promise<Counts> {
  const context = await loadLedgerContext();
  const { sheets, problems, isUnusable, totalRows } = await parseLedger(file, context);
  const fatal = problems.find((problem) => hasErrors([problem]));
  if (isUnusable && fatal) throw new LedgerRefused(`${file.fileName}：${messageOf(fatal, 'zh-CN')}`);
  try {
    const options = { kind: file.kind, context, demo, leadUnitIds: null };
    const judgements = await transaction((tx) => applyLedger(tx, actor, sheets, options, (done) => onProgress?.(done, totalRows)));
    return countVerdicts(judgements);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    const first = error.judgements.find(({ problems: ofRow }) => isRefused(ofRow));
    const reason = first?.problems.find(({ severity }) => severity === 'error');
    throw new LedgerRefused(`${file.fileName}：工作表“${first?.sheet}”第 ${first?.row} 行“${reason?.column ?? ''}”：${reason?.message}`);
  }
}
