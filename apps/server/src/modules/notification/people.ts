import { sql } from '../../database.ts';
import { isKeptFrom } from '../complaint/complaint.policy.ts';

/** Accounts in use, with what their post makes them. */
export const peopleSql = sql`SELECT a.id, a.post_id, o.unit_id, o.role, o.title FROM app_user a JOIN post o ON o.id = a.post_id WHERE a.active`;

/**
 * Unit whose people answer for a unit's duties: the unit itself when anybody of it has an account, else the nearest above it that has.
 * `unit_id` is an SQL expression written in code.
 */
export const deskOf = (unitId: ReturnType<typeof sql>) => sql`(
  WITH RECURSIVE up AS (
    SELECT id, parent_id, 0 AS steps FROM unit WHERE id = ${unitId}
    UNION ALL SELECT n.id, n.parent_id, up.steps + 1 FROM up JOIN unit n ON n.id = up.parent_id WHERE up.steps < 5)
  SELECT up.id FROM up
  WHERE EXISTS (SELECT 1 FROM post o JOIN app_user a ON a.post_id = o.id AND a.active
    WHERE o.unit_id = up.id AND o.role IN ('UNIT_HEAD', 'UNIT_CLERK', 'SUPERVISION_OFFICE', 'INSPECTION', 'SERVICE_CENTRE'))
  ORDER BY up.steps LIMIT 1)`;

/** On alias `u` of a person and a post's title: leaders, whose instructions are followed to their answer. */
const isLeader = sql`u.role IN ('CITY_LEADER', 'VICE_MAYOR')`;

/** The vice mayor whose duty matter `t` is, or who oversees the unit that owes the part (as `actorsOf` has it). */
export const isInCharge = sql`u.role = 'VICE_MAYOR' AND (u.post_id = t.duty_post_id OR EXISTS (
  SELECT 1 FROM portfolio f WHERE f.post_id = u.post_id AND f.unit_id = coalesce(t.unit_id, t.lead_unit_id)))`;

/** Heads at a desk; at an office's own desk, its staff. */
const isHeadAt = (desk: ReturnType<typeof sql>) =>
  sql`u.unit_id = ${desk} AND u.role IN ('UNIT_HEAD', 'SUPERVISION_OFFICE', 'INSPECTION', 'SERVICE_CENTRE')`;

/** What of `personIs` the receivers say. Person `u` is one of `receivers` (packages/rules notices) of row `t`: item_kind, lead_unit_id, duty_post_id, unit_id, duty, part_desk, lead_desk. */
const isReceiver = sql`
  ('PART_HEADS' = ANY(t.receivers) AND ${isHeadAt(sql`t.part_desk`)})
  OR ('PART_CLERKS' = ANY(t.receivers) AND u.role = 'UNIT_CLERK' AND u.unit_id = t.part_desk)
  OR ('LEAD_HEADS' = ANY(t.receivers) AND t.duty = 'ASSIST' AND u.role = 'UNIT_HEAD' AND u.unit_id = t.lead_desk)
  OR ('OFFICES' = ANY(t.receivers) AND u.unit_id IS DISTINCT FROM t.unit_id
    AND (u.role = 'SUPERVISION_OFFICE' OR (u.role = 'INSPECTION' AND t.item_kind = 'COMPLAINT')))
  OR ('EXTENSION_DECIDERS' = ANY(t.receivers) AND u.unit_id IS DISTINCT FROM t.unit_id AND EXISTS (
    SELECT 1 FROM campaign c, jsonb_array_elements_text(coalesce(c.extension_deciders -> t.item_kind::text, '[]')) AS decider(actor)
    WHERE decider.actor = u.role::text AND (u.role <> 'INSPECTION' OR t.item_kind = 'COMPLAINT')
      OR decider.actor = 'VICE_MAYOR_IN_CHARGE' AND ${isInCharge}))
  OR ('VICE_MAYOR_IN_CHARGE' = ANY(t.receivers) AND ${isInCharge})
  OR ('INSTRUCTORS' = ANY(t.receivers) AND ${isLeader} AND (
    EXISTS (SELECT 1 FROM supervision_task s WHERE s.item_id = t.item_id AND s.instructed_by = u.title)
    OR EXISTS (SELECT 1 FROM item_event e WHERE e.item_id = t.item_id AND e.action = 'INSTRUCT'
      AND (e.on_behalf_of = u.title OR (e.on_behalf_of IS NULL AND e.actor_id = u.id)))))`;

/** Person `u` is to be told of row `t`: one of its receivers, from whom the matter is not kept. */
export const personIs = sql`(${isReceiver})
  AND NOT (t.item_kind = 'COMPLAINT' AND ${isKeptFrom(sql`t.item_id`, { userId: sql`u.id`, role: sql`u.role::text`, unitId: sql`u.unit_id` })})`;
