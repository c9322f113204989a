import { type Rung, rungs } from '@duban/rules/urging';
import { z } from 'zod';
import { join, rows, type Sql, sql } from '../../database.ts';
import { badInput } from '../../graphql/errors.ts';
import type { Viewer } from '../session/viewer.ts';
import { readSlips, type Slip, slips } from './slips.ts';
import { urgingsVisibleTo } from './urging.policy.ts';

/** Which slips the register lists. All given conditions hold at once. */
export interface SlipFilter {
  units?: readonly string[] | null | undefined;
  rungs?: readonly Rung[] | null | undefined;
  isAnswered?: boolean | null | undefined;
  /** Days on which the slip was given, both included. */
  from?: string | null | undefined;
  to?: string | null | undefined;
}

export interface SlipPage {
  slips: Slip[];
  hasNext: boolean;
  hasPrevious: boolean;
}

export interface RungCount {
  rung: Rung;
  count: number;
  unanswered: number;
}

/** A page of the register, the newest slip first. A cursor is the id of a slip. */
export async function pageOfSlips(
  viewer: Viewer,
  filter: SlipFilter,
  { first, after, before }: { first: number; after?: string | null | undefined; before?: string | null | undefined },
): Promise<SlipPage> {
  const where = conditions(viewer, filter);
  const limit = sql`LIMIT ${first + 1}`;
  if (before) {
    const earlier = sql`${where} AND (s.at, s.id) > ${placeOf(before)}`;
    const found = await readSlips(earlier, { order: sql`s.at, s.id`, limit });
    return { slips: found.slice(0, first).reverse(), hasNext: true, hasPrevious: found.length > first };
  }
  const found = await readSlips(after ? sql`${where} AND (s.at, s.id) < ${placeOf(after)}` : where, { limit });
  return { slips: found.slice(0, first), hasNext: found.length > first, hasPrevious: Boolean(after) };
}

/** How many slips of each rung there are, and how many of them wait for an answer; every rung has a row. */
export async function countSlips(viewer: Viewer, filter: SlipFilter): Promise<RungCount[]> {
  const found = await rows(
    z.object({ rung: z.enum(rungs), count: z.number(), unanswered: z.number() }),
    sql`SELECT s.rung, count(*)::int AS count, (count(*) FILTER (WHERE s.answered_on IS NULL))::int AS unanswered
        FROM ${slips} s JOIN item i ON i.id = s.item_id WHERE ${conditions(viewer, filter)} GROUP BY s.rung`,
  );
  return rungs.map((rung) => found.find((row) => row.rung === rung) ?? { rung, count: 0, unanswered: 0 });
}

/** The slip with a number; null when there is none or it is not for the viewer. */
export async function slipByNumber(viewer: Viewer, number: string): Promise<Slip | null> {
  const [slip] = await readSlips(sql`s.number = ${number} AND ${urgingsVisibleTo(viewer)}`);
  return slip ?? null;
}

function conditions(viewer: Viewer, { units, rungs: ofRungs, isAnswered, from, to }: SlipFilter): Sql {
  return join(
    [
      urgingsVisibleTo(viewer),
      ...(units?.length ? [sql`s.unit_id = ANY(${units}::text[])`] : []),
      ...(ofRungs?.length ? [sql`s.rung = ANY(${ofRungs}::rung[])`] : []),
      ...(isAnswered == null ? [] : [isAnswered ? sql`s.answered_on IS NOT NULL` : sql`s.answered_on IS NULL`]),
      ...(from ? [sql`s.happened_on >= ${from}::date`] : []),
      ...(to ? [sql`s.happened_on <= ${to}::date`] : []),
    ],
    ' AND ',
  );
}

function placeOf(cursor: string): Sql {
  if (!z.uuid().safeParse(cursor).success) throw badInput('翻页位置已失效，请回到第一页。');
  return sql`(SELECT c.at, c.id FROM urging c WHERE c.id = ${cursor}::uuid)`;
}
