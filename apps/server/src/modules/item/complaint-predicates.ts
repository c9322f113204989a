import { type Sql, sql } from '../../database.ts';

// What may be said of a complaint's item, on aliases `a` (how it stood) and `i` (the item). Filters and reports say it with the same words.

/** So many complaining together make it collective (集体投诉). */
export const collectiveFrom = 5;

/** Taken on (受理): neither waiting for the decision, nor refused, nor withdrawn. What the rates count (policy 2(2)5). */
export const isTakenOn: Sql = sql`(a.kind = 'COMPLAINT' AND a.state NOT IN ('DRAFT', 'PENDING_APPROVAL', 'REFUSED', 'WITHDRAWN'))`;

/**
 * 应作出受理决定: decided on by the day, or still undecided after the last day for it. What was withdrawn undecided asks for none any more.
 * Without a limit nothing is judged.
 */
export function isDecisionDue(asOf: string): Sql {
  return sql`EXISTS (SELECT 1 FROM complaint c WHERE c.item_id = i.id AND c.accept_due_on IS NOT NULL AND CASE a.state
    WHEN 'DRAFT' THEN c.accept_due_on < ${asOf}::date
    WHEN 'PENDING_APPROVAL' THEN c.accept_due_on < ${asOf}::date
    WHEN 'WITHDRAWN' THEN coalesce(c.accepted_on <= ${asOf}::date, FALSE)
    ELSE TRUE END)`;
}

/**
 * 按期作出受理决定: taken on or refused on or before the last day for it. The day of the decision is that of 受理; of what was refused, and where
 * a ledger doesn't tell, the day on which it left 待受理.
 */
export const isDecidedInTime: Sql = sql`EXISTS (SELECT 1 FROM complaint c WHERE c.item_id = i.id
  AND a.state NOT IN ('DRAFT', 'PENDING_APPROVAL')
  AND CASE WHEN c.accepted_on IS NOT NULL THEN c.accepted_on <= c.accept_due_on
    WHEN a.state = 'WITHDRAWN' THEN FALSE
    ELSE (SELECT min(s.from_at) FROM item_span s WHERE s.item_id = i.id AND s.unit_id IS NULL AND s.state NOT IN ('DRAFT', 'PENDING_APPROVAL'))
      < day_end(c.accept_due_on) END)`;

/** 重复投诉: the same phone or identity number stands behind an earlier complaint. Blind indexes are compared; nobody is opened. */
export const isRepeatComplainant: Sql = sql`EXISTS (SELECT 1 FROM complaint c JOIN complainant p ON p.complaint_id = c.id
  WHERE c.item_id = i.id AND EXISTS (SELECT 1 FROM complainant q JOIN complaint e ON e.id = q.complaint_id
    WHERE (q.phone_index = p.phone_index OR q.identity_index = p.identity_index) AND (e.received_on, e.id) < (c.received_on, c.id)))`;

/** 集体投诉. */
export const isCollective: Sql = sql`EXISTS (SELECT 1 FROM complaint c WHERE c.item_id = i.id AND c.people >= ${collectiveFrom})`;

/** The complainant asked for it to be handled again; as recorded now, since it carries no day. */
export const isReopened: Sql = sql`EXISTS (SELECT 1 FROM complaint c WHERE c.item_id = i.id AND c.reopened_by_complainant)`;

/** Complained of are these units; `NONE` stands for a complaint that names none. */
export function isAbout(units: readonly string[]): Sql {
  return sql`EXISTS (SELECT 1 FROM complaint c WHERE c.item_id = i.id AND coalesce(c.complained_unit_id, 'NONE') = ANY(${units}::text[]))`;
}

/** The facts that units read hold this word as it stands. */
export function factsHold(word: string): Sql {
  return sql`EXISTS (SELECT 1 FROM complaint c WHERE c.item_id = i.id AND c.facts LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`})`;
}
