import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { isComplete, isRepeat, writtenOffOn } from '../../modules/item/item-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { countLights, lightColumns } from '../light-counts.ts';

const categoryRow = z.object({
  category: z.string(),
  name: z.string(),
  nameEn: z.string(),
  found: z.number(),
  rectified: z.number(),
  rectifiedPercent: z.number().nullable(),
  writtenOff: z.number(),
  repeats: z.number(),
  medianWriteOffWorkingDays: z.number().nullable(),
  ...lightColumns,
});
export type StyleCategory = z.infer<typeof categoryRow>;

/**
 * The ten kinds of style problems as of a day (policy 2(1)), each item in its main category only: found (all of them), rectified (整改到位:
 * class 到位, or closed on acceptance), written off (销号), repeats (found again in the same unit and category after write-off), lights, and
 * the median of working days from the day found to 销号 of those written off. Every category is listed, also without any.
 */
export function styleCategories(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<StyleCategory[]> {
  const offOn = writtenOffOn(asOf);
  return rows(
    categoryRow,
    sql`WITH counted AS (
        SELECT a.category, count(*)::int AS found, count(*) FILTER (WHERE ${isComplete})::int AS rectified,
          count(*) FILTER (WHERE a.state = 'WRITTEN_OFF')::int AS written_off, count(*) FILTER (WHERE ${isRepeat})::int AS repeats,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY working_days_between(i.found_on, ${offOn}))
            FILTER (WHERE a.state = 'WRITTEN_OFF' AND ${offOn} IS NOT NULL) AS median_days,
          ${countLights}
        ${fromItems(viewer, asOf, { ...filter, kinds: ['STYLE_PROBLEM'] })} GROUP BY 1)
      SELECT m.code AS category, m.name, m.name_en AS "nameEn", coalesce(c.found, 0) AS found, coalesce(c.rectified, 0) AS rectified,
        round(100.0 * c.rectified / nullif(c.found, 0), 1)::float8 AS "rectifiedPercent", coalesce(c.written_off, 0) AS "writtenOff",
        coalesce(c.repeats, 0) AS repeats, c.median_days AS "medianWriteOffWorkingDays",
        coalesce(c.green, 0) AS green, coalesce(c.yellow, 0) AS yellow, coalesce(c.red, 0) AS red, coalesce(c.grey, 0) AS grey
      FROM term m LEFT JOIN counted c ON c.category = m.code
      WHERE m.dictionary = 'style-category' AND (c.found > 0 OR m.valid_to >= ${asOf}::date)
      ORDER BY m.position, m.code`,
  );
}
