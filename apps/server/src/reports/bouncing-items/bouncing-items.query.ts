import { itemStates } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { itemsVisibleTo } from '../../modules/item/item.policy.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const bounceRow = z.object({
  itemId: z.string(),
  number: z.string(),
  title: z.string(),
  partId: z.string(),
  unitId: z.string(),
  state: z.enum(itemStates),
  isForced: z.boolean(),
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  returns: z.number(),
  firstAssignedOn: z.string(),
  lostWorkingDays: z.number(),
  total: z.number(),
});
export type BouncingItem = z.infer<typeof bounceRow>;

/**
 * Duties that bounce (退回非本单位职责, mission C): for each duty under way that was returned at least once, the units that it went through in
 * order, how often it was returned, and the working days lost: from the day on which its first unit was charged to the day on which the unit
 * now in charge was, or to today while it stands returned. The most returned first, then the most days lost; `total` counts all.
 * Read from the chain of superseded parts and the RETURN_AS_NOT_OURS events of each.
 */
export function bouncingItems(viewer: Viewer, today: string, first: number): Promise<BouncingItem[]> {
  return rows(
    bounceRow,
    sql`WITH RECURSIVE chain AS (
        SELECT p.id AS last_id, p.id, p.item_id, p.unit_id, p.assigned_on, 0 AS back FROM item_unit p
        WHERE p.superseded_by_id IS NULL AND p.state NOT IN ('CLOSED', 'MERGED')
        UNION ALL
        SELECT c.last_id, p.id, p.item_id, p.unit_id, p.assigned_on, c.back + 1 FROM chain c JOIN item_unit p ON p.superseded_by_id = c.id
      ), bounced AS (
        SELECT c.last_id, min(c.assigned_on) AS first_on,
          jsonb_agg(jsonb_build_object('id', u.id, 'name', u.short_name) ORDER BY c.back DESC) AS units,
          sum((SELECT count(*) FROM item_event e WHERE e.item_id = c.item_id AND e.part_id = c.id AND e.action = 'RETURN_AS_NOT_OURS'))::int
            AS returns
        FROM chain c JOIN unit u ON u.id = c.unit_id GROUP BY c.last_id
      )
      SELECT i.id AS "itemId", i.number, i.title, p.id AS "partId", p.unit_id AS "unitId", p.state, p.is_forced AS "isForced",
        b.units, b.returns, b.first_on AS "firstAssignedOn",
        working_days_between(b.first_on, CASE WHEN p.state = 'RETURNED' THEN ${today}::date ELSE p.assigned_on END) AS "lostWorkingDays",
        (count(*) OVER ())::int AS total
      FROM bounced b JOIN item_unit p ON p.id = b.last_id JOIN item i ON i.id = p.item_id
      WHERE b.returns > 0 AND i.state NOT IN ('WRITTEN_OFF', 'MERGED', 'REFUSED', 'WITHDRAWN', 'CLOSED', 'CALL_BACK') AND ${itemsVisibleTo(viewer)}
      ORDER BY b.returns DESC, "lostWorkingDays" DESC, i.number, p.id LIMIT ${first}`,
  );
}
