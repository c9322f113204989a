import { messageOf } from '@duban/ledger/message-of';
import { parseInWorker } from '@duban/ledger/parse-in-worker';
import type { ParsedRow } from '@duban/ledger/problem';
import type { ItemKind } from '@duban/rules/vocabulary';
import { clock } from '../../clock.ts';
import { transaction } from '../../database.ts';
import type { Actor } from '../item/item-change.ts';
import { applyLedger } from './apply-ledger.ts';
import { type Counts, countVerdicts } from './judge-ledger.ts';
import { loadLedgerContext } from './ledger-context.ts';

export interface LedgerFile {
  kind: ItemKind;
  fileName: string;
  bytes: Uint8Array;
  actor: Actor;
  demo: boolean;
}

/**
 * Reads, judges and writes a whole ledger without asking in between: what the demo is loaded with. All rows or none.
 * Throws with the first sentence that stands in the way.
 */
export async function importLedger({ kind, fileName, bytes, actor, demo }: LedgerFile): Promise<Counts> {
  const context = await loadLedgerContext();
  const { sheets, fileProblems } = await parseInWorker(bytes, kind, context.lookupData, {
    fileName,
    year: Number(clock.today().slice(0, 4)),
  });
  const fatal = fileProblems.find(({ severity }) => severity === 'error');
  if (fatal) throw new Error(messageOf(fatal, 'zh-CN'));
  const judgements = await transaction((tx) =>
    applyLedger(tx, actor, sheets as unknown as Record<string, ParsedRow[]>, { kind, context, demo, leadUnitIds: null }, () => undefined),
  );
  return countVerdicts(judgements);
}
