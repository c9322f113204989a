import { type Level, levels } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { countLights, lightColumns } from '../light-counts.ts';

const cellRow = z.object({
  level: z.enum(levels).nullable(),
  theme: z.string().nullable(),
  themeName: z.string().nullable(),
  themeNameEn: z.string().nullable(),
  problems: z.number(),
  solved: z.number(),
  ...lightColumns,
});
/** A cell; `level` null: of all levels, `theme` null: of all themes. */
export type HardProblemCell = z.infer<typeof cellRow> & { level: Level | null };

/**
 * Hard problems by level and theme as of a day (policy 2(3)): all, of these solved (破解: with a day of solution by then), and their lights.
 * Every level and every theme in force is listed, 0 where there is none, with a total per level, per theme and of all.
 */
export function hardProblemMatrix(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<HardProblemCell[]> {
  const joins = sql`JOIN hard_problem h ON h.item_id = i.id`;
  return rows(
    cellRow,
    sql`WITH counted AS (
        SELECT a.level, a.category, grouping(a.level) AS all_levels, grouping(a.category) AS all_themes, count(*)::int AS problems,
          count(*) FILTER (WHERE h.solved_on <= ${asOf}::date)::int AS solved, ${countLights}
        ${fromItems(viewer, asOf, { ...filter, kinds: ['HARD_PROBLEM'] }, joins)}
        GROUP BY GROUPING SETS ((a.level, a.category), (a.level), (a.category), ())),
      level_axis AS (SELECT level::level, position FROM unnest(${levels}::text[]) WITH ORDINALITY l(level, position)
        UNION ALL SELECT NULL, NULL),
      theme_axis AS (SELECT code, name, name_en, position FROM term m
          WHERE m.dictionary = 'hard-problem-theme' AND (m.valid_to >= ${asOf}::date OR m.code IN (SELECT category FROM counted))
        UNION ALL SELECT NULL, NULL, NULL, NULL)
      SELECT l.level, m.code AS theme, m.name AS "themeName", m.name_en AS "themeNameEn", coalesce(c.problems, 0) AS problems,
        coalesce(c.solved, 0) AS solved, coalesce(c.green, 0) AS green, coalesce(c.yellow, 0) AS yellow, coalesce(c.red, 0) AS red,
        coalesce(c.grey, 0) AS grey
      FROM level_axis l CROSS JOIN theme_axis m
      LEFT JOIN counted c ON c.level IS NOT DISTINCT FROM l.level AND c.all_levels = (l.level IS NULL)::int
        AND c.category IS NOT DISTINCT FROM m.code AND c.all_themes = (m.code IS NULL)::int
      ORDER BY l.position NULLS LAST, m.position NULLS LAST, m.code`,
  );
}
