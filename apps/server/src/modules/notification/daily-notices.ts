import type { Day } from '@duban/rules/vocabulary';
import { type Runner, sql } from '../../database.ts';
import { addLines } from './add-lines.ts';
import { deskOf, isInCharge, peopleSql } from './people.ts';

/** A limit that passed longer ago than this is no news, e.g. after ledgers were taken over with old arrears. */
const longestLateWorkingDays = 5;

/** Days as `noticePayload` gives them; of a complaint the number alone. */
const payloadOf = (more: ReturnType<typeof sql>) =>
  sql`jsonb_build_object('number', i.number) || CASE WHEN i.kind = 'COMPLAINT' THEN '{}'::jsonb ELSE jsonb_build_object('title', i.title) END || ${more}`;

/**
 * The notices of a business day, for heads and clerks: parts at work whose limit is near (DUE_SOON: at most `reminderWorkingDays` of the
 * campaign away) or has passed (OVERDUE: from the first day late); for vice mayors, matters with a step that newly asks them for a decision
 * (DECISION_NEEDED). Each once per limit, or per question: what a day without the server missed comes on the next, as that day's. Safe to
 * repeat, and for two to run at once. Answers the number of lines.
 */
export async function tellOfTheDay(runner: Runner, today: Day): Promise<number> {
  const soon = await addLines(runner, ofLimits('DUE_SOON', today));
  const late = await addLines(runner, ofLimits('OVERDUE', today));
  return soon + late + (await addLines(runner, ofDecisions()));
}

function ofLimits(kind: 'DUE_SOON' | 'OVERDUE', today: Day) {
  const isTime =
    kind === 'DUE_SOON'
      ? sql`p.due_on >= ${today}::date AND working_days_between(${today}::date, p.due_on) <= (SELECT reminder_working_days FROM campaign)`
      : sql`p.due_on < ${today}::date AND p.due_on > ${today}::date - 30
          AND working_days_between(p.due_on, ${today}::date) BETWEEN 0 AND ${longestLateWorkingDays}`;
  return sql`WITH person AS (${peopleSql}),
    told AS (
      SELECT i.id AS item_id, p.unit_id, p.due_on, ${deskOf(sql`p.unit_id`)} AS desk, ${payloadOf(sql`jsonb_build_object('dueOn', p.due_on::text)`)} AS payload
      FROM item_unit p JOIN item i ON i.id = p.item_id
      WHERE p.superseded_by_id IS NULL AND i.state NOT IN ('MERGED', 'REFUSED', 'WITHDRAWN') AND p.state IN ('ASSIGNED', 'SIGNED', 'IN_PROGRESS', 'REWORK') AND ${isTime})
    SELECT DISTINCT ON (u.id, t.item_id) u.id AS user_id, ${kind}::notification_kind AS kind, t.item_id, 0 AS event_sequence, t.unit_id, t.payload
    FROM told t JOIN person u ON u.unit_id = t.desk AND u.role IN ('UNIT_HEAD', 'UNIT_CLERK', 'SUPERVISION_OFFICE', 'INSPECTION', 'SERVICE_CENTRE')
    WHERE NOT EXISTS (SELECT 1 FROM notification n WHERE n.user_id = u.id AND n.item_id = t.item_id AND n.kind = ${kind}::notification_kind
      AND n.unit_id = t.unit_id AND n.payload ->> 'dueOn' = t.due_on::text)
    ORDER BY u.id, t.item_id, t.due_on`;
}

function ofDecisions() {
  // A question is known by its step and its words: put otherwise, it is a new one.
  return sql`WITH person AS (${peopleSql}),
    asked AS (
      SELECT s.item_id, array_agg(md5(s.position || ' ' || s.decision_needed) ORDER BY s.position) AS asks, min(s.planned_on)::text AS due_on
      FROM item_step s WHERE s.decision_needed IS NOT NULL AND s.actual_on IS NULL GROUP BY s.item_id),
    told AS (
      SELECT i.id AS item_id, NULL::text AS unit_id, i.lead_unit_id, i.duty_post_id, a.asks,
        ${payloadOf(sql`jsonb_build_object('dueOn', a.due_on, 'asks', a.asks)`)} AS payload
      FROM asked a JOIN item i ON i.id = a.item_id
      WHERE i.state IN ('ASSIGNED', 'SIGNED', 'IN_PROGRESS', 'REPORTED', 'UNDER_REVIEW', 'REWORK'))
    SELECT u.id AS user_id, 'DECISION_NEEDED'::notification_kind AS kind, t.item_id, 0 AS event_sequence, t.lead_unit_id AS unit_id, t.payload
    FROM told t JOIN person u ON ${isInCharge}
    WHERE EXISTS (SELECT 1 FROM unnest(t.asks) AS ask WHERE NOT EXISTS (
      SELECT 1 FROM notification n WHERE n.user_id = u.id AND n.item_id = t.item_id AND n.kind = 'DECISION_NEEDED' AND n.payload -> 'asks' ? ask))`;
}
