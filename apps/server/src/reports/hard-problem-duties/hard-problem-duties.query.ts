import { itemActions, levels, lights } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, type Sql, sql } from '../../database.ts';
import { hasPortfolio } from '../../modules/item/item.policy.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const dutyRow = z.object({
  itemId: z.string(),
  asOf: z.string(),
  number: z.string(),
  title: z.string(),
  level: z.enum(levels).nullable(),
  themeName: z.string().nullable(),
  themeNameEn: z.string().nullable(),
  unitName: z.string(),
  light: z.enum(lights).nullable(),
  progressPercent: z.number().nullable(),
  dueOn: z.string(),
  isSolved: z.boolean(),
  nextStep: z.string().nullable(),
  nextStepPlannedOn: z.string().nullable(),
  openDecisions: z.number(),
  lastAt: z.date().nullable(),
  lastAction: z.enum(itemActions).nullable(),
  lastActor: z.string().nullable(),
});
export type HardProblemDuty = z.infer<typeof dutyRow>;

/** The two lists of a vice mayor (model 19). */
export interface HardProblemDuties {
  postId: string;
  /** 牵头: city-level problems that the post answers for. */
  led: HardProblemDuty[];
  /** 分管: department- and county-level problems of the units in the post's portfolio. */
  overseen: HardProblemDuty[];
}

/** Which items each list holds: the ledger shows the same with this filter. */
export function dutyFilters(postId: string): { led: ItemFilter; overseen: ItemFilter } {
  return {
    led: { kinds: ['HARD_PROBLEM'], levels: ['CITY'], dutyPosts: [postId] },
    overseen: { kinds: ['HARD_PROBLEM'], levels: ['DEPARTMENT', 'COUNTY'], overseenBy: [postId] },
  };
}

/**
 * A vice mayor's hard problems as of a day, in two lists (policy 2(3)): those led and those overseen by portfolio. Unsolved before solved,
 * then red, yellow, unreported, green, then by due day. The next step is the first of the progress sheet that isn't done; decisions are
 * counted on steps that aren't done. The last act is the last that people did by the end of the day: recomputations and what came in by ledger
 * are none. Null for anyone but a vice mayor.
 */
export async function hardProblemDuties(viewer: Viewer, asOf: string): Promise<HardProblemDuties | null> {
  if (!hasPortfolio(viewer)) return null;
  const filters = dutyFilters(viewer.postId);
  const [led, overseen] = await Promise.all([
    rows(dutyRow, dutiesQuery(viewer, asOf, filters.led)),
    rows(dutyRow, dutiesQuery(viewer, asOf, filters.overseen)),
  ]);
  return { postId: viewer.postId, led, overseen };
}

function dutiesQuery(viewer: Viewer, asOf: string, filter: ItemFilter): Sql {
  const joins = sql`JOIN hard_problem h ON h.item_id = i.id JOIN unit u ON u.id = a.lead_unit_id
    LEFT JOIN term m ON m.dictionary = 'hard-problem-theme' AND m.code = a.category
    LEFT JOIN LATERAL (SELECT s.title, s.planned_on FROM item_step s
      WHERE s.item_id = i.id AND (s.actual_on IS NULL OR s.actual_on > ${asOf}::date) ORDER BY s.position LIMIT 1) n ON TRUE
    LEFT JOIN LATERAL (SELECT e.at, e.action, e.actor_title FROM item_event e
      WHERE e.item_id = i.id AND e.at < day_end(${asOf}::date) AND e.action NOT IN ('RECOMPUTE', 'CREATE', 'IMPORT_FACTS')
      ORDER BY e.sequence DESC LIMIT 1) l ON TRUE`;
  return sql`SELECT i.id AS "itemId", ${asOf}::text AS "asOf", i.number, i.title, a.level, m.name AS "themeName", m.name_en AS "themeNameEn", u.short_name AS "unitName", a.light,
      a.progress_percent::float8 AS "progressPercent", a.due_on AS "dueOn", coalesce(h.solved_on <= ${asOf}::date, FALSE) AS "isSolved",
      n.title AS "nextStep", n.planned_on AS "nextStepPlannedOn",
      (SELECT count(*)::int FROM item_step s WHERE s.item_id = i.id AND s.decision_needed IS NOT NULL
        AND (s.actual_on IS NULL OR s.actual_on > ${asOf}::date)) AS "openDecisions",
      l.at AS "lastAt", l.action AS "lastAction", l.actor_title AS "lastActor"
    ${fromItems(viewer, asOf, filter, joins)}
    ORDER BY coalesce(h.solved_on <= ${asOf}::date, FALSE), array_position(ARRAY['RED', 'YELLOW', 'GREY', 'GREEN']::light[], a.light),
      a.due_on, i.number`;
}
