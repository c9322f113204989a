import { dutyKinds, itemKinds } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { isComplete, isPlanned } from '../../modules/item/item-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { countLights, lightColumns } from '../light-counts.ts';

const dutyColumn = z.object({
  duty: z.enum(dutyKinds),
  group: z.enum(['DEPARTMENT', 'COUNTY']).nullable(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  count: z.number(),
});
export type ClauseDuty = z.infer<typeof dutyColumn>;

const clauseRow = z.object({
  number: z.string(),
  parentNumber: z.string().nullable(),
  depth: z.number(),
  title: z.string(),
  titleEn: z.string(),
  registers: z.array(z.enum(itemKinds)),
  dutiesFrom: z.string().nullable(),
  duties: z.array(dutyColumn),
  items: z.number(),
  complete: z.number(),
  completePercent: z.number().nullable(),
  unplanned: z.number(),
  ...lightColumns,
  isHeading: z.boolean(),
  hasNoOwner: z.boolean(),
  hasNoRegister: z.boolean(),
  hasNoData: z.boolean(),
});
export type ClauseCoverage = z.infer<typeof clauseRow>;

/**
 * The clause tree of the policy, each clause with its duties, its items as of a day, and what it lacks (mission A19).
 * Duties are a clause's own; without any, those of the nearest clause above that has some (`dutiesFrom`). All departments or all counties in
 * force stand as one group. Items are those of the clause and of all below it, style problems also by the clause of their category: the same as
 * `ItemFilter.clauses`. Complete as `isComplete`; unplanned = without a plan to measure by.
 * Marks: no owner = no leading unit, own or shared; no register = neither it nor a clause above or below feeds a ledger; no data = a register
 * but no item visible to the viewer. A heading, which only groups clauses, has no marks of its own.
 */
export function clauseCoverage(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<ClauseCoverage[]> {
  return rows(
    clauseRow,
    sql`WITH RECURSIVE up AS (
        SELECT number, number AS above, parent_number AS next, 0 AS steps FROM clause
        UNION ALL SELECT u.number, c.number, c.parent_number, u.steps + 1 FROM up u JOIN clause c ON c.number = u.next),
      grouped AS (
        SELECT row_number() OVER () AS id, g.* FROM (
          SELECT a.clause_number, CASE WHEN a.kind = 'STYLE_PROBLEM' THEN a.category END AS style_category, count(*)::int AS items,
            count(*) FILTER (WHERE ${isComplete})::int AS complete, count(*) FILTER (WHERE NOT ${isPlanned})::int AS unplanned, ${countLights}
          ${fromItems(viewer, asOf, filter)} GROUP BY 1, 2) g),
      answered AS (
        SELECT g.id, u.above FROM grouped g JOIN up u ON u.number = g.clause_number
        UNION SELECT g.id, u.above FROM grouped g
          JOIN term m ON m.dictionary = 'style-category' AND m.code = g.style_category JOIN up u ON u.number = m.extra ->> 'clause'),
      counted AS (
        SELECT w.above AS number, sum(g.items)::int AS items, sum(g.complete)::int AS complete, sum(g.unplanned)::int AS unplanned,
          sum(g.green)::int AS green, sum(g.yellow)::int AS yellow, sum(g.red)::int AS red, sum(g.grey)::int AS grey
        FROM answered w JOIN grouped g USING (id) GROUP BY 1),
      owner AS (
        SELECT DISTINCT ON (u.number) u.number, u.above AS source FROM up u
        WHERE EXISTS (SELECT 1 FROM clause_unit d WHERE d.clause_number = u.above) ORDER BY u.number, u.steps),
      in_force AS (SELECT id, short_name, kind, position FROM unit WHERE valid_from <= ${asOf}::date AND valid_to >= ${asOf}::date),
      charged AS (
        SELECT d.clause_number, d.duty, n.id, n.short_name, n.position,
          CASE WHEN count(*) OVER (PARTITION BY d.clause_number, d.duty, n.kind) = (SELECT count(*) FROM in_force s WHERE s.kind = n.kind)
            AND n.kind IN ('DEPARTMENT', 'COUNTY') THEN n.kind END AS whole
        FROM clause_unit d JOIN in_force n ON n.id = d.unit_id),
      entry AS (
        SELECT clause_number, duty, whole, CASE WHEN whole IS NULL THEN id END AS unit_id, CASE WHEN whole IS NULL THEN short_name END AS unit_name,
          count(*)::int AS count, min(position) AS position
        FROM charged GROUP BY 1, 2, 3, 4, 5),
      duties AS (
        SELECT clause_number, bool_or(duty = 'LEAD') AS is_led,
          jsonb_agg(jsonb_build_object('duty', duty, 'group', whole, 'unitId', unit_id, 'unitName', unit_name, 'count', count)
            ORDER BY duty, whole DESC NULLS LAST, position, unit_id) AS list
        FROM entry GROUP BY 1),
      kept AS (
        SELECT c.number, EXISTS (SELECT 1 FROM up u JOIN clause k ON k.number = u.above WHERE u.number = c.number AND k.kinds <> '{}') AS above,
          EXISTS (SELECT 1 FROM up u JOIN clause k ON k.number = u.number WHERE u.above = c.number AND k.kinds <> '{}') AS below,
          EXISTS (SELECT 1 FROM clause k WHERE k.parent_number = c.number) AND c.kinds = '{}' AND NOT EXISTS (
            SELECT 1 FROM clause_unit d WHERE d.clause_number = c.number) AS is_heading
        FROM clause c)
      SELECT c.number, c.parent_number AS "parentNumber", (SELECT max(u.steps) FROM up u WHERE u.number = c.number) AS depth,
        c.title, c.title_en AS "titleEn", c.kinds::text[] AS registers, o.source AS "dutiesFrom", coalesce(d.list, '[]') AS duties,
        coalesce(k.items, 0) AS items, coalesce(k.complete, 0) AS complete,
        round(100.0 * k.complete / nullif(k.items, 0), 1)::float8 AS "completePercent", coalesce(k.unplanned, 0) AS unplanned,
        coalesce(k.green, 0) AS green, coalesce(k.yellow, 0) AS yellow, coalesce(k.red, 0) AS red, coalesce(k.grey, 0) AS grey,
        h.is_heading AS "isHeading", NOT h.is_heading AND NOT coalesce(d.is_led, FALSE) AS "hasNoOwner",
        NOT h.is_heading AND NOT (h.above OR h.below) AS "hasNoRegister",
        NOT h.is_heading AND (h.above OR h.below) AND k.items IS NULL AS "hasNoData"
      FROM clause c JOIN kept h ON h.number = c.number LEFT JOIN owner o ON o.number = c.number
      LEFT JOIN duties d ON d.clause_number = o.source LEFT JOIN counted k ON k.number = c.number
      ORDER BY c.position, c.number`,
  );
}
