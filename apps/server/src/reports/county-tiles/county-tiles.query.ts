import { type Light, lights, type Theme } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, type Sql, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { countLights, lightColumns } from '../light-counts.ts';
import { themeDenominator, themeNumerator } from '../theme-headlines/theme-headlines.query.ts';

const tileRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  column: z.number(),
  row: z.number(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  percent: z.number().nullable(),
  lit: z.number(),
  worst: z.enum(lights).nullable(),
  ...lightColumns,
});
export type CountyTile = z.infer<typeof tileRow> & { worst: Light | null };

/**
 * Each county at its place: the lights of the items that lie in it, the worst of them, and, for one theme, the theme's rate over them
 * (as in `themeHeadlines`; null when there is nothing to count). Without a theme all registers, lights only.
 *
 * 惠民生 counts shares of works, not works: the mean over the works with a target in the county of actual ÷ target, at most 1 each; the six
 * matters of the central city are left out (model 18). Shares are kept as of today only, so the rate is null on a past day.
 */
export function countyTiles(viewer: Viewer, asOf: string, theme: Theme | null, filter: ItemFilter = {}): Promise<CountyTile[]> {
  const counted = theme === 'LIVELIHOOD' ? sharesOfWorks(viewer, asOf, filter) : itemsInCounty(viewer, asOf, theme, filter);
  return rows(
    tileRow,
    sql`WITH counted AS (${counted})
      SELECT u.id AS "unitId", u.short_name AS "unitName", u.tile_column AS "column", u.tile_row AS "row",
        round(c.numerator, 1)::float8 AS numerator, c.denominator::int AS denominator,
        round(100 * c.numerator / nullif(c.denominator, 0), 1)::float8 AS percent,
        coalesce(c.green + c.yellow + c.red + c.grey, 0) AS lit,
        CASE WHEN c.red > 0 THEN 'RED' WHEN c.grey > 0 THEN 'GREY' WHEN c.yellow > 0 THEN 'YELLOW' WHEN c.green > 0 THEN 'GREEN' END AS worst,
        coalesce(c.green, 0) AS green, coalesce(c.yellow, 0) AS yellow, coalesce(c.red, 0) AS red, coalesce(c.grey, 0) AS grey
      FROM unit u LEFT JOIN counted c ON c.county_id = u.id
      WHERE u.kind = 'COUNTY' AND u.tile_column IS NOT NULL AND u.tile_row IS NOT NULL
        AND u.valid_from <= ${asOf}::date AND u.valid_to >= ${asOf}::date
      ORDER BY u.position, u.id`,
  );
}

function itemsInCounty(viewer: Viewer, asOf: string, theme: Theme | null, filter: ItemFilter): Sql {
  const joins = sql`LEFT JOIN hard_problem h ON h.item_id = i.id AND a.kind = 'HARD_PROBLEM'`;
  const rate = theme
    ? sql`sum(${themeNumerator(asOf)})::numeric AS numerator, sum(${themeDenominator(asOf)}) AS denominator`
    : sql`NULL::numeric AS numerator, NULL::int AS denominator`;
  const within: ItemFilter = theme ? { ...filter, themes: [theme] } : filter;
  return sql`SELECT a.county_id, ${rate}, ${countLights} ${fromItems(viewer, asOf, within, joins)} AND a.county_id IS NOT NULL GROUP BY 1`;
}

function sharesOfWorks(viewer: Viewer, asOf: string, filter: ItemFilter): Sql {
  const joins = sql`JOIN county_target t ON t.item_id = i.id AND t.target > 0
    LEFT JOIN term m ON m.dictionary = 'livelihood-programme' AND m.code = a.category`;
  const isKnown = asOf >= clock.today();
  return sql`SELECT t.county_id, CASE WHEN ${isKnown} THEN sum(least(1, t.actual / t.target)) END AS numerator, count(*)::int AS denominator, ${countLights}
    ${fromItems(viewer, asOf, { ...filter, kinds: ['LIVELIHOOD_WORK'] }, joins)} AND coalesce(m.extra ->> 'centralCityOnly', 'false') <> 'true'
    GROUP BY 1`;
}
