import { type ItemKind, itemKinds } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, sql, transaction } from '../../database.ts';
import { changeOf } from '../../registers/change-of-entry.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import { readEntries } from '../../registers/read-entries.ts';
import { changeItems } from '../item/change-items.ts';
import { type Actor, type Change, ItemConflict } from '../item/item-change.ts';
import { breather } from './breathe.ts';

/** Items recomputed in one transaction. */
const chunkSize = 500;
/** Tries for a chunk of which somebody changes an item meanwhile. */
const tries = 3;

const system: Actor = { userId: null, title: '系统' };

const lightRow = z.object({ id: z.string(), yellow_on: z.string(), red_on: z.string(), report_due_on: z.string() });

/**
 * Judges the open items of the registers by the thresholds and the calendar in force today, and writes those whose light dates come out
 * otherwise, each as a logged RECOMPUTE event with its reason; the past keeps its lights (model, Time 4). Answers how many were written.
 */
export async function recomputeLights(why: string, kinds: readonly ItemKind[] = itemKinds): Promise<number> {
  let written = 0;
  for (const kind of kinds) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const ids = await openIds(kind, after);
      const last = ids.at(-1);
      if (!last) break;
      written += await recomputeChunk(kind, ids, why);
      after = last;
    }
  }
  return written;
}

/** Registers whose thresholds begin to hold today: to be called when a day begins. */
export async function recomputeWhatBeginsToday(): Promise<number> {
  const found = await rows(
    z.object({ kind: z.enum(itemKinds) }),
    sql`SELECT DISTINCT kind FROM threshold WHERE valid_from = ${clock.today()}::date`,
  );
  return found.length > 0
    ? recomputeLights(
        '阈值自今日起施行',
        found.map(({ kind }) => kind),
      )
    : 0;
}

async function openIds(kind: ItemKind, after: string): Promise<string[]> {
  const found = await rows(
    z.object({ id: z.string() }),
    sql`SELECT id FROM item WHERE kind = ${kind} AND id > ${after}::uuid
        AND state IN ('ASSIGNED', 'SIGNED', 'IN_PROGRESS', 'REPORTED', 'UNDER_REVIEW', 'REWORK') ORDER BY id LIMIT ${chunkSize}`,
  );
  return found.map(({ id }) => id);
}

async function recomputeChunk(kind: ItemKind, ids: readonly string[], why: string, attempt = 1): Promise<number> {
  try {
    return await transaction(async (tx) => {
      const context = await loadLedgerContext(tx);
      const breathe = breather();
      const where = sql`i.id = ANY(${ids}::uuid[])`;
      const before = new Map(
        (await rows(lightRow, sql`SELECT id, yellow_on, red_on, report_due_on FROM item i WHERE ${where}`, tx)).map((light) => [
          light.id,
          light,
        ]),
      );
      const changes: Change[] = [];
      for (const entry of await readEntries(kind, where, { withPersonal: false, runner: tx })) {
        const change: Change = { ...changeOf(kind, entry, entry.entry, context, { why }), action: 'RECOMPUTE', facts: undefined };
        if (turnsOtherwise(before.get(entry.itemId)!, change.standing!, context.today)) changes.push(change);
        await breathe();
      }
      await changeItems(tx, system, changes);
      return changes.length;
    });
  } catch (error) {
    if (!(error instanceof ItemConflict) || attempt === tries) throw error;
    return recomputeChunk(kind, ids, why, attempt + 1);
  }
}

/** A light that has turned already stays turned: dates before today count as today. */
function turnsOtherwise(before: z.infer<typeof lightRow>, now: NonNullable<Change['standing']>, today: string): boolean {
  const from = (day: string) => (day < today ? today : day);
  return from(before.yellow_on) !== now.yellowOn || from(before.red_on) !== now.redOn || before.report_due_on !== now.reportDueOn;
}
