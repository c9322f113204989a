import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { knownFigures } from '../known-figures.ts';

const monthRow = z.object({
  month: z.string(),
  planned: z.number(),
  actual: z.number().nullable(),
  reported: z.number(),
  projects: z.number(),
});
export type InvestmentMonth = z.infer<typeof monthRow>;

/**
 * Investment of the filtered projects by month, cumulative in 万元, as known on a day (policy 2(2)1): planned and actual, summed over the
 * projects. A project that has no figure for a month counts with its last one; `reported` says how many did report the month's actual, of
 * `projects`. After the last month that anyone reported, actual is null.
 */
export function projectInvestment(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<InvestmentMonth[]> {
  return rows(
    monthRow,
    sql`WITH projects AS (SELECT i.id ${fromItems(viewer, asOf, { ...filter, kinds: ['SERVICE_PROJECT'] })}),
      figures AS (
        SELECT DISTINCT ON (f.item_id, f.series, f.period_on) f.item_id, f.series, f.period_on, f.value
        FROM period_figure f JOIN projects p ON p.id = f.item_id
        WHERE f.series IN ('INVESTMENT_PLANNED', 'INVESTMENT_ACTUAL') AND ${knownFigures(asOf)}
        ORDER BY f.item_id, f.series, f.period_on, f.known_on DESC, f.id DESC),
      gains AS (
        SELECT g.item_id, g.series, date_trunc('month', g.period_on)::date AS month,
          g.value - coalesce(lag(g.value) OVER (PARTITION BY g.item_id, g.series ORDER BY g.period_on), 0) AS gain
        FROM figures g),
      months AS (SELECT generate_series(min(month), max(month), interval '1 month')::date AS month FROM gains),
      sums AS (
        SELECT m.month, sum(coalesce(sum(g.gain) FILTER (WHERE g.series = 'INVESTMENT_PLANNED'), 0)) OVER w AS planned,
          sum(coalesce(sum(g.gain) FILTER (WHERE g.series = 'INVESTMENT_ACTUAL'), 0)) OVER w AS actual,
          count(*) FILTER (WHERE g.series = 'INVESTMENT_ACTUAL')::int AS reported
        FROM months m LEFT JOIN gains g ON g.month = m.month GROUP BY m.month WINDOW w AS (ORDER BY m.month))
      SELECT to_char(s.month, 'YYYY-MM') AS month, s.planned::float8,
        CASE WHEN s.month <= (SELECT max(month) FROM gains WHERE series = 'INVESTMENT_ACTUAL') THEN s.actual::float8 END AS actual,
        s.reported, (SELECT count(*)::int FROM projects) AS projects
      FROM sums s ORDER BY s.month`,
  );
}
