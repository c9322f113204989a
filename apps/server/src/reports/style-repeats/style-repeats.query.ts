import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const repeatRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  category: z.string(),
  categoryName: z.string(),
  categoryNameEn: z.string(),
  count: z.number(),
  total: z.number(),
});
export type StyleRepeat = z.infer<typeof repeatRow>;

/**
 * Where style problems come back (policy 2(1)): those found in a unit and category in which an earlier one had been written off before, by lead
 * unit and category, the most first. `total` counts them all, listed or not.
 */
export function styleRepeats(viewer: Viewer, asOf: string, filter: ItemFilter, first: number): Promise<StyleRepeat[]> {
  const joins = sql`JOIN unit u ON u.id = a.lead_unit_id JOIN term m ON m.dictionary = 'style-category' AND m.code = a.category`;
  return rows(
    repeatRow,
    sql`SELECT u.id AS "unitId", u.short_name AS "unitName", m.code AS category, m.name AS "categoryName", m.name_en AS "categoryNameEn",
        count(*)::int AS count, (sum(count(*)) OVER ())::int AS total
      ${fromItems(viewer, asOf, { ...filter, kinds: ['STYLE_PROBLEM'], isRepeat: true }, joins)}
      GROUP BY u.id, u.short_name, u.position, m.code, m.name, m.name_en, m.position
      ORDER BY count DESC, u.position, u.id, m.position, m.code LIMIT ${first}`,
  );
}
