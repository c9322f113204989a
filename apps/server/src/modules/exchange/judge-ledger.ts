import type { ParsedRow } from '@duban/ledger/problem';
import type { ItemKind } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { pool, type Runner, rows, sql } from '../../database.ts';
import { numberer } from '../../registers/item-numbers.ts';
import { readEntries } from '../../registers/read-entries.ts';
import { breather } from './breathe.ts';
import { type EntryGroup, groupRows } from './entry-groups.ts';
import {
  type GroupJudgement,
  type JudgeOptions,
  judgeGroup,
  type Known,
  passOver,
  type RowJudgement,
  type verdicts,
} from './judge-entry.ts';
import { sameOrigin } from './same-origin.ts';

/** Items looked up at once. */
const chunkSize = 500;

export type LedgerOptions<K extends ItemKind> = Omit<JudgeOptions<K>, 'nextNumber'>;

/** Judges a whole file against the database, chunk by chunk, letting other people's requests in between. */
export async function* judgeLedger<K extends ItemKind>(
  sheets: Readonly<Record<string, ParsedRow[]>>,
  options: LedgerOptions<K>,
  runner: Runner = pool,
): AsyncGenerator<GroupJudgement<K>[]> {
  const groups = groupRows(sheets);
  const breathe = breather();
  const nextNumber = await numberer(
    options.kind,
    options.context,
    runner,
    groups.map(({ number }) => number),
  );
  const originProblem = await sameOrigin(options.kind, groups, runner);
  for (let at = 0; at < groups.length; at += chunkSize) {
    const chunk = groups.slice(at, at + chunkSize);
    const known = await knowledgeOf(options.kind, chunk, runner);
    const judged: GroupJudgement<K>[] = [];
    for (const group of chunk) {
      const problem = originProblem(group);
      judged.push(problem ? passOver(group, problem, options.kind) : judgeGroup(group, known(group), { ...options, nextNumber }));
      await breathe();
    }
    yield judged;
  }
}

async function knowledgeOf<K extends ItemKind>(
  kind: K,
  groups: readonly EntryGroup[],
  runner: Runner,
): Promise<(group: EntryGroup) => Known<K>> {
  const numbers = groups.flatMap(({ number }) => number ?? []);
  const stored = await readEntries(kind, sql`i.number = ANY(${numbers}::text[])`, { withPersonal: true, runner });
  const existing = new Map(stored.map((entry) => [entry.number, entry]));
  const elsewhere = new Set(
    (
      await rows(
        z.object({ number: z.string() }),
        sql`SELECT number FROM item WHERE number = ANY(${numbers}::text[]) AND kind <> ${kind}`,
        runner,
      )
    ).map(({ number }) => number),
  );
  return ({ number }) => ({ existing: existing.get(number ?? '') ?? null, isElsewhere: elsewhere.has(number ?? '') });
}

/** How many rows got which verdict. */
export type Counts = Record<(typeof verdicts)[number], number>;

export function countVerdicts(judgements: readonly RowJudgement[]): Counts {
  const counts: Counts = { CREATE: 0, UPDATE: 0, UNCHANGED: 0, REFUSE: 0 };
  for (const { verdict } of judgements) counts[verdict] += 1;
  return counts;
}
