import { lights } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { plannedPercent } from '../livelihood-plan.ts';

const slowRow = z.object({
  number: z.string(),
  title: z.string(),
  unitName: z.string(),
  light: z.enum(lights).nullable(),
  progressPercent: z.number(),
  plannedPercent: z.number(),
  lagPoints: z.number(),
});
export type SlowLivelihoodWork = z.infer<typeof slowRow>;

/**
 * Open livelihood works behind their plan as of a day, the furthest behind first (policy 2(4)1): progress as it stood, the plan of the last
 * month whose report is due, the lag in points. Works on plan are not listed.
 */
export function slowestLivelihoodWorks(viewer: Viewer, asOf: string, given: ItemFilter, first: number): Promise<SlowLivelihoodWork[]> {
  const filter: ItemFilter = { ...given, kinds: ['LIVELIHOOD_WORK'], phase: 'OPEN' };
  const joins = sql`JOIN livelihood_work w ON w.item_id = i.id JOIN unit u ON u.id = a.lead_unit_id`;
  return rows(
    slowRow,
    sql`SELECT s.number, s.title, s."unitName", s.light, s.progress::float8 AS "progressPercent", s.planned::float8 AS "plannedPercent",
        (s.planned - s.progress)::float8 AS "lagPoints"
      FROM (SELECT i.number, i.title, u.short_name AS "unitName", a.light, coalesce(a.progress_percent, 0) AS progress,
          ${plannedPercent(asOf)} AS planned ${fromItems(viewer, asOf, filter, joins)}) s
      WHERE s.planned > s.progress ORDER BY s.planned - s.progress DESC, s.number LIMIT ${first}`,
  );
}
