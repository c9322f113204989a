import { unmeasuredKinds } from '@duban/rules/progress';
import type { ItemState } from '@duban/rules/vocabulary';
import { type Sql, sql } from '../../database.ts';

// What may be said of an item, on aliases `a` (how it stood) and `i` (the item). Filters and reports say it with the same words.

/** Something is still owed: the duty has begun and has not ended. */
export const isOpen: Sql = sql`(a.state NOT IN ('DRAFT', 'PENDING_APPROVAL', 'CLOSED', 'CALL_BACK', 'WRITTEN_OFF', 'RETURNED', 'MERGED', 'REFUSED', 'WITHDRAWN'))`;

/** States in which a unit is at work on it: its time runs. */
export const runningStates = [
  'ASSIGNED',
  'SIGNED',
  'IN_PROGRESS',
  'REPORTED',
  'UNDER_REVIEW',
  'REWORK',
] as const satisfies readonly ItemState[];

/**
 * What was promised is done: the register's own measure has reached 100 % (style problems: class 到位; works: the whole quantity), or the
 * item was closed, the call-back and 销号 after it included.
 */
export const isComplete: Sql = sql`(coalesce(a.progress_percent, 0) >= 100 OR a.state IN ('CLOSED', 'CALL_BACK', 'WRITTEN_OFF'))`;

/**
 * 应办结: closed by the day, or still at work after its due day. The denominator of 按时办结率, so that what is never closed counts as well;
 * what is neither closed nor past its due day is not judged yet. `of` is an alias with state and due_on: `a`, or a part.
 */
export function isSettlementDue(of: Sql, asOf: string): Sql {
  return sql`(${of}.state IN ('CLOSED', 'CALL_BACK', 'WRITTEN_OFF')
    OR (${of}.state = ANY(${runningStates}::item_state[]) AND ${of}.due_on < ${asOf}::date))`;
}

/** The closing day as known on `asOf`: null while it lay ahead. */
export function closedOn(asOf: string): Sql {
  return sql`(CASE WHEN i.closed_on <= ${asOf}::date THEN i.closed_on END)`;
}

/** The day of 销号 as known on `asOf`. */
export function writtenOffOn(asOf: string): Sql {
  return sql`(CASE WHEN i.written_off_on <= ${asOf}::date THEN i.written_off_on END)`;
}

/** A style problem found in a unit and category in which an earlier one had been written off before (policy 2(1)). */
export const isRepeat: Sql = sql`(a.kind = 'STYLE_PROBLEM' AND EXISTS (
  SELECT 1 FROM item e WHERE e.kind = 'STYLE_PROBLEM' AND e.lead_unit_id = a.lead_unit_id AND e.category = a.category
    AND e.id <> i.id AND e.written_off_on < i.found_on))`;

/** A complaint that was handled again after an answer or review that did not hold; as recorded now, since rework carries no day. */
export const isReworked: Sql = sql`EXISTS (SELECT 1 FROM complaint c WHERE c.item_id = i.id AND c.rework_count > 0)`;

/**
 * There is a plan to measure it by: rows of a progress sheet or nodes, a monthly plan, or the measure of a style problem. Registers without
 * a measure of progress are measured by their time limits alone.
 */
export const isPlanned: Sql = sql`(a.kind = ANY(${[...unmeasuredKinds]}::item_kind[])
  OR EXISTS (SELECT 1 FROM item_step s WHERE s.item_id = i.id)
  OR EXISTS (SELECT 1 FROM period_figure f WHERE f.item_id = i.id AND f.series IN ('PLAN', 'INVESTMENT_PLANNED'))
  OR EXISTS (SELECT 1 FROM style_problem s WHERE s.item_id = i.id AND s.measure IS NOT NULL))`;
