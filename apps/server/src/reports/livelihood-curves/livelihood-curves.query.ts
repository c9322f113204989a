import { lights } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { knownFigures } from '../known-figures.ts';
import { plannedPercent } from '../livelihood-plan.ts';

const pointRow = z.object({ month: z.string(), planned: z.number().nullable(), actual: z.number().nullable() });
export type CurvePoint = z.infer<typeof pointRow>;

const curveRow = z.object({
  number: z.string(),
  title: z.string(),
  unitName: z.string(),
  light: z.enum(lights).nullable(),
  quantity: z.number(),
  quantityUnit: z.string(),
  progressPercent: z.number(),
  plannedPercent: z.number(),
  lagPoints: z.number(),
  reportedThrough: z.string().nullable(),
  total: z.number(),
  points: z.array(pointRow),
});
export type LivelihoodCurve = z.infer<typeof curveRow>;

/**
 * Monthly plan and actual of each livelihood work, cumulative in the work's own unit, as known on a day (policy 2(4)1): the plan of the whole
 * year, the actuals reported by the day. Furthest behind its plan first: lag = plan − progress in points, the plan being that of the last
 * month whose report is due (model 10; the same as `slowestLivelihoodWorks`); a work ahead has a negative lag. `reportedThrough` is that
 * month; a month up to it without an actual is 未报. `total` is how many works the filter holds.
 */
export function livelihoodCurves(viewer: Viewer, asOf: string, filter: ItemFilter, first: number): Promise<LivelihoodCurve[]> {
  const joins = sql`JOIN livelihood_work w ON w.item_id = i.id JOIN unit u ON u.id = a.lead_unit_id`;
  return rows(
    curveRow,
    sql`WITH works AS (
        SELECT i.id, i.number, i.title, u.short_name, a.light, w.quantity, w.quantity_unit, coalesce(a.progress_percent, 0) AS progress,
          ${plannedPercent(asOf)} AS planned
        ${fromItems(viewer, asOf, { ...filter, kinds: ['LIVELIHOOD_WORK'] }, joins)}),
      chosen AS (SELECT k.*, k.planned - k.progress AS lag, count(*) OVER ()::int AS total FROM works k ORDER BY lag DESC, k.number LIMIT ${first}),
      figures AS (
        SELECT DISTINCT ON (f.item_id, f.series, f.period_on) f.item_id, f.series, f.period_on, f.value
        FROM period_figure f JOIN chosen c ON c.id = f.item_id WHERE f.series IN ('PLAN', 'ACTUAL') AND ${knownFigures(asOf)}
        ORDER BY f.item_id, f.series, f.period_on, f.known_on DESC, f.id DESC),
      months AS (
        SELECT item_id, period_on, max(value) FILTER (WHERE series = 'PLAN') AS planned, max(value) FILTER (WHERE series = 'ACTUAL') AS actual
        FROM figures GROUP BY 1, 2),
      through AS (
        SELECT max(g.last_day) AS day FROM (
          SELECT (date_trunc('month', ${asOf}::date) - make_interval(months => n) - interval '1 day')::date AS last_day
          FROM generate_series(0, 3) n) g
        WHERE working_days_between(g.last_day, ${asOf}::date) >= (SELECT h.report_grace_working_days FROM threshold h
          WHERE h.kind = 'LIVELIHOOD_WORK' AND h.valid_from <= ${asOf}::date ORDER BY h.valid_from DESC LIMIT 1))
      SELECT c.number, c.title, c.short_name AS "unitName", c.light, c.quantity::float8, c.quantity_unit AS "quantityUnit",
        c.progress::float8 AS "progressPercent", c.planned::float8 AS "plannedPercent", c.lag::float8 AS "lagPoints",
        to_char((SELECT day FROM through), 'YYYY-MM') AS "reportedThrough", c.total,
        coalesce((SELECT jsonb_agg(jsonb_build_object('month', to_char(m.period_on, 'YYYY-MM'), 'planned', m.planned, 'actual', m.actual)
          ORDER BY m.period_on) FROM months m WHERE m.item_id = c.id), '[]') AS points
      FROM chosen c ORDER BY c.lag DESC, c.number`,
  );
}
