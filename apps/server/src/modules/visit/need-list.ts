import { z } from 'zod';
import { empty, join, row, rows, type Sql, sql } from '../../database.ts';
import { badInput } from '../../graphql/errors.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import type { Viewer } from '../session/viewer.ts';
import { fromVisits, type VisitFilter } from './visit-list.ts';

/**
 * What became of a need: answered on the day of the visit; answered later; the item that it became is done (已办结, 回访 and 销号 after it);
 * that item is under way; nothing yet.
 */
export const needOutcomes = ['ON_THE_SPOT', 'LATER', 'ITEM_DONE', 'ITEM_UNDER_WAY', 'WAITING'] as const;
export type NeedOutcome = (typeof needOutcomes)[number];

/** Outcomes by which a need counts as answered (解决率 of needs). */
export const answeredOutcomes = ['ON_THE_SPOT', 'LATER', 'ITEM_DONE'] as const satisfies readonly NeedOutcome[];

/** Which needs are listed: those of visits in force that the visit's filter takes, and of these. */
export interface NeedFilter extends Omit<VisitFilter, 'status'> {
  /** Departments charged. */
  units?: readonly string[] | null | undefined;
  /** Those charged to nobody. */
  uncharged?: boolean | null | undefined;
  outcomes?: readonly NeedOutcome[] | null | undefined;
  /** Those that became items. */
  becameItem?: boolean | null | undefined;
}

const listedRow = z.object({
  id: z.string(),
  visitId: z.string(),
  visitNumber: z.string(),
  visitedOn: z.string(),
  postTitle: z.string(),
  place: z.string(),
  text: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  dueOn: z.string().nullable(),
  answer: z.string().nullable(),
  answeredOn: z.string().nullable(),
  itemId: z.string().nullable(),
  itemNumber: z.string().nullable(),
  /** Whether the item itself is for the viewer. */
  seesItem: z.boolean(),
  outcome: z.enum(needOutcomes),
});
export type ListedNeed = z.infer<typeof listedRow>;

/** The item that a need became, or the one that it was merged into, by the day: on alias `n`, as `i`. Null before the need was raised. */
export function needItem(asOf: string): Sql {
  return sql`LEFT JOIN item f ON f.id = n.item_id AND f.assigned_on <= ${asOf}::date LEFT JOIN item i ON i.id = coalesce(f.merged_into_id, f.id)`;
}

/** What became of a need by the day, on aliases `v`, `n` and `i` of `needItem`. */
export function outcomeOf(asOf: string): Sql {
  return sql`(CASE WHEN n.answered_on <= ${asOf}::date THEN CASE WHEN n.answered_on <= v.visited_on THEN 'ON_THE_SPOT' ELSE 'LATER' END
    WHEN i.id IS NULL THEN 'WAITING'
    WHEN EXISTS (SELECT 1 FROM item_span s WHERE s.item_id = i.id AND s.unit_id IS NULL AND s.from_at < day_end(${asOf}::date)
      AND s.to_at >= day_end(${asOf}::date) AND s.state IN ('CLOSED', 'CALL_BACK', 'WRITTEN_OFF')) THEN 'ITEM_DONE'
    ELSE 'ITEM_UNDER_WAY' END)`;
}

/** `FROM … WHERE` of everything that lists or counts needs as of a day: aliases `v`, `p`, `u` of visits, `n` and `i`. */
export function fromNeeds(viewer: Viewer, asOf: string, filter: NeedFilter = {}): Sql {
  const joins = sql`JOIN visit_need n ON n.visit_id = v.id ${needItem(asOf)}`;
  return sql`${fromVisits(viewer, asOf, { ...filter, status: 'IN_FORCE' }, joins)} AND ${conditions(asOf, filter)}`;
}

/** A page of needs, those of the newest visit first. `after`: how many stand before it. */
export async function pageOfNeeds(
  viewer: Viewer,
  asOf: string,
  filter: NeedFilter,
  { first, after }: { first: number; after?: string | null | undefined },
): Promise<{ needs: ListedNeed[]; total: number; start: number }> {
  const start = after ? Number(after) : 0;
  if (!Number.isSafeInteger(start) || start < 0) throw badInput('翻页位置已失效，请回到第一页。');
  const from = fromNeeds(viewer, asOf, filter);
  const { total } = await row(z.object({ total: z.number() }), sql`SELECT count(*)::int AS total ${from}`);
  const needs = await readNeeds(viewer, asOf, from, sql`LIMIT ${first} OFFSET ${start}`);
  return { needs, total, start };
}

/** The needs of some visits, each in its order. */
export function needsOfVisits(viewer: Viewer, asOf: string, visitIds: readonly string[]): Promise<ListedNeed[]> {
  const joins = sql`JOIN visit_need n ON n.visit_id = v.id ${needItem(asOf)}`;
  return readNeeds(viewer, asOf, sql`${fromVisits(viewer, asOf, {}, joins)} AND v.id = ANY(${visitIds}::uuid[])`);
}

function readNeeds(viewer: Viewer, asOf: string, from: Sql, page: Sql = empty): Promise<ListedNeed[]> {
  return rows(
    listedRow,
    sql`SELECT n.id, v.id AS "visitId", v.number AS "visitNumber", v.visited_on AS "visitedOn", p.title AS "postTitle", v.place, n.text,
          n.unit_id AS "unitId", (SELECT d.short_name FROM unit d WHERE d.id = n.unit_id) AS "unitName", n.due_on AS "dueOn",
          CASE WHEN n.answered_on <= ${asOf}::date THEN n.answer END AS answer,
          CASE WHEN n.answered_on <= ${asOf}::date THEN n.answered_on END AS "answeredOn", i.id AS "itemId", i.number AS "itemNumber",
          coalesce(i.id IS NOT NULL AND ${itemsVisibleTo(viewer)}, FALSE) AS "seesItem", ${outcomeOf(asOf)} AS outcome
        ${from} ORDER BY v.visited_on DESC, v.number DESC, n.position ${page}`,
  );
}

function conditions(asOf: string, { units, uncharged, outcomes, becameItem }: NeedFilter): Sql {
  const all: Sql[] = [
    ...(units?.length ? [sql`n.unit_id = ANY(${units}::text[])`] : []),
    ...(uncharged ? [sql`n.unit_id IS NULL`] : []),
    ...(outcomes?.length ? [sql`${outcomeOf(asOf)} = ANY(${outcomes}::text[])`] : []),
    ...(becameItem == null ? [] : [becameItem ? sql`i.id IS NOT NULL` : sql`i.id IS NULL`]),
  ];
  return all.length > 0 ? join(all, ' AND ') : sql`TRUE`;
}
