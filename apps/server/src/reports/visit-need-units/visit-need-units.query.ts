import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { answeredOutcomes, fromNeeds, outcomeOf } from '../../modules/visit/need-list.ts';
import type { VisitFilter } from '../../modules/visit/visit-list.ts';

const unitRow = z.object({
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  needs: z.number(),
  answered: z.number(),
  becameItems: z.number(),
  percent: z.number(),
});
export type NeedUnit = z.infer<typeof unitRow>;

/**
 * Needs raised and answered by department charged, of visits made and entered by the day and not withdrawn; answered as in `visitFigures`. A
 * null unit: charged to nobody, answered on the spot. The most needs first.
 */
export function visitNeedUnits(viewer: Viewer, asOf: string, filter: Omit<VisitFilter, 'status'> = {}): Promise<NeedUnit[]> {
  return rows(
    unitRow,
    sql`WITH counted AS (SELECT n.unit_id, count(*)::int AS needs, count(i.id)::int AS items,
          (count(*) FILTER (WHERE ${outcomeOf(asOf)} = ANY(${[...answeredOutcomes]}::text[])))::int AS answered
        ${fromNeeds(viewer, asOf, filter)} GROUP BY 1)
      SELECT c.unit_id AS "unitId", u.short_name AS "unitName", c.needs, c.answered, c.items AS "becameItems",
        round(100.0 * c.answered / c.needs, 1)::float8 AS percent
      FROM counted c LEFT JOIN unit u ON u.id = c.unit_id ORDER BY c.needs DESC, u.position NULLS LAST, c.unit_id`,
  );
}
