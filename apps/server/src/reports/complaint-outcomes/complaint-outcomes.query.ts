import { z } from 'zod';
import { row, sql } from '../../database.ts';
import { closedOn, conditions, fromItems, type ItemFilter, isSettlementDue } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { courseDays } from '../report-days.ts';

const outcomeRow = z.object({
  received: z.number(),
  closed: z.number(),
  closedOnTime: z.number(),
  closedOnTimePercent: z.number().nullable(),
  settlementDue: z.number(),
  settledOnTime: z.number(),
  settledOnTimePercent: z.number().nullable(),
  calledBack: z.number(),
  satisfied: z.number(),
  satisfiedPercent: z.number().nullable(),
  dissatisfied: z.number(),
  found: z.number(),
  foundTrue: z.number(),
  foundPartlyTrue: z.number(),
  foundUntrue: z.number(),
  reworked: z.number(),
  reworkedPercent: z.number().nullable(),
});
export type ComplaintOutcome = z.infer<typeof outcomeRow>;

/** The outcome as of a day, and the rates as of the end of the month before. */
export interface ComplaintOutcomes extends ComplaintOutcome {
  before: ComplaintOutcome;
}

/**
 * What became of the complaints as of a day (policy 2(2)5). Items are counted:
 * closed = with a closing day by then; closed on time = of those, closed on or before the due day. Against 应办结 (`isSettlementDue`) the same
 * numerator gives 按时办结率, in which what is overdue and still open counts too.
 * Called back = with an answer of the call-back by then; satisfied = 满意 or 基本满意, an item of several complaints as soon as one says so.
 * Findings are those answered by then. Reworked = handled again, out of all received; recorded without a day, hence as recorded now.
 */
export async function complaintOutcomes(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<ComplaintOutcomes> {
  const [end = asOf] = courseDays(asOf, 1);
  const [now, before] = await Promise.all([outcomeOn(viewer, asOf, filter), outcomeOn(viewer, end, filter)]);
  return { ...now, before };
}

function outcomeOn(viewer: Viewer, asOf: string, given: ItemFilter): Promise<ComplaintOutcome> {
  const countOf = (filter: ItemFilter) => sql`count(*) FILTER (WHERE TRUE ${conditions(filter, asOf)})::int`;
  const onTime = { closedOnTime: true } satisfies ItemFilter;
  return row(
    outcomeRow,
    sql`WITH counted AS (
        SELECT count(*)::int AS received, count(${closedOn(asOf)})::int AS closed, ${countOf(onTime)} AS on_time,
          count(*) FILTER (WHERE ${isSettlementDue(sql`a`, asOf)})::int AS due,
          ${countOf({ ...onTime, isSettlementDue: true })} AS due_on_time,
          ${countOf({ satisfactions: ['SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED'] })} AS called_back,
          ${countOf({ satisfactions: ['SATISFIED', 'BASICALLY_SATISFIED'] })} AS satisfied,
          ${countOf({ satisfactions: ['DISSATISFIED'] })} AS dissatisfied,
          ${countOf({ findings: ['TRUE', 'PARTLY_TRUE', 'UNTRUE'] })} AS found,
          ${countOf({ findings: ['TRUE'] })} AS found_true, ${countOf({ findings: ['PARTLY_TRUE'] })} AS found_partly,
          ${countOf({ findings: ['UNTRUE'] })} AS found_untrue, ${countOf({ isReworked: true })} AS reworked
        ${fromItems(viewer, asOf, { ...given, kinds: ['COMPLAINT'] })})
      SELECT received, closed, on_time AS "closedOnTime", round(100.0 * on_time / nullif(closed, 0), 1)::float8 AS "closedOnTimePercent",
        due AS "settlementDue", due_on_time AS "settledOnTime", round(100.0 * due_on_time / nullif(due, 0), 1)::float8 AS "settledOnTimePercent",
        called_back AS "calledBack", satisfied, round(100.0 * satisfied / nullif(called_back, 0), 1)::float8 AS "satisfiedPercent", dissatisfied,
        found, found_true AS "foundTrue", found_partly AS "foundPartlyTrue", found_untrue AS "foundUntrue",
        reworked, round(100.0 * reworked / nullif(received, 0), 1)::float8 AS "reworkedPercent"
      FROM counted`,
  );
}
