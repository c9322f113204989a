import { levels, lights } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const decisionRow = z.object({
  number: z.string(),
  title: z.string(),
  level: z.enum(levels).nullable(),
  unitName: z.string(),
  leader: z.string().nullable(),
  light: z.enum(lights).nullable(),
  step: z.string(),
  plannedOn: z.string(),
  overdueDays: z.number().nullable(),
  obstacle: z.string().nullable(),
  decisionNeeded: z.string(),
});
export type HardProblemDecision = z.infer<typeof decisionRow>;

/**
 * 需领导决定的事项: steps of hard problems at work that ask for a decision and weren't done by the day (policy 2(3)). The most overdue first.
 * What a step asks for is kept as it is now: the sheet gives no day on which it was asked.
 */
export function hardProblemDecisions(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<HardProblemDecision[]> {
  const joins = sql`JOIN item_step s ON s.item_id = i.id AND s.decision_needed IS NOT NULL AND (s.actual_on IS NULL OR s.actual_on > ${asOf}::date)
    JOIN unit u ON u.id = a.lead_unit_id LEFT JOIN post p ON p.id = i.duty_post_id`;
  return rows(
    decisionRow,
    sql`SELECT i.number, i.title, a.level, u.short_name AS "unitName", coalesce(p.title, i.duty_leader) AS leader, a.light, s.title AS step,
        s.planned_on AS "plannedOn", CASE WHEN s.planned_on < ${asOf}::date THEN working_days_between(s.planned_on, ${asOf}::date)::int END
          AS "overdueDays",
        s.obstacle, s.decision_needed AS "decisionNeeded"
      ${fromItems(viewer, asOf, { ...filter, kinds: ['HARD_PROBLEM'], phase: 'OPEN' }, joins)}
      ORDER BY s.planned_on, i.number, s.position LIMIT 200`,
  );
}
