import { satisfiedGrades } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { row, sql } from '../../database.ts';
import { termRow } from '../term.schema.ts';

/** A class with fewer complaints than this shows no figure. */
export const fewest = 5;

const classRow = z.object({ class: termRow, received: z.number().nullable(), closed: z.number().nullable() });
export type ClassFigure = z.infer<typeof classRow>;

const monthRow = z.object({ month: z.string(), received: z.number(), closed: z.number() });
export type MonthFigure = z.infer<typeof monthRow>;

const figuresRow = z.object({
  since: z.string(),
  received: z.number(),
  takenOn: z.number(),
  refused: z.number(),
  open: z.number(),
  closed: z.number(),
  closedOnTime: z.number(),
  rated: z.number(),
  satisfied: z.number(),
  byClass: z.array(classRow),
  byMonth: z.array(monthRow),
});
export type ComplaintFigures = z.infer<typeof figuresRow>;

/**
 * The complaints received from 1 January of the year of the day up to it (policy 2(2)5), each complaint counted, not matters: several that
 * were merged count one by one, and each stands as the matter into which it was merged.
 *
 * - takenOn 受理: taken on by the day. refused 不予受理. closed 办结: the matter stands closed (call-back and 销号 included).
 *   open: neither refused, nor withdrawn, nor closed, so received = open + closed + refused + withdrawn.
 * - closedOnTime: of the closed, those closed on or before their due day. rated: those whose complainant gave a grade, on the answer page or
 *   when called back; satisfied: of these, 基本满意 or better.
 * - byMonth: from January to the month of the day; received in the month, and of all counted those closed in it.
 * - byClass: the classes in force. A figure below five is null, so that nobody is recognised; where just one class would be, the next smallest
 *   is null as well, since the difference to the total would tell it.
 */
export function complaintFigures(asOf: string): Promise<ComplaintFigures> {
  const since = `${asOf.slice(0, 4)}-01-01`;
  const hidden = (figure: 'received' | 'closed') => {
    const column = figure === 'received' ? sql`k.received` : sql`k.closed`;
    return sql`CASE WHEN ${column} >= ${fewest} AND NOT (count(*) FILTER (WHERE ${column} < ${fewest}) OVER () = 1
      AND row_number() OVER (ORDER BY ${column}, k.position, k.code) = 2) THEN ${column} END`;
  };
  return row(
    figuresRow,
    sql`WITH RECURSIVE stands AS (
        SELECT i.id, i.id AS now_id, i.merged_into_id FROM item i WHERE i.kind = 'COMPLAINT'
        UNION SELECT s.id, i.id, i.merged_into_id FROM stands s JOIN item i ON i.id = s.merged_into_id),
      counted AS (
        SELECT c.received_on, c.accepted_on <= ${asOf}::date AS taken_on, i.category, i.state = 'REFUSED' AS refused, i.state = 'WITHDRAWN' AS withdrawn,
          i.state IN ('CLOSED', 'CALL_BACK', 'WRITTEN_OFF') AS closed, i.closed_on, i.closed_on <= i.due_on AS on_time, c.satisfaction
        FROM complaint c JOIN stands s ON s.id = c.item_id AND s.merged_into_id IS NULL JOIN item i ON i.id = s.now_id
        WHERE c.received_on BETWEEN ${since}::date AND ${asOf}::date),
      classes AS (
        SELECT t.code, t.name, t.name_en, t.position, count(c.received_on)::int AS received, count(*) FILTER (WHERE c.closed)::int AS closed
        FROM term t LEFT JOIN counted c ON c.category = t.code
        WHERE t.dictionary = 'complaint-class' AND t.valid_to >= ${asOf}::date GROUP BY t.code, t.name, t.name_en, t.position),
      shown AS (SELECT k.*, ${hidden('received')} AS shown_received, ${hidden('closed')} AS shown_closed FROM classes k),
      months AS (
        SELECT to_char(m, 'YYYY-MM') AS month,
          (SELECT count(*)::int FROM counted c WHERE date_trunc('month', c.received_on) = m) AS received,
          (SELECT count(*)::int FROM counted c WHERE c.closed AND date_trunc('month', c.closed_on) = m) AS closed
        FROM generate_series(${since}::timestamp, ${asOf}::timestamp, interval '1 month') m)
      SELECT ${since}::date AS since, count(*)::int AS received, count(*) FILTER (WHERE taken_on)::int AS "takenOn",
        count(*) FILTER (WHERE refused)::int AS refused,
        count(*) FILTER (WHERE NOT refused AND NOT withdrawn AND NOT closed)::int AS open,
        count(*) FILTER (WHERE closed)::int AS closed, count(*) FILTER (WHERE closed AND on_time)::int AS "closedOnTime",
        count(satisfaction)::int AS rated, count(*) FILTER (WHERE satisfaction = ANY(${satisfiedGrades}::satisfaction[]))::int AS satisfied,
        (SELECT jsonb_agg(jsonb_build_object('class', jsonb_build_object('code', k.code, 'name', k.name, 'nameEn', k.name_en),
          'received', k.shown_received, 'closed', k.shown_closed) ORDER BY k.position, k.code) FROM shown k) AS "byClass",
        (SELECT jsonb_agg(jsonb_build_object('month', m.month, 'received', m.received, 'closed', m.closed) ORDER BY m.month) FROM months m) AS "byMonth"
      FROM counted`,
  );
}
