import { rungs } from '@duban/rules/urging';
import { z } from 'zod';
import { empty, type Runner, rows, type Sql, sql } from '../../database.ts';

const slipRow = z.object({
  id: z.string(),
  number: z.string(),
  itemId: z.string(),
  itemNumber: z.string(),
  itemTitle: z.string(),
  isDemo: z.boolean(),
  unitId: z.string(),
  unitName: z.string(),
  partId: z.string().nullable(),
  round: z.number(),
  rung: z.enum(rungs),
  reason: z.string(),
  answerDueOn: z.string().nullable(),
  isBySystem: z.boolean(),
  byTitle: z.string(),
  at: z.date(),
  on: z.string(),
  dueOn: z.string().nullable(),
  overdueWorkingDays: z.number().nullable(),
  answeredOn: z.string().nullable(),
});
/** One rung climbed, as its slip says it, and whether the unit has answered. */
export type Slip = z.infer<typeof slipRow>;

/**
 * Every rung climbed, as a table to be named `s`, with its item as `i` outside: what the slip says, the limit of the part and the round as
 * they stood then (from its event), the working days by which it was overdue then, and the answer: the first report or monthly report of
 * that unit on that item after it, by the item's own order of events.
 */
export const slips: Sql = sql`(
  SELECT u.id, u.number, u.item_id, u.unit_id, u.rung, u.reason, u.answer_due_on, u.by_id, u.by_title, u.at, z.happened_on, e.part_id,
    coalesce((e.payload::jsonb ->> 'round')::int, 1) AS round, d.due_on,
    CASE WHEN d.due_on < z.happened_on THEN working_days_between(d.due_on, z.happened_on) END AS overdue_working_days,
    (answer.at AT TIME ZONE c.time_zone)::date AS answered_on
  FROM urging u
  CROSS JOIN (SELECT time_zone FROM campaign WHERE id = 1) c
  CROSS JOIN LATERAL (SELECT (u.at AT TIME ZONE c.time_zone)::date AS happened_on) z
  JOIN item_event e ON e.item_id = u.item_id AND e.action = 'URGE' AND e.payload::jsonb ->> 'number' = u.number
  CROSS JOIN LATERAL (SELECT (e.payload::jsonb ->> 'dueOn')::date AS due_on) d
  LEFT JOIN LATERAL (
    SELECT a.at FROM item_event a LEFT JOIN item_unit p ON p.id = a.part_id
    WHERE a.item_id = u.item_id AND a.sequence > e.sequence
      AND ((a.action = 'REPORT' AND p.unit_id = u.unit_id)
        OR (a.action = 'REPORT_PROGRESS' AND a.payload::jsonb ->> 'unitId' = u.unit_id))
    ORDER BY a.sequence LIMIT 1
  ) answer ON TRUE
)`;

/** Slips that hold a condition on `s` and on its item `i`, in the order given, by default the newest first. */
export function readSlips(
  where: Sql,
  { order = sql`s.at DESC, s.id DESC`, limit = empty, runner }: { order?: Sql; limit?: Sql; runner?: Runner } = {},
): Promise<Slip[]> {
  return rows(
    slipRow,
    sql`SELECT s.id, s.number, i.id AS "itemId", i.number AS "itemNumber", i.title AS "itemTitle", i.demo AS "isDemo",
          s.unit_id AS "unitId", n.name AS "unitName", s.part_id AS "partId", s.round, s.rung, s.reason, s.answer_due_on AS "answerDueOn",
          s.by_id IS NULL AS "isBySystem", s.by_title AS "byTitle", s.at, s.happened_on AS "on", s.due_on AS "dueOn",
          s.overdue_working_days AS "overdueWorkingDays", s.answered_on AS "answeredOn"
        FROM ${slips} s JOIN item i ON i.id = s.item_id JOIN unit n ON n.id = s.unit_id
        WHERE ${where} ORDER BY ${order} ${limit}`,
    runner,
  );
}
