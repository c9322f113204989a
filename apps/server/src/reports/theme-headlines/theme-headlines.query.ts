import { type Theme, themes } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { join, rows, type Sql, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { closedOn, isComplete, isSettlementDue } from '../../modules/item/item-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { countLights, type LightCounts, lightColumns } from '../light-counts.ts';
import { plannedPercent } from '../livelihood-plan.ts';
import { courseDays } from '../report-days.ts';

/** The headline rate at the end of one day. `percent` is null when there is nothing to count. */
export interface HeadlinePoint {
  day: string;
  numerator: number;
  denominator: number;
  percent: number | null;
}

export interface ThemeHeadline extends HeadlinePoint {
  theme: Theme;
  /** Points since the end of the month before; null when either has nothing to count. */
  changePoints: number | null;
  /** Livelihood works only. */
  plannedPercent: number | null;
  lights: LightCounts;
  course: HeadlinePoint[];
}

const headlineRow = z.object({
  theme: z.enum(themes),
  day: z.string(),
  numerator: z.number(),
  denominator: z.number(),
  percent: z.number().nullable(),
  change_points: z.number().nullable(),
  planned_percent: z.number().nullable(),
  ...lightColumns,
});

/** Which theme each register serves, null for 督查事项; the same as `themeOfKind`. */
export const themeOfItem: Sql = sql`(CASE WHEN a.kind = 'STYLE_PROBLEM' THEN 'STYLE' WHEN a.kind = 'HARD_PROBLEM' THEN 'HARD_PROBLEMS'
  WHEN a.kind = 'LIVELIHOOD_WORK' THEN 'LIVELIHOOD' WHEN a.kind IN ('SERVICE_PROJECT', 'COMPLAINT') THEN 'EFFICIENCY' END)`;

/** What an item adds to its theme's numerator, on aliases `a`, `i`, `h` (hard_problem). */
export function themeNumerator(asOf: string): Sql {
  return sql`(CASE a.kind
    WHEN 'STYLE_PROBLEM' THEN ${isComplete}::int
    WHEN 'HARD_PROBLEM' THEN coalesce(h.solved_on <= ${asOf}::date, FALSE)::int
    WHEN 'LIVELIHOOD_WORK' THEN coalesce(a.progress_percent, 0) / 100
    ELSE (${isSettlementDue(sql`a`, asOf)} AND coalesce(${closedOn(asOf)} <= a.due_on, FALSE))::int END)`;
}

/** What an item adds to its theme's denominator: 1 or 0. */
export function themeDenominator(asOf: string): Sql {
  return sql`(CASE WHEN a.kind IN ('SERVICE_PROJECT', 'COMPLAINT') THEN ${isSettlementDue(sql`a`, asOf)}::int ELSE 1 END)`;
}

/**
 * The headline rate of each of the four themes as of a day, its course over the ends of the months before, and the theme's lights
 * (policy 1; every item as it stood at the end of each day, merged ones left out).
 *
 * - 转作风 整改到位率 (policy 2(1)): style problems whose rectification is complete (class 到位, or closed on acceptance) ÷ all found.
 * - 提效能 按时办结率 (policy 2(2)): projects and complaints closed on or before their due day ÷ those 应办结: closed, or past their due day.
 *   Each counts with its present round.
 * - 破难题 破解率 (policy 2(3)): hard problems with a day of solution ÷ all.
 * - 惠民生 完成率 (policy 2(4)1): mean progress of the works, so the numerator is in whole works (27.1 of 38); beside it the mean of what the
 *   plan asks for by the last month whose report is due.
 *
 * Change: points since the end of the month before, of rates rounded to one decimal.
 */
export async function themeHeadlines(viewer: Viewer, asOf: string, filter: ItemFilter = {}, months = 6): Promise<ThemeHeadline[]> {
  const days = courseDays(asOf, months);
  const joins = sql`LEFT JOIN hard_problem h ON h.item_id = i.id AND a.kind = 'HARD_PROBLEM'
    LEFT JOIN livelihood_work w ON w.item_id = i.id AND a.kind = 'LIVELIHOOD_WORK'`;
  const counts = days.map(
    (day) => sql`SELECT ${themeOfItem} AS theme, ${day}::date AS day, sum(${themeNumerator(day)}) AS numerator,
      sum(${themeDenominator(day)}) AS denominator,
      ${day === asOf ? sql`sum(CASE WHEN a.kind = 'LIVELIHOOD_WORK' THEN ${plannedPercent(day)} END)` : sql`NULL::numeric`} AS planned, ${countLights}
      ${fromItems(viewer, day, filter, joins)} GROUP BY 1`,
  );
  const found = await rows(
    headlineRow,
    sql`WITH counted AS (${join(counts, ' UNION ALL ')}),
      rated AS (
        SELECT t.theme, t.position, d.day, coalesce(c.numerator, 0) AS numerator, coalesce(c.denominator, 0) AS denominator,
          round(100 * c.numerator / nullif(c.denominator, 0), 1) AS percent, round(c.planned / nullif(c.denominator, 0), 1) AS planned,
          coalesce(c.green, 0) AS green, coalesce(c.yellow, 0) AS yellow, coalesce(c.red, 0) AS red, coalesce(c.grey, 0) AS grey
        FROM unnest(${themes}::text[]) WITH ORDINALITY t(theme, position) CROSS JOIN unnest(${days}::date[]) d(day)
        LEFT JOIN counted c ON c.theme = t.theme AND c.day = d.day)
      SELECT theme, day, round(numerator, 1)::float8 AS numerator, denominator::int, percent::float8, planned::float8 AS planned_percent,
        (percent - lag(percent) OVER (PARTITION BY theme ORDER BY day))::float8 AS change_points, green, yellow, red, grey
      FROM rated ORDER BY position, day`,
  );
  return themes.map((theme) => {
    const course = found.filter((point) => point.theme === theme);
    const { change_points, planned_percent, green, yellow, red, grey, ...now } = course.at(-1)!;
    return { ...now, changePoints: change_points, plannedPercent: planned_percent, lights: { green, yellow, red, grey }, course };
  });
}
