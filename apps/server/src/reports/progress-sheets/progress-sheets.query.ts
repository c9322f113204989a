import { lights } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const stepRow = z.object({
  position: z.number(),
  title: z.string(),
  plannedFrom: z.string(),
  plannedOn: z.string(),
  startedOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  isOverdue: z.boolean(),
  obstacle: z.string().nullable(),
  decisionNeeded: z.string().nullable(),
});
export type SheetStep = z.infer<typeof stepRow>;

const sheetRow = z.object({
  number: z.string(),
  title: z.string(),
  unitName: z.string(),
  light: z.enum(lights).nullable(),
  total: z.number(),
  steps: z.array(stepRow),
});
export type ProgressSheet = z.infer<typeof sheetRow>;

/**
 * Progress sheets (hard problems) and nodes (projects) of the filtered items as of a day, each with its steps planned against actual
 * (policy 2(2)1, 2(3)): unfinished items first, red before yellow before unreported before green, then by number. `total` is how many items
 * the filter holds. What was begun or done after the day isn't known yet; a step is overdue when its planned day is past and it isn't done;
 * obstacles and decisions are those of steps not done by the day, in today's words: the sheet gives no day on which they were written.
 */
export function progressSheets(viewer: Viewer, asOf: string, filter: ItemFilter, first: number, skip: number): Promise<ProgressSheet[]> {
  const joins = sql`JOIN unit u ON u.id = a.lead_unit_id`;
  return rows(
    sheetRow,
    sql`WITH chosen AS (
        SELECT i.id, i.number, i.title, u.short_name, a.light, count(*) OVER ()::int AS total,
          row_number() OVER (ORDER BY array_position(ARRAY['RED', 'YELLOW', 'GREY', 'GREEN']::light[], a.light), i.number, i.id) AS place
        ${fromItems(viewer, asOf, filter, joins)} ORDER BY place LIMIT ${first} OFFSET ${skip})
      SELECT c.number, c.title, c.short_name AS "unitName", c.light, c.total,
        coalesce(jsonb_agg(jsonb_build_object('position', s.position, 'title', s.title, 'plannedFrom', coalesce(s.planned_from, s.planned_on),
          'plannedOn', s.planned_on, 'startedOn', CASE WHEN s.started_on <= ${asOf}::date THEN s.started_on END,
          'doneOn', CASE WHEN s.actual_on <= ${asOf}::date THEN s.actual_on END,
          'isOverdue', s.planned_on < ${asOf}::date AND coalesce(s.actual_on > ${asOf}::date, TRUE),
          'obstacle', CASE WHEN coalesce(s.actual_on > ${asOf}::date, TRUE) THEN s.obstacle END,
          'decisionNeeded', CASE WHEN coalesce(s.actual_on > ${asOf}::date, TRUE) THEN s.decision_needed END)
          ORDER BY s.position) FILTER (WHERE s.id IS NOT NULL), '[]') AS steps
      FROM chosen c LEFT JOIN item_step s ON s.item_id = c.id
      GROUP BY c.id, c.number, c.title, c.short_name, c.light, c.total, c.place ORDER BY c.place`,
  );
}
