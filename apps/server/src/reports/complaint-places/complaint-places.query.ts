import { z } from 'zod';
import { rows, type Sql, sql } from '../../database.ts';
import { isTakenOn } from '../../modules/item/complaint-predicates.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { closedOn, isComplete, isSettlementDue } from '../../modules/item/item-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const placeRow = z.object({
  unitId: z.string(),
  unitName: z.string().nullable(),
  received: z.number(),
  takenOn: z.number(),
  complete: z.number(),
  settlementDue: z.number(),
  onTime: z.number(),
  onTimePercent: z.number().nullable(),
  upheld: z.number(),
  red: z.number(),
});
export type ComplaintPlace = z.infer<typeof placeRow>;

/** What is counted of a group of complaints, in an aggregate over `fromItems`. */
function counts(asOf: string): Sql {
  const isUpheld = sql`EXISTS (SELECT 1 FROM complaint f WHERE f.item_id = i.id AND f.finding IN ('TRUE', 'PARTLY_TRUE')
    AND coalesce(coalesce(f.found_on, f.answered_on) <= ${asOf}::date, TRUE))`;
  return sql`count(*)::int AS received, count(*) FILTER (WHERE ${isTakenOn})::int AS taken_on,
    count(*) FILTER (WHERE ${isComplete})::int AS complete, count(*) FILTER (WHERE ${isSettlementDue(sql`a`, asOf)})::int AS settlement_due,
    count(*) FILTER (WHERE ${isSettlementDue(sql`a`, asOf)} AND ${closedOn(asOf)} <= a.due_on)::int AS on_time,
    count(*) FILTER (WHERE ${isUpheld})::int AS upheld, count(*) FILTER (WHERE a.light = 'RED')::int AS red`;
}

const columns = sql`coalesce(g.received, 0) AS received, coalesce(g.taken_on, 0) AS "takenOn", coalesce(g.complete, 0) AS complete,
  coalesce(g.settlement_due, 0) AS "settlementDue", coalesce(g.on_time, 0) AS "onTime",
  round(100.0 * g.on_time / nullif(g.settlement_due, 0), 1)::float8 AS "onTimePercent", coalesce(g.upheld, 0) AS upheld, coalesce(g.red, 0) AS red`;

/**
 * Complaints by the unit complained of as of a day, the most complained of first (policy 2(2)5): received, taken on, complete, 应办结 and closed
 * in time (by whichever unit handles it), found true or partly true, and red. One that names several units counts in each; those that name
 * none are `NONE`, at the end.
 */
export function complainedUnits(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<ComplaintPlace[]> {
  const named = sql`JOIN LATERAL (SELECT DISTINCT coalesce(c.complained_unit_id, 'NONE') AS unit_id FROM complaint c WHERE c.item_id = i.id) n ON TRUE`;
  return rows(
    placeRow,
    sql`WITH grouped AS (
        SELECT n.unit_id, ${counts(asOf)} ${fromItems(viewer, asOf, { ...given, kinds: ['COMPLAINT'] }, named)} GROUP BY 1)
      SELECT g.unit_id AS "unitId", u.short_name AS "unitName", ${columns}
      FROM grouped g LEFT JOIN unit u ON u.id = g.unit_id ORDER BY u.id IS NULL, g.received DESC, u.position, g.unit_id`,
  );
}

/**
 * Complaints by the county in which they lie as of a day, in the order of the counties: the same counts as by unit. Every county is listed,
 * also without any; those that lie in none are `NONE`, at the end, if any.
 */
export function complaintCounties(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<ComplaintPlace[]> {
  return rows(
    placeRow,
    sql`WITH grouped AS (
        SELECT coalesce(a.county_id, 'NONE') AS county_id, ${counts(asOf)} ${fromItems(viewer, asOf, { ...given, kinds: ['COMPLAINT'] })} GROUP BY 1),
      place AS (
        SELECT u.id, u.short_name, u.position, u.valid_from <= ${asOf}::date AND u.valid_to >= ${asOf}::date AS is_current
        FROM unit u WHERE u.kind = 'COUNTY'
        UNION ALL SELECT 'NONE', NULL, NULL, FALSE)
      SELECT p.id AS "unitId", p.short_name AS "unitName", ${columns}
      FROM place p LEFT JOIN grouped g ON g.county_id = p.id WHERE p.is_current OR g.received > 0
      ORDER BY p.position NULLS LAST, p.id`,
  );
}
