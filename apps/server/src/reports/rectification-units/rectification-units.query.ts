import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { enteredShape, enteredSums, standingColumns, standingShape } from '../../modules/rectification/figures.ts';
import { askedMonths, type Choice, fromProblems, monthCells, standingCounts } from '../../modules/rectification/month-cells.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const unitRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  takesPart: z.boolean(),
  ...enteredShape,
  ...standingShape,
  missingMonths: z.array(z.string()),
});
export type RectificationUnitFigures = z.infer<typeof unitRow>;

/**
 * One rectification by unit as of a day, over all its months, in the order of the units: those that take part, and others that have a problem to
 * put right or reported before they left. Together they are the rectification's totals. `missingMonths`: months that are over and were not
 * reported.
 */
export function rectificationUnits(viewer: Viewer, asOf: string, choice: Choice & { code: string }): Promise<RectificationUnitFigures[]> {
  const { code } = choice;
  return rows(
    unitRow,
    sql`WITH cell AS (${monthCells(viewer, asOf, choice)}), asked AS (${askedMonths(viewer, asOf, choice)}),
      standing AS (SELECT a.lead_unit_id AS unit_id, ${standingCounts(asOf)} ${fromProblems(viewer, asOf, choice)} GROUP BY 1),
      member AS (SELECT unit_id FROM asked UNION SELECT unit_id FROM cell UNION SELECT unit_id FROM standing),
      total AS (SELECT m.unit_id, ${enteredSums} FROM member m LEFT JOIN cell c ON c.unit_id = m.unit_id GROUP BY 1)
      SELECT u.id AS "unitId", u.short_name AS "unitName", t.*, ${standingColumns},
        EXISTS (SELECT 1 FROM rectification_unit w WHERE w.code = ${code} AND w.unit_id = u.id) AS "takesPart",
        ARRAY(SELECT to_char(q.period_on, 'YYYY-MM') FROM asked q WHERE q.unit_id = u.id AND q.period_on < ${asOf}::date
          AND NOT EXISTS (SELECT 1 FROM cell c WHERE c.unit_id = q.unit_id AND c.period_on = q.period_on AND c.entered > 0)
          ORDER BY q.period_on) AS "missingMonths"
      FROM total t JOIN unit u ON u.id = t.unit_id LEFT JOIN standing s ON s.unit_id = t.unit_id
      ORDER BY u.position, u.id`,
  );
}
