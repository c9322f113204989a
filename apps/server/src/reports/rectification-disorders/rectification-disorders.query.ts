import { disorderListOf } from '@duban/rules/rectification';
import { z } from 'zod';
import { raw, rows, sql } from '../../database.ts';
import { closedOn, isComplete } from '../../modules/item/item-predicates.ts';
import { standingColumns, standingShape } from '../../modules/rectification/figures.ts';
import { type Choice, fromProblems, standingCounts } from '../../modules/rectification/month-cells.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const disorderRow = z.object({
  code: z.string(),
  name: z.string().nullable(),
  nameEn: z.string().nullable(),
  listed: z.number(),
  listedFixed: z.number(),
  ...standingShape,
});
export type RectificationDisorder = z.infer<typeof disorderRow>;

/** The column that holds each list's codes. */
const columns = { 'road-disorder': 'road_disorder', 'enforcement-disorder': 'enforcement_disorder' } as const;

/**
 * Listed problems of a rectification by kind of disorder as of a day: for the roads (policy 2(4)3) 乱设卡, 乱罚款, 乱收费; for enforcement (policy
 * 3(4)) 乱收费, 乱罚款, 乱摊派: two lists, never mixed. Every kind is listed; problems of none are `NONE`, at the end, if any. Empty for the other
 * rectifications.
 */
export async function rectificationDisorders(
  viewer: Viewer,
  asOf: string,
  choice: Choice & { code: string },
): Promise<RectificationDisorder[]> {
  const list = disorderListOf(choice.code);
  if (!list) return [];
  const kind = sql`coalesce((SELECT d.${raw(columns[list])} FROM rectification_problem d WHERE d.item_id = i.id), 'NONE')`;
  return rows(
    disorderRow,
    sql`WITH counted AS (SELECT ${kind} AS code, count(*)::int AS listed,
          count(*) FILTER (WHERE ${isComplete} AND ${closedOn(asOf)} IS NOT NULL)::int AS fixed, ${standingCounts(asOf)}
        ${fromProblems(viewer, asOf, choice)} GROUP BY 1),
      kind AS (SELECT t.code, t.name, t.name_en, t.position FROM term t WHERE t.dictionary = ${list}
        UNION ALL SELECT s.code, NULL, NULL, NULL FROM counted s
          WHERE NOT EXISTS (SELECT 1 FROM term t WHERE t.dictionary = ${list} AND t.code = s.code))
      SELECT k.code, k.name, k.name_en AS "nameEn", coalesce(s.listed, 0) AS listed, coalesce(s.fixed, 0) AS "listedFixed", ${standingColumns}
      FROM kind k LEFT JOIN counted s ON s.code = k.code ORDER BY k.position NULLS LAST, k.code`,
  );
}
