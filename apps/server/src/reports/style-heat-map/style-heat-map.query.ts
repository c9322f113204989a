import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { isComplete } from '../../modules/item/item-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

export interface StyleHeatCell {
  category: string;
  found: number;
  unrectified: number;
}

export interface StyleHeatRow {
  unitId: string;
  unitName: string;
  found: number;
  unrectified: number;
  cells: StyleHeatCell[];
}

const cellRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  unitFound: z.number(),
  unitUnrectified: z.number(),
  category: z.string(),
  found: z.number(),
  unrectified: z.number(),
});

/**
 * Unit × category of style problems as of a day (policy 2(1)): found, and of these not yet rectified (the rest of `styleCategories`' rectified).
 * By lead unit, those with most found first; every category in each row, 0 where there is none. Units without any are left out.
 */
export async function styleHeatMap(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<StyleHeatRow[]> {
  const cells = await rows(
    cellRow,
    sql`WITH counted AS (
        SELECT a.lead_unit_id AS unit_id, a.category, count(*)::int AS found, count(*) FILTER (WHERE NOT ${isComplete})::int AS unrectified
        ${fromItems(viewer, asOf, { ...filter, kinds: ['STYLE_PROBLEM'] })} GROUP BY 1, 2),
      units AS (SELECT unit_id, sum(found)::int AS found, sum(unrectified)::int AS unrectified FROM counted GROUP BY 1)
      SELECT u.id AS "unitId", u.short_name AS "unitName", s.found AS "unitFound", s.unrectified AS "unitUnrectified", m.code AS category,
        coalesce(c.found, 0) AS found, coalesce(c.unrectified, 0) AS unrectified
      FROM units s JOIN unit u ON u.id = s.unit_id
      JOIN term m ON m.dictionary = 'style-category' AND (m.valid_to >= ${asOf}::date OR m.code IN (SELECT category FROM counted))
      LEFT JOIN counted c ON c.unit_id = s.unit_id AND c.category = m.code
      ORDER BY s.found DESC, u.position, u.id, m.position, m.code`,
  );
  const byUnit = new Map<string, StyleHeatRow>();
  for (const { unitId, unitName, unitFound, unitUnrectified, ...cell } of cells) {
    const unit = byUnit.get(unitId) ?? { unitId, unitName, found: unitFound, unrectified: unitUnrectified, cells: [] };
    unit.cells.push(cell);
    byUnit.set(unitId, unit);
  }
  return [...byUnit.values()];
}
