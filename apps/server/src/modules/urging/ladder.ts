import { highestRung, type LadderFacts, type Rung, type RungRefusal, rungRefusal, rungs } from '@duban/rules/urging';
import { itemStates, lights } from '@duban/rules/vocabulary';
import DataLoader from 'dataloader';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { type Runner, rows, sql } from '../../database.ts';
import { readSlips, type Slip } from './slips.ts';

/** One rung for one part: open, or why not. */
export interface RungState {
  rung: Rung;
  refusal: RungRefusal | null;
}

/** A part on the ladder. */
export interface Ladder {
  facts: LadderFacts;
  /** Slips of its unit on the item, the newest first, of every round. */
  slips: Slip[];
  /** The highest rung climbed in the present round. */
  highest: Rung | null;
  rungs: RungState[];
}

const partRow = z.object({
  id: z.string(),
  itemId: z.string(),
  unitId: z.string(),
  state: z.enum(itemStates),
  round: z.number(),
  isOverdue: z.boolean(),
  light: z.enum(lights).nullable(),
});

/**
 * Where parts stand on the ladder, by part. The lead's light is the item's where the office set one by hand. A unit keeps its slips when its
 * part on the item is renewed.
 */
export async function laddersOf(partIds: readonly string[], runner?: Runner): Promise<Map<string, Ladder>> {
  const today = clock.today();
  const parts = await rows(
    partRow,
    sql`SELECT p.id, p.item_id AS "itemId", p.unit_id AS "unitId", p.state, i.round, p.due_on < ${today}::date AS "isOverdue",
          light_of(p.state, CASE WHEN p.duty = 'LEAD' THEN i.override_light END, p.red_on, p.report_due_on, p.yellow_on, ${today}::date) AS light
        FROM item_unit p JOIN item i ON i.id = p.item_id WHERE p.id = ANY(${partIds}::uuid[])`,
    runner,
  );
  const items = [...new Set(parts.map(({ itemId }) => itemId))];
  const found = await readSlips(sql`s.item_id = ANY(${items}::uuid[])`, runner ? { runner } : {});
  const byUnit = new Map<string, Slip[]>();
  for (const slip of found) {
    const key = `${slip.itemId} ${slip.unitId}`;
    byUnit.set(key, [...(byUnit.get(key) ?? []), slip]);
  }
  return new Map(
    parts.map(({ id, itemId, unitId, ...part }) => {
      const slips = byUnit.get(`${itemId} ${unitId}`) ?? [];
      const history = slips.map(({ rung, round, answeredOn }) => ({ rung, round, isAnswered: answeredOn !== null }));
      const facts: LadderFacts = { ...part, history };
      const highest = highestRung(history.filter(({ round }) => round === part.round));
      return [id, { facts, slips, highest, rungs: rungs.map((rung) => ({ rung, refusal: rungRefusal(rung, facts) })) }];
    }),
  );
}

/** Ladders of the parts that one request asks for, read at once. */
export function ladderLoader(): DataLoader<string, Ladder | null> {
  return new DataLoader(async (ids) => {
    const ladders = await laddersOf(ids);
    return ids.map((id) => ladders.get(id) ?? null);
  });
}

/** Slips of items, the newest first, read at once. */
export function slipsLoader(): DataLoader<string, Slip[]> {
  return new DataLoader(async (ids) => {
    const found = await readSlips(sql`s.item_id = ANY(${ids}::uuid[])`);
    return ids.map((id) => found.filter(({ itemId }) => itemId === id));
  });
}
