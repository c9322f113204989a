import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { isOpen } from '../../modules/item/item-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const cellRow = z.object({
  topic: z.string(),
  topicName: z.string().nullable(),
  topicNameEn: z.string().nullable(),
  countyId: z.string(),
  countyName: z.string().nullable(),
  raised: z.number(),
  open: z.number(),
});
export type PublicProblemHeatCell = z.infer<typeof cellRow>;

/**
 * Topic × county of the problems of the public as of a day (policy 2(4)3): raised, and of these open. Every topic crosses every county, 0 where
 * there is none; those without a topic yet and those of no county (the city itself) are `NONE`, listed if there are any.
 */
export function publicProblemHeatMap(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<PublicProblemHeatCell[]> {
  return rows(
    cellRow,
    sql`WITH counted AS (
        SELECT coalesce(a.category, 'NONE') AS topic, coalesce(a.county_id, 'NONE') AS county, count(*)::int AS raised,
          count(*) FILTER (WHERE ${isOpen})::int AS open
        ${fromItems(viewer, asOf, { ...given, kinds: ['PUBLIC_PROBLEM'] })} GROUP BY 1, 2),
      topic AS (
        SELECT t.code, t.name, t.name_en, t.position, t.valid_to >= ${asOf}::date AS is_current FROM term t WHERE t.dictionary = 'public-topic'
        UNION ALL SELECT 'NONE', NULL, NULL, NULL, FALSE),
      county AS (
        SELECT u.id, u.short_name AS name, u.position, u.valid_to >= ${asOf}::date AS is_current FROM unit u WHERE u.kind = 'COUNTY'
        UNION ALL SELECT 'NONE', NULL, NULL, FALSE)
      SELECT t.code AS topic, t.name AS "topicName", t.name_en AS "topicNameEn", n.id AS "countyId", n.name AS "countyName",
        coalesce(c.raised, 0) AS raised, coalesce(c.open, 0) AS open
      FROM topic t CROSS JOIN county n LEFT JOIN counted c ON c.topic = t.code AND c.county = n.id
      WHERE (t.is_current OR t.code IN (SELECT topic FROM counted)) AND (n.is_current OR n.id IN (SELECT county FROM counted))
      ORDER BY t.position NULLS LAST, t.code, n.position NULLS LAST, n.id`,
  );
}
