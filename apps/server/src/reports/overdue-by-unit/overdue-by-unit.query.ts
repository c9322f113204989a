import { addDays } from '@duban/rules/calendar';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { runningStates } from '../../modules/item/item-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const overdueRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  count: z.number(),
  longestOverdueWorkingDays: z.number(),
  total: z.number(),
});
export type OverdueUnit = z.infer<typeof overdueRow>;

/**
 * Items still at work after their due day as of a day, by lead unit, the most first; suspended ones don't count, their time stands still
 * (mission B2, B3). The longest is in working days since the due day, at least 1. `total` is that of all units, listed or not.
 */
export function overdueByUnit(viewer: Viewer, asOf: string, given: ItemFilter, first: number): Promise<OverdueUnit[]> {
  const filter: ItemFilter = { ...given, states: runningStates, due: { to: addDays(asOf, -1) } };
  return rows(
    overdueRow,
    sql`SELECT u.id AS "unitId", u.short_name AS "unitName", count(*)::int AS count,
        greatest(1, max(working_days_between(a.due_on, ${asOf}::date))) AS "longestOverdueWorkingDays",
        (sum(count(*)) OVER ())::int AS total
      ${fromItems(viewer, asOf, filter, sql`JOIN unit u ON u.id = a.lead_unit_id`)}
      GROUP BY u.id, u.short_name, u.position ORDER BY count DESC, "longestOverdueWorkingDays" DESC, u.position, u.id LIMIT ${first}`,
  );
}
