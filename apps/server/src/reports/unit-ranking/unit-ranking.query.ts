import type { RankGroup } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { seesWholeCity } from '../../modules/item/item.policy.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { isSettlementDue } from '../../modules/item/item-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

/** Fewer parts than this are too few to compare (model 18). */
export const leastRanked = 5;

const rankedRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  numerator: z.number(),
  denominator: z.number(),
  percent: z.number(),
  isRanked: z.boolean(),
  groupNumerator: z.number(),
  groupDenominator: z.number(),
  groupPercent: z.number(),
});
export type RankedUnit = z.infer<typeof rankedRow>;

/**
 * 按时办结率 of each unit of a group as of a day, the slowest first (mission A18, model 5 and 18): of the unit's own parts, lead or assisting,
 * those closed on or before the part's due day ÷ those 应办结: closed, or still at work after their due day. Units without any are 不参评 and
 * not listed; those with fewer than five are listed with `isRanked` false, at the end. The group's own rate is that of all its parts together.
 * Whoever doesn't see the whole city sees only their own units: of others they know a part at most.
 */
export async function unitRanking(viewer: Viewer, asOf: string, group: RankGroup, filter: ItemFilter = {}): Promise<RankedUnit[]> {
  const parts = sql`JOIN part_as_of(${asOf}::date) q ON q.item_id = i.id
    JOIN item_unit p ON p.item_id = q.item_id AND p.unit_id = q.unit_id AND p.superseded_by_id IS NULL
    JOIN unit u ON u.id = q.unit_id AND u.rank_group::text = ${group}`;
  return rows(
    rankedRow,
    sql`WITH units AS (
        SELECT u.id, u.short_name, u.position, count(*)::int AS denominator,
          (count(*) FILTER (WHERE q.state IN ('CLOSED', 'CALL_BACK', 'WRITTEN_OFF') AND p.closed_on <= q.due_on))::int AS numerator
        ${fromItems(viewer, asOf, filter, parts)} AND ${isSettlementDue(sql`q`, asOf)}
          AND (${seesWholeCity(viewer)} OR u.id = ANY(${viewer.unitIds}::text[]))
        GROUP BY 1, 2, 3)
      SELECT id AS "unitId", short_name AS "unitName", numerator, denominator,
        round(100.0 * numerator / denominator, 1)::float8 AS percent, denominator >= ${leastRanked} AS "isRanked",
        (sum(numerator) OVER ())::int AS "groupNumerator", (sum(denominator) OVER ())::int AS "groupDenominator",
        round(100.0 * sum(numerator) OVER () / sum(denominator) OVER (), 1)::float8 AS "groupPercent"
      FROM units ORDER BY denominator < ${leastRanked}, percent, denominator DESC, position, id`,
  );
}
