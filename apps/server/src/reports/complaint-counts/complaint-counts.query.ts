import { z } from 'zod';
import { row, sql } from '../../database.ts';
import { isCollective, isReopened, isRepeatComplainant, isTakenOn } from '../../modules/item/complaint-predicates.ts';
import { seesWholeCity } from '../../modules/item/item.policy.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { isReworked } from '../../modules/item/item-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const countsRow = z.object({
  received: z.number(),
  waiting: z.number(),
  refused: z.number(),
  withdrawn: z.number(),
  takenOn: z.number(),
  reworked: z.number(),
  reopened: z.number(),
  collective: z.number(),
  repeated: z.number().nullable(),
});
export type ComplaintCounts = z.infer<typeof countsRow>;

/**
 * What became of the complaints received as of a day (policy 2(2)5). Items are counted, merged ones not: waiting for the decision (待受理),
 * refused, withdrawn, and taken on make up the whole. Beside that, of the whole: handled again, of these asked for by the complainant,
 * collective, and repeated (重复投诉), which is a count alone and null for those who don't see the whole city.
 */
export function complaintCounts(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<ComplaintCounts> {
  const repeated = seesWholeCity(viewer) ? sql`count(*) FILTER (WHERE ${isRepeatComplainant})::int` : sql`NULL::int`;
  return row(
    countsRow,
    sql`SELECT count(*)::int AS received, count(*) FILTER (WHERE a.state IN ('DRAFT', 'PENDING_APPROVAL'))::int AS waiting,
        count(*) FILTER (WHERE a.state = 'REFUSED')::int AS refused, count(*) FILTER (WHERE a.state = 'WITHDRAWN')::int AS withdrawn,
        count(*) FILTER (WHERE ${isTakenOn})::int AS "takenOn", count(*) FILTER (WHERE ${isReworked})::int AS reworked,
        count(*) FILTER (WHERE ${isReopened})::int AS reopened, count(*) FILTER (WHERE ${isCollective})::int AS collective,
        ${repeated} AS repeated
      ${fromItems(viewer, asOf, { ...given, kinds: ['COMPLAINT'] })}`,
  );
}
