import { z } from 'zod';
import { row, sql } from '../../database.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { answeredOutcomes, fromNeeds, outcomeOf } from '../../modules/visit/need-list.ts';
import { fromVisits, type VisitFilter } from '../../modules/visit/visit-list.ts';

const figures = z.object({
  visits: z.number(),
  frontLine: z.number(),
  needs: z.number(),
  answered: z.number(),
  answeredPercent: z.number().nullable(),
  becameItems: z.number(),
});
export type VisitFigures = z.infer<typeof figures>;

/**
 * What visits came to (policy 2(4)2, 2(2)4), of those made and entered by the day and not withdrawn: visits; those with the tag of front-line
 * work; needs raised; of these the needs answered, i.e. on the spot, later, or because the item that they became is done; and those that became
 * items. Percent: answered of raised.
 */
export function visitFigures(viewer: Viewer, asOf: string, filter: Omit<VisitFilter, 'status'> = {}): Promise<VisitFigures> {
  return row(
    figures,
    sql`SELECT v.*, n.*, round(100.0 * n.answered / nullif(n.needs, 0), 1)::float8 AS "answeredPercent"
        FROM (SELECT count(*)::int AS visits, (count(*) FILTER (WHERE v.is_front_line))::int AS "frontLine"
            ${fromVisits(viewer, asOf, { ...filter, status: 'IN_FORCE' })}) v,
          (SELECT count(*)::int AS needs, (count(*) FILTER (WHERE ${outcomeOf(asOf)} = ANY(${[...answeredOutcomes]}::text[])))::int AS answered,
            count(i.id)::int AS "becameItems" ${fromNeeds(viewer, asOf, filter)}) n`,
  );
}
