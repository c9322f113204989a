import { type ItemKind, itemActions, itemKinds, itemStates } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { itemsVisibleTo } from '../../modules/item/item.policy.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { partInCharge } from '../in-charge.ts';

/** On whom a part is stuck. */
export const stuckOn = ['UNIT', 'SUPERVISION_OFFICE'] as const;

const stuckRow = z.object({
  itemId: z.string(),
  number: z.string(),
  title: z.string(),
  version: z.number(),
  partId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  state: z.enum(itemStates),
  on: z.enum(stuckOn),
  dueOn: z.string(),
  since: z.string(),
  stillWorkingDays: z.number(),
  lastAction: z.enum(itemActions).nullable(),
  lastActor: z.string().nullable(),
  total: z.number(),
});
export type StuckPart = z.infer<typeof stuckRow>;

/**
 * What stands still: parts under way on which nobody acted for more than `days` working days, the longest first. An act is an event of the
 * part, one of the whole item that names no part, or a monthly report of its unit; urging moves nothing, nor do recomputations, imports,
 * corrections and instructions. What a ledger tells of a part's earlier life counts too: the last day on which its state or its progress
 * changed. Without either it stands still since it was assigned. A part reported and signed, under review or returned
 * waits on the supervision office, any other on its unit. Suspended parts may stand still. `total` counts all. `inCharge`: only those in the
 * viewer's charge; `kinds`: only these registers.
 */
export function stuckParts(
  viewer: Viewer,
  today: string,
  days: number,
  first: number,
  { inCharge = false, kinds = itemKinds }: { inCharge?: boolean; kinds?: readonly ItemKind[] } = {},
): Promise<StuckPart[]> {
  return rows(
    stuckRow,
    sql`SELECT i.id AS "itemId", i.number, i.title, i.version, p.id AS "partId", u.id AS "unitId", u.short_name AS "unitName", p.state,
        CASE WHEN p.state IN ('UNDER_REVIEW', 'RETURNED') OR (p.state = 'REPORTED' AND NOT EXISTS (
            SELECT 1 FROM part_report r WHERE r.part_id = p.id AND r.verdict IS NULL
              AND cardinality(coalesce(r.signed_off_by, '{}')) < c.sign_offs_needed))
          THEN 'SUPERVISION_OFFICE' ELSE 'UNIT' END AS on,
        p.due_on AS "dueOn", s.since, working_days_between(s.since, ${today}::date) AS "stillWorkingDays",
        l.action AS "lastAction", l.actor_title AS "lastActor", (count(*) OVER ())::int AS total
      FROM item_unit p JOIN item i ON i.id = p.item_id JOIN unit u ON u.id = p.unit_id CROSS JOIN campaign c
      LEFT JOIN LATERAL (
        SELECT e.action, e.actor_title, e.at FROM item_event e
        WHERE e.item_id = p.item_id AND e.action NOT IN ('CREATE', 'URGE', 'RECOMPUTE', 'IMPORT_FACTS', 'CORRECT', 'INSTRUCT', 'OVERRIDE_LIGHT')
          AND (e.part_id = p.id OR (e.part_id IS NULL AND (e.action <> 'REPORT_PROGRESS' OR e.payload::jsonb ->> 'unitId' = p.unit_id)))
        ORDER BY e.sequence DESC LIMIT 1
      ) l ON TRUE
      CROSS JOIN LATERAL (
        SELECT max(w.from_at) AS at FROM (
          SELECT sp.from_at, (sp.state, sp.progress_percent) IS DISTINCT FROM
            (lag(sp.state) OVER (ORDER BY sp.from_at), lag(sp.progress_percent) OVER (ORDER BY sp.from_at)) AS moved
          FROM item_span sp WHERE sp.item_id = p.item_id AND sp.unit_id = p.unit_id
        ) w WHERE w.moved
      ) h
      CROSS JOIN LATERAL (
        SELECT greatest(p.assigned_on, (l.at AT TIME ZONE c.time_zone)::date, (h.at AT TIME ZONE c.time_zone)::date) AS since
      ) s
      WHERE p.superseded_by_id IS NULL
        AND p.state IN ('ASSIGNED', 'SIGNED', 'IN_PROGRESS', 'REWORK', 'REPORTED', 'UNDER_REVIEW', 'RETURNED')
        AND working_days_between(s.since, ${today}::date) > ${days} AND ${itemsVisibleTo(viewer)}
        AND i.kind::text = ANY(${kinds as ItemKind[]}::text[])
        AND ${inCharge ? partInCharge(viewer) : sql`TRUE`}
      ORDER BY s.since, i.number, p.duty, p.id LIMIT ${first}`,
  );
}
