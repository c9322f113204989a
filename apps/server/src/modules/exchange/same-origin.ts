import type { ItemKind } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { type Runner, rows, type Sql, sql } from '../../database.ts';
import { channelOfMessages } from '../../registers/public-problem.ts';
import type { EntryGroup } from './entry-groups.ts';
import { type RowProblem, rowProblem } from './row-problem.ts';

const header = '来件编号';
/** The table in which a register keeps channel and number of origin. */
const tables: Partial<Record<ItemKind, Sql>> = { COMPLAINT: sql`complaint`, PUBLIC_PROBLEM: sql`public_problem` };
const knownRow = z.object({ channel: z.string(), externalNumber: z.string() });

/**
 * Rows without a number of ours whose number of origin (来件编号, within its channel) is in the system already, or stands twice in the file:
 * the same workbook of messages comes again next month with new rows under the old ones, and must not bring the old ones in twice.
 * Answers what there is to say of a group, null where it is new.
 */
export async function sameOrigin(
  kind: ItemKind,
  groups: readonly EntryGroup[],
  runner: Runner,
): Promise<(group: EntryGroup) => RowProblem | null> {
  const table = tables[kind];
  const originOf = (group: EntryGroup) => originIn(kind, group);
  const origins = table ? groups.flatMap((group) => originOf(group) ?? []) : [];
  if (!table || origins.length === 0) return () => null;
  const known = await rows(
    knownRow,
    sql`SELECT DISTINCT channel, external_number AS "externalNumber" FROM ${table}
        WHERE external_number = ANY(${origins.map(({ externalNumber }) => externalNumber)}::text[])`,
    runner,
  );
  const inSystem = new Set(known.map(keyOf));
  const firstRow = new Map<string, number>();
  for (const origin of origins) if (!firstRow.has(keyOf(origin))) firstRow.set(keyOf(origin), origin.row);
  return (group) => {
    const origin = originOf(group);
    if (!origin) return null;
    if (inSystem.has(keyOf(origin))) return rowProblem('ORIGIN_KNOWN', { number: origin.externalNumber }, header);
    const first = firstRow.get(keyOf(origin))!;
    return first === origin.row ? null : rowProblem('ORIGIN_TWICE', { number: origin.externalNumber, firstRow: first }, header);
  };
}

interface Origin {
  channel: string;
  externalNumber: string;
}

/** Problems of the public with a number of origin and no channel came as messages. */
function originIn(kind: ItemKind, { number, main }: EntryGroup): (Origin & { row: number }) | null {
  const { channel: given, externalNumber } = (main?.values ?? {}) as Partial<Record<keyof Origin, string | null>>;
  const channel = given ?? (kind === 'PUBLIC_PROBLEM' ? channelOfMessages : null);
  return number === null && main && channel && externalNumber ? { channel, externalNumber, row: main.row } : null;
}

function keyOf({ channel, externalNumber }: Origin): string {
  return JSON.stringify([channel, externalNumber]);
}
