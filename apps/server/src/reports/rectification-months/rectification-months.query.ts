import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { enteredShape, enteredSums } from '../../modules/rectification/figures.ts';
import { askedMonths, type Choice, monthCells } from '../../modules/rectification/month-cells.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const monthRow = z.object({
  month: z.string(),
  from: z.string(),
  to: z.string(),
  ...enteredShape,
  entered: z.number(),
  asked: z.number(),
});
export type RectificationMonth = z.infer<typeof monthRow>;

/**
 * One rectification by month as of a day, from the first month with a figure or a duty to report to that of the day, empty ones included: found
 * = put right on the spot that month + listed problems found in it; fixed = put right on the spot + listed problems closed in it, whenever
 * found. `entered` of `asked` units reported.
 */
export function rectificationMonths(viewer: Viewer, asOf: string, choice: Choice & { code: string }): Promise<RectificationMonth[]> {
  return rows(
    monthRow,
    sql`WITH cell AS (${monthCells(viewer, asOf, choice)}), asked AS (${askedMonths(viewer, asOf, choice)}),
      month AS (SELECT g.month, (g.month + interval '1 month' - interval '1 day')::date AS period_on FROM generate_series(
        (SELECT min(date_trunc('month', p.period_on)) FROM (SELECT period_on FROM cell UNION ALL SELECT period_on FROM asked) p),
        ${asOf}::date, interval '1 month') g(month))
      SELECT to_char(m.month, 'YYYY-MM') AS month, m.month::date AS "from", least(m.period_on, ${asOf}::date) AS "to", ${enteredSums},
        coalesce(sum(c.entered), 0)::int AS entered, (SELECT count(*)::int FROM asked q WHERE q.period_on = m.period_on) AS asked
      FROM month m LEFT JOIN cell c ON c.period_on = m.period_on GROUP BY m.month, m.period_on ORDER BY m.month`,
  );
}
