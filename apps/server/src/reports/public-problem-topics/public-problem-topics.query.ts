import { problemOrigins } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, type Sql, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { isComplete, isOpen } from '../../modules/item/item-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { countLights, lightColumns } from '../light-counts.ts';

const standColumns = {
  raised: z.number(),
  open: z.number(),
  closed: z.number(),
  closedPercent: z.number().nullable(),
};

/** Counts of a group of problems: raised, open, closed (call-back and 销号 included). */
const counts: Sql = sql`count(*)::int AS raised, count(*) FILTER (WHERE ${isOpen})::int AS open, count(*) FILTER (WHERE ${isComplete})::int AS closed`;
/** The same read of alias `c`, zeros filled; the share of closed ÷ raised to one decimal. */
const counted: Sql = sql`coalesce(c.raised, 0) AS raised, coalesce(c.open, 0) AS open, coalesce(c.closed, 0) AS closed,
  round(100.0 * c.closed / nullif(c.raised, 0), 1)::float8 AS "closedPercent"`;

const topicRow = z.object({
  code: z.string(),
  name: z.string().nullable(),
  nameEn: z.string().nullable(),
  peopleAffected: z.number(),
  ...standColumns,
  ...lightColumns,
});
export type PublicProblemTopic = z.infer<typeof topicRow>;

/**
 * Problems of the public by topic as of a day (policy 2(4)3): raised, open, closed and its share (办结率 = closed ÷ raised), people affected as
 * far as they are known, and the lights of the open ones. Every topic is listed, also without any; those without a topic yet are `NONE`, if any.
 */
export function publicProblemTopics(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<PublicProblemTopic[]> {
  return rows(
    topicRow,
    sql`WITH counted AS (
        SELECT coalesce(a.category, 'NONE') AS category, ${counts}, least(coalesce(sum(q.people_affected), 0), 2147483647)::int AS people, ${countLights}
        ${fromItems(viewer, asOf, { ...given, kinds: ['PUBLIC_PROBLEM'] }, sql`LEFT JOIN public_problem q ON q.item_id = i.id`)} GROUP BY 1),
      topic AS (
        SELECT t.code, t.name, t.name_en, t.position, t.valid_to >= ${asOf}::date AS is_current FROM term t WHERE t.dictionary = 'public-topic'
        UNION ALL SELECT 'NONE', NULL, NULL, NULL, FALSE)
      SELECT t.code, t.name, t.name_en AS "nameEn", ${counted}, coalesce(c.people, 0) AS "peopleAffected",
        coalesce(c.green, 0) AS green, coalesce(c.yellow, 0) AS yellow, coalesce(c.red, 0) AS red, coalesce(c.grey, 0) AS grey
      FROM topic t LEFT JOIN counted c ON c.category = t.code
      WHERE c.raised > 0 OR t.is_current ORDER BY t.position NULLS LAST, t.code`,
  );
}

const unitRow = z.object({ unitId: z.string(), unitName: z.string(), ...standColumns, ...lightColumns });
export type PublicProblemUnit = z.infer<typeof unitRow>;

/**
 * Problems of the public by lead unit as of a day: raised, open, closed and its share (办结率 = closed ÷ raised), and the lights of the open
 * ones. Units with most raised first; those without any are left out.
 */
export function publicProblemUnits(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<PublicProblemUnit[]> {
  return rows(
    unitRow,
    sql`WITH counted AS (
        SELECT a.lead_unit_id AS unit_id, ${counts}, ${countLights} ${fromItems(viewer, asOf, { ...given, kinds: ['PUBLIC_PROBLEM'] })} GROUP BY 1)
      SELECT u.id AS "unitId", u.short_name AS "unitName", ${counted}, c.green, c.yellow, c.red, c.grey
      FROM counted c JOIN unit u ON u.id = c.unit_id ORDER BY c.raised DESC, u.position, u.id`,
  );
}

const originRow = z.object({ origin: z.enum(problemOrigins), ...standColumns });
export type PublicProblemOrigin = z.infer<typeof originRow>;

/** Problems of the public by origin as of a day: 征求意见 and 自身查找, both listed, with what was closed of them. */
export function publicProblemOrigins(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<PublicProblemOrigin[]> {
  return rows(
    originRow,
    sql`WITH counted AS (
        SELECT q.origin, ${counts}
        ${fromItems(viewer, asOf, { ...given, kinds: ['PUBLIC_PROBLEM'] }, sql`JOIN public_problem q ON q.item_id = i.id`)} GROUP BY 1)
      SELECT o.origin, ${counted}
      FROM unnest(${problemOrigins}::problem_origin[]) WITH ORDINALITY o(origin, position) LEFT JOIN counted c ON c.origin = o.origin ORDER BY o.position`,
  );
}
