import { findings, satisfactions, satisfiedGrades } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, type Sql, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { courseDays } from '../report-days.ts';

/** Rates of the complaints, each a share of items: [denominator, numerator within it] as filters of the ledger. */
const rateFilters = {
  RESPONSE: [{ isDecisionDue: true }, { isDecidedInTime: true }],
  SETTLED: [{ isTakenOn: true }, { isComplete: true }],
  SETTLED_ON_TIME: [{ isSettlementDue: true }, { closedOnTime: true }],
  SATISFIED: [{ satisfactions }, { satisfactions: satisfiedGrades }],
  REWORKED: [{ isTakenOn: true }, { isReworked: true }],
} satisfies Record<string, [ItemFilter, ItemFilter]>;

export const complaintRates = [
  'RESPONSE',
  'SETTLED',
  'SETTLED_ON_TIME',
  'SATISFIED',
  'REWORKED',
] as const satisfies (keyof typeof rateFilters)[];

const rateRow = z.object({
  rate: z.enum(complaintRates),
  numerator: z.number(),
  denominator: z.number(),
  percent: z.number().nullable(),
  changePoints: z.number().nullable(),
});
export type ComplaintRate = z.infer<typeof rateRow>;

/**
 * The rates of the complaints as of a day, and their change since the end of the month before (policy 2(2)5). Items are counted, and of them
 * only what was taken on, but for RESPONSE, which asks just that.
 *
 * - RESPONSE 响应率 = taken on or refused within the limit for it ÷ decided on by then, or undecided after that limit.
 * - SETTLED 办结率 = closed, call-back and 销号 included ÷ taken on.
 * - SETTLED_ON_TIME 按时办结率 = closed on or before the due day ÷ 应办结, in which what is overdue and still open counts too.
 * - SATISFIED 满意率 = 很满意, 满意 or 基本满意 ÷ rated by then.
 * - REWORKED 重办率 = handled again ÷ taken on; rework carries no day, so it is as recorded now and has no change.
 */
export async function complaintOutcomeRates(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<ComplaintRate[]> {
  const [before = asOf] = courseDays(asOf, 1);
  const countsOn = (day: string): Sql[] =>
    complaintRates.flatMap((rate, position) => {
      const [all, some] = rateFilters[rate];
      const kinds = { kinds: ['COMPLAINT'] } satisfies ItemFilter;
      const count = (...filters: ItemFilter[]) => {
        const within: ItemFilter = Object.assign({}, filter, kinds, ...filters);
        return sql`(SELECT count(*)::int ${fromItems(viewer, day, within)})`;
      };
      return [
        sql`SELECT ${position}::int AS position, ${day}::date AS day, ${rate}::text AS rate, ${count(all, some)} AS numerator, ${count(all)} AS denominator`,
      ];
    });
  const counts = [...countsOn(asOf), ...countsOn(before)].reduce((union, one) => sql`${union} UNION ALL ${one}`);
  return rows(
    rateRow,
    sql`WITH counted AS (${counts}),
      rated AS (SELECT *, round(100.0 * numerator / nullif(denominator, 0), 1) AS percent FROM counted)
      SELECT now.rate, now.numerator, now.denominator, now.percent::float8 AS percent,
        CASE WHEN now.rate <> 'REWORKED' THEN (now.percent - before.percent)::float8 END AS "changePoints"
      FROM rated now JOIN rated before ON before.rate = now.rate AND before.day = ${before}::date
      WHERE now.day = ${asOf}::date ORDER BY now.position`,
  );
}

const findingRow = z.object({ finding: z.enum(findings), count: z.number() });
export type ComplaintFinding = z.infer<typeof findingRow>;

/**
 * Complaints by finding, of those found on by the day (policy 2(2)5): 属实, 部分属实, 不属实. The day is that of the finding, where a ledger has
 * none that of the answer. Each is listed, also without any.
 */
export function complaintFindings(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<ComplaintFinding[]> {
  const filter: ItemFilter = { ...given, kinds: ['COMPLAINT'] };
  return rows(
    findingRow,
    sql`WITH found AS (
        SELECT DISTINCT i.id, c.finding ${fromItems(viewer, asOf, filter, sql`JOIN complaint c ON c.item_id = i.id`)}
          AND coalesce(coalesce(c.found_on, c.answered_on) <= ${asOf}::date, TRUE))
      SELECT f.finding, count(w.id)::int AS count
      FROM unnest(${findings}::finding[]) WITH ORDINALITY f(finding, position) LEFT JOIN found w ON w.finding = f.finding
      GROUP BY f.finding, f.position ORDER BY f.position`,
  );
}

const gradeRow = z.object({ satisfaction: z.enum(satisfactions), count: z.number() });
export type ComplaintGrade = z.infer<typeof gradeRow>;

/**
 * Complaints by the five grades of satisfaction, of those rated by the day, at the call-back or by the complainant (policy 2(2)5). One rated
 * by several complainants counts once in each of their grades. Each grade is listed, the best first, also without any.
 */
export function complaintSatisfaction(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<ComplaintGrade[]> {
  const filter: ItemFilter = { ...given, kinds: ['COMPLAINT'] };
  return rows(
    gradeRow,
    sql`WITH rated AS (
        SELECT DISTINCT i.id, c.satisfaction ${fromItems(viewer, asOf, filter, sql`JOIN complaint c ON c.item_id = i.id`)}
          AND coalesce(c.called_back_on <= ${asOf}::date, TRUE))
      SELECT g.satisfaction, count(r.id)::int AS count
      FROM unnest(${satisfactions}::satisfaction[]) WITH ORDINALITY g(satisfaction, position) LEFT JOIN rated r ON r.satisfaction = g.satisfaction
      GROUP BY g.satisfaction, g.position ORDER BY g.position`,
  );
}
