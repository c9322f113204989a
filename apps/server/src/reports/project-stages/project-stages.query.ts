import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { countLights, lightColumns } from '../light-counts.ts';

const stageRow = z.object({
  stage: z.string().nullable(),
  stageName: z.string().nullable(),
  stageNameEn: z.string().nullable(),
  projects: z.number(),
  issuesRaised: z.number(),
  issuesSolved: z.number(),
  solvedPercent: z.number().nullable(),
  ...lightColumns,
});
/** `stage` null: of all. */
export type ProjectStage = z.infer<typeof stageRow>;

/**
 * Projects by stage as of a day (policy 2(2)1): how many, their lights, and the issues that enterprises raised and of these solved, with the
 * share solved in percent. Issues are the ledger's present totals: it keeps no days of them. Every stage in order, then all.
 */
export function projectStages(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<ProjectStage[]> {
  const joins = sql`JOIN service_project s ON s.item_id = i.id`;
  return rows(
    stageRow,
    sql`WITH counted AS (
        SELECT a.category, grouping(a.category) AS of_all, count(*)::int AS projects, coalesce(sum(s.issues_raised), 0)::int AS raised,
          coalesce(sum(s.issues_solved), 0)::int AS solved, ${countLights}
        ${fromItems(viewer, asOf, { ...filter, kinds: ['SERVICE_PROJECT'] }, joins)} GROUP BY GROUPING SETS ((a.category), ())),
      axis AS (SELECT code, name, name_en, position FROM term m
          WHERE m.dictionary = 'project-stage' AND (m.valid_to >= ${asOf}::date OR m.code IN (SELECT category FROM counted))
        UNION ALL SELECT NULL, NULL, NULL, NULL)
      SELECT x.code AS stage, x.name AS "stageName", x.name_en AS "stageNameEn", coalesce(c.projects, 0) AS projects,
        coalesce(c.raised, 0) AS "issuesRaised", coalesce(c.solved, 0) AS "issuesSolved",
        round(100.0 * c.solved / nullif(c.raised, 0), 1)::float8 AS "solvedPercent",
        coalesce(c.green, 0) AS green, coalesce(c.yellow, 0) AS yellow, coalesce(c.red, 0) AS red, coalesce(c.grey, 0) AS grey
      FROM axis x LEFT JOIN counted c ON c.category IS NOT DISTINCT FROM x.code AND c.of_all = (x.code IS NULL)::int
      ORDER BY x.position NULLS LAST, x.code`,
  );
}
