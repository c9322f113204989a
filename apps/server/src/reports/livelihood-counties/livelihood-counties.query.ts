import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const shareRow = z.object({
  number: z.string(),
  title: z.string(),
  quantityUnit: z.string(),
  target: z.number(),
  actual: z.number(),
  percent: z.number().nullable(),
});
export type CountyShare = z.infer<typeof shareRow>;

const countyRow = z.object({
  countyId: z.string(),
  countyName: z.string(),
  works: z.number(),
  completeWorks: z.number(),
  completion: z.number(),
  percent: z.number().nullable(),
  shares: z.array(shareRow),
});
export type LivelihoodCounty = z.infer<typeof countyRow>;

/**
 * Completion of the livelihood works by county (policy 2(4)1). A county's share of a work is done to actual ÷ target, at most 1; the county's
 * completion is the sum of these (in whole works, one decimal) ÷ its works with a target, in percent. Units differ from work to work, so
 * quantities aren't added up. Programmes of the central city only are left out (model 18). The works are those of the filter as of the
 * day; a county's actual is the last one reported: the ledger keeps no months of it. The furthest behind first; counties without a target last.
 */
export function livelihoodCounties(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<LivelihoodCounty[]> {
  const joins = sql`JOIN livelihood_work w ON w.item_id = i.id JOIN county_target c ON c.item_id = i.id AND c.target > 0
    LEFT JOIN term m ON m.dictionary = 'livelihood-programme' AND m.code = a.category`;
  return rows(
    countyRow,
    sql`WITH shares AS (
        SELECT c.county_id, i.number, i.title, w.quantity_unit, c.target, c.actual, least(1, c.actual / c.target) AS done,
          coalesce((m.extra->>'centralCityOnly')::boolean, FALSE) AS central
        ${fromItems(viewer, asOf, { ...filter, kinds: ['LIVELIHOOD_WORK'] }, joins)})
      SELECT u.id AS "countyId", u.short_name AS "countyName", count(s.number)::int AS works,
        count(*) FILTER (WHERE s.done >= 1)::int AS "completeWorks", round(coalesce(sum(s.done), 0), 1)::float8 AS completion,
        round(100 * avg(s.done), 1)::float8 AS percent,
        coalesce(jsonb_agg(jsonb_build_object('number', s.number, 'title', s.title, 'quantityUnit', s.quantity_unit, 'target', s.target,
          'actual', s.actual, 'percent', trunc(100 * s.actual / s.target, 1)) ORDER BY s.number) FILTER (WHERE s.number IS NOT NULL), '[]') AS shares
      FROM unit u LEFT JOIN shares s ON s.county_id = u.id AND NOT s.central
      WHERE u.kind = 'COUNTY' AND (u.valid_to >= ${asOf}::date OR s.number IS NOT NULL)
      GROUP BY u.id, u.short_name, u.position ORDER BY avg(s.done) NULLS LAST, u.position, u.id`,
  );
}
