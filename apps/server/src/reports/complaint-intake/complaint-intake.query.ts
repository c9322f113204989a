import { addDays } from '@duban/rules/calendar';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { isTakenOn } from '../../modules/item/complaint-predicates.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { isComplete } from '../../modules/item/item-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { type ChannelMonth, channelMonths } from '../channel-months.ts';
import { countLights, lightColumns } from '../light-counts.ts';
import { monthStart } from '../report-days.ts';

const months = 12;
const days = 30;

/**
 * Complaints (policy 2(2)5) by month received and channel, over the twelve months up to that of the as-of day; months before the first complaint
 * are left out. Counted are items; one that joins complaints of several channels counts once in each. Merged items aren't counted.
 */
export function complaintIntake(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<ChannelMonth[]> {
  const since = monthStart(asOf, months - 1);
  const complaints = fromItems(viewer, asOf, { ...given, kinds: ['COMPLAINT'] }, sql`JOIN complaint c ON c.item_id = i.id`);
  return channelMonths(
    sql`SELECT r.month, r.channel, count(*)::int AS count FROM (
          SELECT DISTINCT i.id, date_trunc('month', i.found_on)::date AS month, c.channel ${complaints}
            AND i.found_on BETWEEN ${since}::date AND ${asOf}::date) r GROUP BY 1, 2`,
    'complaint-channel',
    asOf,
  );
}

export const intakePeriods = ['DAY', 'MONTH'] as const;
export type IntakePeriod = (typeof intakePeriods)[number];

const periodRow = z.object({ period: z.string(), from: z.string(), to: z.string(), count: z.number() });
export type ComplaintIntakePeriod = z.infer<typeof periodRow>;

/**
 * Complaints received (policy 2(2)5) per day over the thirty days up to the as-of day, or per month over the twelve months up to its own.
 * Counted are items received by then: those not taken on and those withdrawn too, merged ones not. Periods without any are 0.
 */
export function complaintIntakeCourse(
  viewer: Viewer,
  asOf: string,
  by: IntakePeriod,
  given: ItemFilter = {},
): Promise<ComplaintIntakePeriod[]> {
  const isDaily = by === 'DAY';
  const since = isDaily ? addDays(asOf, 1 - days) : monthStart(asOf, months - 1);
  const [unit, format] = isDaily ? ['day', 'YYYY-MM-DD'] : ['month', 'YYYY-MM'];
  return rows(
    periodRow,
    sql`WITH received AS (
        SELECT date_trunc(${unit}, i.found_on)::date AS start ${fromItems(viewer, asOf, { ...given, kinds: ['COMPLAINT'] })}
          AND i.found_on BETWEEN ${since}::date AND ${asOf}::date),
      counted AS (SELECT start, count(*)::int AS count FROM received GROUP BY 1)
      SELECT to_char(p.start, ${format}) AS period, p.start::date AS "from",
        least((p.start + ('1 ' || ${unit})::interval - interval '1 day')::date, ${asOf}::date) AS "to", coalesce(c.count, 0) AS count
      FROM generate_series(${since}::timestamp, ${asOf}::timestamp, ('1 ' || ${unit})::interval) p(start)
      LEFT JOIN counted c ON c.start = p.start::date ORDER BY p.start`,
  );
}

const classRow = z.object({
  code: z.string(),
  name: z.string().nullable(),
  nameEn: z.string().nullable(),
  received: z.number(),
  takenOn: z.number(),
  complete: z.number(),
  completePercent: z.number().nullable(),
  ...lightColumns,
});
export type ComplaintClass = z.infer<typeof classRow>;

/**
 * Complaints by the four classes (policy 2(2)5) as of a day: received (all of them), taken on, of these complete (办结: closed, call-back and
 * 销号 included), and the lights of the open ones. Every class is listed, also without any; those without a class yet are `NONE`, if any.
 */
export function complaintClasses(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<ComplaintClass[]> {
  return rows(
    classRow,
    sql`WITH counted AS (
        SELECT coalesce(a.category, 'NONE') AS category, count(*)::int AS received, count(*) FILTER (WHERE ${isTakenOn})::int AS taken_on,
          count(*) FILTER (WHERE ${isComplete})::int AS complete, ${countLights}
        ${fromItems(viewer, asOf, { ...given, kinds: ['COMPLAINT'] })} GROUP BY 1),
      class AS (
        SELECT t.code, t.name, t.name_en, t.position, t.valid_to >= ${asOf}::date AS is_current FROM term t WHERE t.dictionary = 'complaint-class'
        UNION ALL SELECT 'NONE', NULL, NULL, NULL, FALSE)
      SELECT t.code, t.name, t.name_en AS "nameEn", coalesce(c.received, 0) AS received, coalesce(c.taken_on, 0) AS "takenOn",
        coalesce(c.complete, 0) AS complete, round(100.0 * c.complete / nullif(c.taken_on, 0), 1)::float8 AS "completePercent",
        coalesce(c.green, 0) AS green, coalesce(c.yellow, 0) AS yellow, coalesce(c.red, 0) AS red, coalesce(c.grey, 0) AS grey
      FROM class t LEFT JOIN counted c ON c.category = t.code
      WHERE c.received > 0 OR t.is_current
      ORDER BY t.position NULLS LAST, t.code`,
  );
}
