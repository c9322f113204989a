import { type Level, levels } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { join, rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { courseDays } from '../report-days.ts';

const rateRow = z.object({
  level: z.enum(levels).nullable(),
  problems: z.number(),
  solved: z.number(),
  percent: z.number().nullable(),
  changePoints: z.number().nullable(),
});
/** `level` null: of all levels. */
export type HardProblemRate = z.infer<typeof rateRow> & { level: Level | null };

/**
 * 破解率 of hard problems by level as of a day (policy 2(3)): those with a day of solution by then ÷ all by then, in percent, one decimal, null
 * when there are none; and the points gained since the end of the month before. The three levels in order, then all.
 */
export function hardProblemRates(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<HardProblemRate[]> {
  const days = courseDays(asOf, 1);
  const joins = sql`JOIN hard_problem h ON h.item_id = i.id`;
  const counts = days.map(
    (day) => sql`SELECT ${day}::date AS day, a.level, grouping(a.level) AS is_all, count(*)::int AS problems,
        count(*) FILTER (WHERE h.solved_on <= ${day}::date)::int AS solved
      ${fromItems(viewer, day, { ...filter, kinds: ['HARD_PROBLEM'] }, joins)} GROUP BY GROUPING SETS ((a.level), ())`,
  );
  return rows(
    rateRow,
    sql`WITH counted AS (${join(counts, ' UNION ALL ')}),
      axis AS (SELECT level::level, position FROM unnest(${levels}::text[]) WITH ORDINALITY l(level, position) UNION ALL SELECT NULL, NULL),
      rated AS (
        SELECT x.level, x.position, d.day, coalesce(c.problems, 0) AS problems, coalesce(c.solved, 0) AS solved,
          round(100.0 * c.solved / nullif(c.problems, 0), 1) AS percent
        FROM axis x CROSS JOIN unnest(${days}::date[]) d(day)
        LEFT JOIN counted c ON c.day = d.day AND c.level IS NOT DISTINCT FROM x.level AND c.is_all = (x.level IS NULL)::int),
      moved AS (SELECT r.*, percent - lag(percent) OVER (PARTITION BY level ORDER BY day) AS change FROM rated r)
      SELECT level, problems, solved, percent::float8, change::float8 AS "changePoints"
      FROM moved WHERE day = ${asOf}::date ORDER BY position NULLS LAST`,
  );
}
