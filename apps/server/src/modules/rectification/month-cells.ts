import { empty, type Sql, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../item/item-filter.ts';
import { closedOn, isComplete, isOpen } from '../item/item-predicates.ts';
import type { Viewer } from '../session/viewer.ts';
import { monthsVisibleTo, rectificationsVisibleTo } from './rectification.policy.ts';

/** The last day of the month in which a day lies. */
const monthEndOf = (day: Sql) => sql`(date_trunc('month', ${day}) + interval '1 month' - interval '1 day')::date`;

/** What is counted: one rectification or all; within the scope of a page, the months of one unit and the problems of `filter`. */
export interface Choice {
  code?: string | null | undefined;
  unitId?: string | null | undefined;
  filter?: ItemFilter | null | undefined;
}

/** `AND …` on a row's code and unit. */
const chosen = ({ code, unitId }: Choice, row: { code: Sql; unitId: Sql }) =>
  sql`${code ? sql`AND ${row.code} = ${code}` : empty} ${unitId ? sql`AND ${row.unitId} = ${unitId}` : empty}`;

/** Figures of units' months as known at the end of a day, the newest version of each, as far as the viewer reads them: rows of `rectification_month`. */
export function knownMonths(viewer: Viewer, asOf: string, choice: Choice): Sql {
  return sql`SELECT DISTINCT ON (m.code, m.unit_id, m.period_on) m.* FROM rectification_month m
    WHERE m.known_on <= ${asOf}::date ${chosen(choice, { code: sql`m.code`, unitId: sql`m.unit_id` })} AND ${rectificationsVisibleTo(viewer, sql`m.code`)}
      AND ${monthsVisibleTo(viewer, sql`m.code`, sql`m.unit_id`)}
    ORDER BY m.code, m.unit_id, m.period_on, m.version DESC`;
}

/** Problems of rectifications as of a day: `FROM … WHERE` on aliases `a` and `i`. */
export function fromProblems(viewer: Viewer, asOf: string, { code, filter }: Choice): Sql {
  const all: ItemFilter = { ...filter, kinds: ['RECTIFICATION_PROBLEM'], ...(code ? { categories: [code] } : {}) };
  return sql`${fromItems(viewer, asOf, all)} AND ${rectificationsVisibleTo(viewer, sql`a.category`)}`;
}

/**
 * Every figure of the monthly kind, by rectification, unit and month (policy 2(4)3): what the unit entered (checks, put right on the spot, cases
 * filed, people handled, look-backs, relapses), and what the system counts itself: problems listed that were found in the month, and those put
 * right (办结) in it, under the unit that has to put them right. Boards, tables and charts all add up these rows.
 */
export function monthCells(viewer: Viewer, asOf: string, choice: Choice): Sql {
  const none = sql`0, 0, 0, 0, 0, 0, 0`;
  return sql`SELECT x.code, x.unit_id, x.period_on, sum(x.entered)::int AS entered, sum(x.checks)::int AS checks,
      sum(x.spot_fixed)::int AS spot_fixed, sum(x.cases_filed)::int AS cases_filed, sum(x.people_handled)::int AS people_handled,
      sum(x.look_backs)::int AS look_backs, sum(x.relapses)::int AS relapses, sum(x.listed)::int AS listed,
      sum(x.listed_fixed)::int AS listed_fixed
    FROM (
      SELECT k.code, k.unit_id, k.period_on, 1 AS entered, k.checks, k.spot_fixed, k.cases_filed, k.people_handled, k.look_backs, k.relapses,
        0 AS listed, 0 AS listed_fixed
      FROM (${knownMonths(viewer, asOf, choice)}) k
      UNION ALL SELECT a.category, a.lead_unit_id, ${monthEndOf(sql`i.found_on`)}, ${none}, 1, 0 ${fromProblems(viewer, asOf, choice)}
      UNION ALL SELECT a.category, a.lead_unit_id, ${monthEndOf(sql`i.closed_on`)}, ${none}, 0, 1 ${fromProblems(viewer, asOf, choice)}
        AND ${isComplete} AND ${closedOn(asOf)} IS NOT NULL
    ) x GROUP BY 1, 2, 3`;
}

/**
 * The months for which units that take part owe figures as of a day, by rectification and unit: from the month of the first planned day to that
 * of the day.
 */
export function askedMonths(viewer: Viewer, asOf: string, choice: Choice): Sql {
  return sql`SELECT w.code, w.unit_id, ${monthEndOf(sql`g.month`)} AS period_on
    FROM rectification_unit w
    JOIN (SELECT s.code, min(s.planned_from) AS first_on FROM rectification_stage_plan s GROUP BY 1) p ON p.code = w.code
    CROSS JOIN LATERAL generate_series(date_trunc('month', p.first_on), ${asOf}::date, interval '1 month') g(month)
    WHERE ${rectificationsVisibleTo(viewer, sql`w.code`)} AND ${monthsVisibleTo(viewer, sql`w.code`, sql`w.unit_id`)}
      ${chosen(choice, { code: sql`w.code`, unitId: sql`w.unit_id` })}`;
}

/** How the listed problems stand, in an aggregate over `fromProblems`: open, overdue (open after the due day), and their lights. */
export function standingCounts(asOf: string): Sql {
  return sql`count(*) FILTER (WHERE ${isOpen})::int AS open, count(*) FILTER (WHERE ${isOpen} AND a.due_on < ${asOf}::date)::int AS overdue,
    count(*) FILTER (WHERE a.light = 'GREEN')::int AS green, count(*) FILTER (WHERE a.light = 'YELLOW')::int AS yellow,
    count(*) FILTER (WHERE a.light = 'RED')::int AS red, count(*) FILTER (WHERE a.light = 'GREY')::int AS grey`;
}
