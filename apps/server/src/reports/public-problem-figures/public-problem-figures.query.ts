import { satisfactions, satisfiedGrades } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { row, rows, type Sql, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { isOpen } from '../../modules/item/item-predicates.ts';
import { isProblemAnswered } from '../../modules/item/public-problem-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { courseDays } from '../report-days.ts';

const countsRow = z.object({
  raised: z.number(),
  open: z.number(),
  answered: z.number(),
  withoutTopic: z.number(),
  peopleAffected: z.number(),
  peopleKnown: z.number(),
});
const raisingsRow = z.object({ raisings: z.number(), raisingsAnswered: z.number() });
export type PublicProblemCounts = z.infer<typeof countsRow> & z.infer<typeof raisingsRow>;

/**
 * The problems that the public raised as of a day (policy 2(4)3). Items are counted, merged ones not: raised (all of them), open (something is
 * still owed), answered (whoever raised it was told), and without a topic yet. `peopleAffected` adds up the numbers of those that say one
 * (`peopleKnown`); people who are concerned by two problems count twice. `raisings` are the raisings handled in those items, the merged ones
 * included, and `raisingsAnswered` those of them that were answered by the day.
 */
export async function publicProblemCounts(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<PublicProblemCounts> {
  const from = (joins?: Sql) => fromItems(viewer, asOf, { ...given, kinds: ['PUBLIC_PROBLEM'] }, joins);
  const counts = await row(
    countsRow,
    sql`SELECT count(*)::int AS raised, count(*) FILTER (WHERE ${isOpen})::int AS open,
        count(*) FILTER (WHERE ${isProblemAnswered(asOf)})::int AS answered, count(*) FILTER (WHERE a.category IS NULL)::int AS "withoutTopic",
        least(coalesce(sum(q.people_affected), 0), 2147483647)::int AS "peopleAffected", count(q.people_affected)::int AS "peopleKnown"
      ${from(sql`LEFT JOIN public_problem q ON q.item_id = i.id`)}`,
  );
  const raisings = await row(
    raisingsRow,
    sql`WITH handled AS (SELECT i.id ${from()}),
      told AS (
        SELECT DISTINCT m.id, coalesce(q.answered_on <= ${asOf}::date, FALSE) AS answered
        FROM handled h JOIN item m ON m.id = h.id OR m.merged_into_id = h.id JOIN public_problem q ON q.item_id = m.id
        WHERE m.found_on <= ${asOf}::date)
      SELECT count(*)::int AS raisings, count(*) FILTER (WHERE answered)::int AS "raisingsAnswered" FROM told`,
  );
  return { ...counts, ...raisings };
}

/** Rates of the problems, each a share of items: [denominator, numerator within it] as filters of the ledger. */
const rateFilters = {
  CLOSED: [{}, { isComplete: true }],
  CLOSED_ON_TIME: [{ isSettlementDue: true }, { closedOnTime: true }],
  SATISFIED: [{ satisfactions }, { satisfactions: satisfiedGrades }],
} satisfies Record<string, [ItemFilter, ItemFilter]>;

export const publicProblemRates = ['CLOSED', 'CLOSED_ON_TIME', 'SATISFIED'] as const satisfies (keyof typeof rateFilters)[];

const rateRow = z.object({
  rate: z.enum(publicProblemRates),
  numerator: z.number(),
  denominator: z.number(),
  percent: z.number().nullable(),
  changePoints: z.number().nullable(),
});
export type PublicProblemRate = z.infer<typeof rateRow>;

/**
 * The rates of the problems as of a day, and their change since the end of the month before (policy 2(4)3).
 *
 * - CLOSED 办结率 = closed, call-back and 销号 included ÷ raised.
 * - CLOSED_ON_TIME 按时办结率 = closed on or before the due day ÷ 应办结, in which what is overdue and still open counts too.
 * - SATISFIED 满意率 = 很满意, 满意 or 基本满意 ÷ rated when written off by then.
 */
export async function publicProblemOutcomeRates(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<PublicProblemRate[]> {
  const [before = asOf] = courseDays(asOf, 1);
  const countsOn = (day: string): Sql[] =>
    publicProblemRates.map((rate, position) => {
      const [all, some] = rateFilters[rate];
      const count = (...filters: ItemFilter[]) => {
        const within: ItemFilter = Object.assign({}, filter, { kinds: ['PUBLIC_PROBLEM'] } satisfies ItemFilter, ...filters);
        return sql`(SELECT count(*)::int ${fromItems(viewer, day, within)})`;
      };
      return sql`SELECT ${position}::int AS position, ${day}::date AS day, ${rate}::text AS rate, ${count(all, some)} AS numerator, ${count(all)} AS denominator`;
    });
  const counts = [...countsOn(asOf), ...countsOn(before)].reduce((union, one) => sql`${union} UNION ALL ${one}`);
  return rows(
    rateRow,
    sql`WITH counted AS (${counts}),
      rated AS (SELECT *, round(100.0 * numerator / nullif(denominator, 0), 1) AS percent FROM counted)
      SELECT now.rate, now.numerator, now.denominator, now.percent::float8 AS percent, (now.percent - before.percent)::float8 AS "changePoints"
      FROM rated now JOIN rated before ON before.rate = now.rate AND before.day = ${before}::date
      WHERE now.day = ${asOf}::date ORDER BY now.position`,
  );
}
