import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import type { Viewer } from '../session/viewer.ts';

const most = 5;
/** Problems further apart than this are taken for different matters. */
const withinDays = 180;
/** Share of three-letter runs in common below which two texts have nothing to do with each other. */
const leastScore = 0.2;

const similarRow = z.object({
  itemId: z.string(),
  raisedOn: z.string(),
  score: z.number(),
  isSameTopic: z.boolean(),
  isSameCounty: z.boolean(),
});
/** Another problem that reads alike. `score`: 0–1, the better of content and title. */
export type SimilarProblem = z.infer<typeof similarRow>;

/**
 * Problems raised within half a year whose content or title is like this one's: likely the same matter. Those of the same topic and county come
 * first, then the most alike. Merged ones are left out.
 */
export function similarProblems(viewer: Viewer, itemId: string): Promise<SimilarProblem[]> {
  return rows(
    similarRow,
    sql`WITH own AS (SELECT o.*, d.content FROM item o JOIN public_problem d ON d.item_id = o.id WHERE o.id = ${itemId}::uuid),
      alike AS (
        SELECT i.id, i.found_on, (i.category IS NOT DISTINCT FROM own.category AND own.category IS NOT NULL) AS same_topic,
          (i.county_id IS NOT DISTINCT FROM own.county_id AND own.county_id IS NOT NULL) AS same_county,
          greatest(similarity(d.content, own.content), similarity(i.title, own.title)) AS score
        FROM own JOIN item i ON i.kind = 'PUBLIC_PROBLEM' AND i.id <> own.id
          AND i.found_on BETWEEN own.found_on - ${withinDays}::int AND own.found_on + ${withinDays}::int
        JOIN public_problem d ON d.item_id = i.id
        WHERE i.state <> 'MERGED' AND ${itemsVisibleTo(viewer)})
      SELECT id AS "itemId", found_on AS "raisedOn", round(score::numeric, 2)::float8 AS score,
        same_topic AS "isSameTopic", same_county AS "isSameCounty"
      FROM alike WHERE score >= ${leastScore}
      ORDER BY same_topic::int + same_county::int DESC, score DESC, id LIMIT ${most}`,
  );
}
