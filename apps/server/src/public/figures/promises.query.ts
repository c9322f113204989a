import { z } from 'zod';
import { rows, type Sql, sql } from '../../database.ts';
import { conditions, itemsAt } from '../../modules/item/item-filter.ts';
import { isComplete } from '../../modules/item/item-predicates.ts';
import { knownFigures } from '../../reports/known-figures.ts';
import { plannedPercent } from '../../reports/livelihood-plan.ts';
import { termRow } from '../term.schema.ts';

export const promiseStates = ['ON_PLAN', 'BEHIND', 'DONE', 'NOT_REPORTED'] as const;

const countyRow = z.object({
  county: z.string(),
  countyEn: z.string(),
  target: z.number(),
  actual: z.number(),
  percent: z.number().nullable(),
});
export type CountyProgress = z.infer<typeof countyRow>;

const promiseRow = z.object({
  number: z.string(),
  title: z.string(),
  programme: termRow,
  promise: z.string().nullable(),
  dutyUnit: z.string(),
  quantity: z.number(),
  quantityUnit: z.string(),
  actual: z.number(),
  percent: z.number().nullable(),
  plannedPercent: z.number().nullable(),
  state: z.enum(promiseStates),
  dueOn: z.string().nullable(),
  counties: z.array(countyRow),
});
export type PromisedWork = z.infer<typeof promiseRow>;

/** WHERE on alias `o` of `item_openness`: set 主动公开, and passed by a reviewer. The one rule of what the public may see of an item. */
const isPublished: Sql = sql`(o.openness = 'PUBLIC' AND o.verdict = 'PASSED')`;

/**
 * The livelihood works that are public, as of a day, with their progress by county (policy 2(4)1); in the order of programme and number.
 *
 * - `actual`: the last monthly figure of the whole work that was known by the day; where none was reported, the sum of what its counties
 *   reported. `percent` is the work's progress as inside (0–100, one decimal), read from the same figures.
 * - `plannedPercent`: what the plan asks for by the last month whose report is due; null without a monthly plan.
 * - A county's `percent` is its actual ÷ target, one decimal, and may pass 100; counties keep no months: theirs is the last one reported.
 * - `state`: DONE when complete; NOT_REPORTED when the report of the last month is overdue; BEHIND when behind the plan by as many points as
 *   turn its light yellow, or past its due day; else ON_PLAN. A light that the office set by hand doesn't count here.
 */
export function promises(asOf: string): Promise<PromisedWork[]> {
  const yellowPoints = sql`(SELECT h.plan_yellow_points FROM threshold h
    WHERE h.kind = 'LIVELIHOOD_WORK' AND h.valid_from <= ${asOf}::date ORDER BY h.valid_from DESC LIMIT 1)`;
  return rows(
    promiseRow,
    sql`WITH shown AS (
        SELECT i.id, i.number, i.title, a.category, a.lead_unit_id, a.due_on, a.report_due_on, a.progress_percent AS progress,
          ${isComplete} AS complete, w.promise, w.quantity, w.quantity_unit,
          CASE WHEN EXISTS (SELECT 1 FROM period_figure f WHERE f.item_id = i.id AND f.series = 'PLAN' AND ${knownFigures(asOf)})
            THEN ${plannedPercent(asOf)} END AS planned,
          (SELECT f.value FROM period_figure f WHERE f.item_id = i.id AND f.series = 'ACTUAL' AND ${knownFigures(asOf)}
            ORDER BY f.period_on DESC, f.known_on DESC, f.id DESC LIMIT 1) AS reported
        FROM ${itemsAt(asOf)} JOIN item i ON i.id = a.item_id JOIN item_openness o ON o.item_id = i.id
          JOIN livelihood_work w ON w.item_id = i.id
        WHERE ${isPublished} ${conditions({ kinds: ['LIVELIHOOD_WORK'] }, asOf)}),
      shares AS (
        SELECT c.item_id, sum(c.actual) AS actual, jsonb_agg(jsonb_build_object('county', u.short_name, 'countyEn', u.name_en, 'target', c.target,
          'actual', c.actual, 'percent', trunc(100 * c.actual / nullif(c.target, 0), 1)) ORDER BY u.position, u.id) AS counties
        FROM county_target c JOIN shown s ON s.id = c.item_id JOIN unit u ON u.id = c.county_id GROUP BY 1)
      SELECT s.number, s.title, s.promise, u.name AS "dutyUnit", s.quantity::float8, s.quantity_unit AS "quantityUnit",
        jsonb_build_object('code', coalesce(s.category, ''), 'name', coalesce(m.name, s.category, ''),
          'nameEn', coalesce(m.name_en, s.category, '')) AS programme,
        coalesce(s.reported, c.actual, 0)::float8 AS actual, s.progress::float8 AS percent, s.planned::float8 AS "plannedPercent",
        CASE WHEN s.complete THEN 'DONE' WHEN s.report_due_on < ${asOf}::date THEN 'NOT_REPORTED'
          WHEN s.due_on < ${asOf}::date OR s.planned - coalesce(s.progress, 0) >= ${yellowPoints} THEN 'BEHIND' ELSE 'ON_PLAN' END AS state,
        nullif(s.due_on, '9999-12-31') AS "dueOn", coalesce(c.counties, '[]') AS counties
      FROM shown s JOIN unit u ON u.id = s.lead_unit_id LEFT JOIN shares c ON c.item_id = s.id
        LEFT JOIN term m ON m.dictionary = 'livelihood-programme' AND m.code = s.category
      ORDER BY m.position NULLS LAST, s.category, s.number`,
  );
}
