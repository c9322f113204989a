import { type Sql, sql } from '../database.ts';

/** The last month whose report on livelihood works is due by the day, as the light judges it (model 10). Asks nothing of the row: found once a query. */
function lastMonthDue(asOf: string): Sql {
  return sql`(SELECT max(m.ends_on) FROM (
      SELECT (date_trunc('month', ${asOf}::date) - make_interval(months => n) - interval '1 day')::date AS ends_on FROM generate_series(-1, 23) n) m
    WHERE working_days_between(m.ends_on, ${asOf}::date) >= (
      SELECT h.report_grace_working_days FROM threshold h
      WHERE h.kind = 'LIVELIHOOD_WORK' AND h.valid_from <= ${asOf}::date ORDER BY h.valid_from DESC LIMIT 1))`;
}

/**
 * What the plan of a livelihood work asks for on a day, in percent of its quantity, 0–100 (policy 2(4)1): the cumulative plan at the end of the
 * last month whose report is due by then; 0 before the first. On aliases `i` and `w` (livelihood_work).
 */
export function plannedPercent(asOf: string): Sql {
  return sql`coalesce((
    SELECT least(100, trunc(100 * f.value / nullif(w.quantity, 0), 1))
    FROM period_figure f
    WHERE f.item_id = i.id AND f.series = 'PLAN' AND f.county_id IS NULL AND f.known_on <= ${asOf}::date AND f.period_on <= ${lastMonthDue(asOf)}
    ORDER BY f.period_on DESC, f.known_on DESC, f.id DESC LIMIT 1), 0)`;
}
