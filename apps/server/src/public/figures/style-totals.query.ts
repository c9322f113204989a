import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { conditions, itemsAt } from '../../modules/item/item-filter.ts';
import { isComplete } from '../../modules/item/item-predicates.ts';
import { termRow } from '../term.schema.ts';

const totalRow = z.object({ category: termRow, found: z.number(), rectified: z.number(), percent: z.number().nullable() });
export type StyleTotal = z.infer<typeof totalRow>;

/**
 * The ten style problems of the whole city as of a day (policy 2(1)), each in its main category only: found, and of these rectified (整改到位:
 * class 到位, or closed on acceptance). Counted as inside (`styleCategories`); no problem and no unit is named. Every category is listed.
 */
export function styleTotals(asOf: string): Promise<StyleTotal[]> {
  return rows(
    totalRow,
    sql`WITH counted AS (
        SELECT a.category, count(*)::int AS found, count(*) FILTER (WHERE ${isComplete})::int AS rectified
        FROM ${itemsAt(asOf)} JOIN item i ON i.id = a.item_id WHERE TRUE ${conditions({ kinds: ['STYLE_PROBLEM'] }, asOf)} GROUP BY 1)
      SELECT jsonb_build_object('code', m.code, 'name', m.name, 'nameEn', m.name_en) AS category,
        coalesce(c.found, 0) AS found, coalesce(c.rectified, 0) AS rectified,
        round(100.0 * c.rectified / nullif(c.found, 0), 1)::float8 AS percent
      FROM term m LEFT JOIN counted c ON c.category = m.code
      WHERE m.dictionary = 'style-category' AND (c.found > 0 OR m.valid_to >= ${asOf}::date)
      ORDER BY m.position, m.code`,
  );
}
