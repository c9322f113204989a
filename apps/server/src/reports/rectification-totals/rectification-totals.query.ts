import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { enteredShape, enteredSums, standingColumns, standingShape } from '../../modules/rectification/figures.ts';
import { askedMonths, type Choice, fromProblems, monthCells, standingCounts } from '../../modules/rectification/month-cells.ts';
import { rectificationsVisibleTo } from '../../modules/rectification/rectification.policy.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const totalRow = z.object({
  code: z.string(),
  ...enteredShape,
  ...standingShape,
  fixedPercent: z.number().nullable(),
  units: z.number(),
  missing: z.number(),
});
export type RectificationTotal = z.infer<typeof totalRow>;

/**
 * Each special rectification as of a day (policy 2(4)3), as far as the viewer sees it: found = put right on the spot + problems listed; fixed =
 * put right on the spot + listed problems closed; its share; open, overdue and lights of the listed problems; what units entered over all
 * months; how many of their months that are over were not reported by the day.
 */
export function rectificationTotals(viewer: Viewer, asOf: string, choice: Choice = {}): Promise<RectificationTotal[]> {
  const code = choice.code ?? null;
  return rows(
    totalRow,
    sql`WITH cell AS (${monthCells(viewer, asOf, choice)}), asked AS (${askedMonths(viewer, asOf, choice)}),
      standing AS (SELECT a.category AS code, ${standingCounts(asOf)} ${fromProblems(viewer, asOf, choice)} GROUP BY 1),
      owed AS (SELECT q.code, count(DISTINCT q.unit_id)::int AS units,
          count(*) FILTER (WHERE q.period_on < ${asOf}::date AND coalesce(c.entered, 0) = 0)::int AS missing
        FROM asked q LEFT JOIN cell c ON c.code = q.code AND c.unit_id = q.unit_id AND c.period_on = q.period_on GROUP BY 1),
      total AS (SELECT t.code, t.position, ${enteredSums} FROM term t LEFT JOIN cell c ON c.code = t.code
        WHERE t.dictionary = 'rectification-campaign' AND (${code}::text IS NULL OR t.code = ${code})
          AND ${rectificationsVisibleTo(viewer, sql`t.code`)} GROUP BY 1, 2)
      SELECT t.*, round(100.0 * t.fixed / nullif(t.found, 0), 1)::float8 AS "fixedPercent", ${standingColumns},
        coalesce(o.units, 0) AS units, coalesce(o.missing, 0) AS missing
      FROM total t LEFT JOIN standing s ON s.code = t.code LEFT JOIN owed o ON o.code = t.code ORDER BY t.position, t.code`,
  );
}
