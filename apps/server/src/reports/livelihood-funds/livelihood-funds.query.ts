import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { knownFigures } from '../known-figures.ts';

const fundsRow = z.object({
  programme: z.string().nullable(),
  programmeName: z.string().nullable(),
  programmeNameEn: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  works: z.number(),
  planned: z.number(),
  arrived: z.number(),
  paid: z.number(),
  arrivedPercent: z.number().nullable(),
  paidPercent: z.number().nullable(),
  arrivedLag: z.number(),
  paidLag: z.number(),
});
/** `number` null: the sum of a programme; `programme` null as well: of all. */
export type LivelihoodFunds = z.infer<typeof fundsRow>;

/**
 * Funds of the livelihood works in 万元 as known on a day (policy 2(4)1): planned for the year, arrived and paid by the newest month reported
 * by then. Lags: planned − arrived (not arrived yet), arrived − paid (arrived and not paid). Percent: arrived ÷ planned, paid ÷ arrived. Works
 * without planned funds are left out. All first, then each programme's sum followed by its works, the most not yet arrived first.
 */
export function livelihoodFunds(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<LivelihoodFunds[]> {
  const newest = (series: 'FUNDS_ARRIVED' | 'FUNDS_PAID') => sql`coalesce((SELECT f.value FROM period_figure f
    WHERE f.item_id = i.id AND f.series = ${series} AND ${knownFigures(asOf)} ORDER BY f.period_on DESC, f.known_on DESC, f.id DESC LIMIT 1), 0)`;
  const joins = sql`JOIN livelihood_work w ON w.item_id = i.id AND w.funds_planned > 0`;
  return rows(
    fundsRow,
    sql`WITH works AS (
        SELECT a.category, i.number, i.title, w.funds_planned AS planned, ${newest('FUNDS_ARRIVED')} AS arrived, ${newest('FUNDS_PAID')} AS paid
        ${fromItems(viewer, asOf, { ...filter, kinds: ['LIVELIHOOD_WORK'] }, joins)}),
      sums AS (
        SELECT category, number, title, grouping(category) AS of_all, grouping(number) AS of_many, count(*)::int AS works,
          sum(planned) AS planned, sum(arrived) AS arrived, sum(paid) AS paid
        FROM works GROUP BY GROUPING SETS ((category, number, title), (category), ()))
      SELECT s.category AS programme, m.name AS "programmeName", m.name_en AS "programmeNameEn", s.number, s.title, s.works,
        s.planned::float8, s.arrived::float8, s.paid::float8,
        round(100 * s.arrived / nullif(s.planned, 0), 1)::float8 AS "arrivedPercent",
        round(100 * s.paid / nullif(s.arrived, 0), 1)::float8 AS "paidPercent",
        (s.planned - s.arrived)::float8 AS "arrivedLag", (s.arrived - s.paid)::float8 AS "paidLag"
      FROM sums s LEFT JOIN term m ON m.dictionary = 'livelihood-programme' AND m.code = s.category
      WHERE s.works > 0
      ORDER BY s.of_all DESC, m.position NULLS LAST, s.category, s.of_many DESC, s.planned - s.arrived DESC, s.number`,
  );
}
