import type { Day, ItemAction } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { execute, type Sql, sql } from '../../database.ts';
import type { ActFields } from '../item/acts/act.ts';
import type { LockedItem } from '../item/locked-item.ts';
import { isHandledIn } from './handled-in.ts';

type Effects = Partial<Record<ItemAction, (item: LockedItem, fields: ActFields, today: Day) => Sql>>;

/** What an act on a complaint's item means for the complaints handled in it (policy 2(2)5). */
const effects: Effects = {
  // Those merged into it while it waited are taken on with it; what units read is written for the matter alone.
  TAKE_ON: ({ id }, { mode, facts, complainedUnitId }, today) => sql`UPDATE complaint c SET accepted_on = ${today}::date,
    mode = ${mode}::handling_mode, facts = CASE WHEN c.item_id = ${id}::uuid THEN ${facts} ELSE c.facts END,
    complained_unit_id = coalesce(${complainedUnitId ?? null}, c.complained_unit_id) WHERE ${isHandledIn(sql`${id}::uuid`)}`,
  REFUSE: ({ id }, { reason }) => sql`UPDATE complaint c SET refusal_reason = ${reason} WHERE ${isHandledIn(sql`${id}::uuid`)}`,
  RECORD_FINDING: ({ id }, { finding, measures, sanction }, today) => sql`UPDATE complaint c SET finding = ${finding}::finding,
    found_on = ${today}::date, measures = coalesce(${measures ?? null}, c.measures), sanction = coalesce(${sanction ?? null}, c.sanction)
    WHERE ${isHandledIn(sql`${id}::uuid`)}`,
  ANSWER: ({ id }, { answer }, today) =>
    sql`UPDATE complaint c SET answer = ${answer}, answered_on = ${today}::date WHERE ${isHandledIn(sql`${id}::uuid`)}`,
  CALL_BACK: ({ id }, _fields, today) => sql`UPDATE complaint c SET called_back_on = ${today}::date WHERE ${isHandledIn(sql`${id}::uuid`)}`,
  WRITE_OFF: (
    { id },
    { satisfaction },
  ) => sql`UPDATE complaint c SET satisfaction = coalesce(c.satisfaction, ${satisfaction ?? null}::satisfaction)
    WHERE ${isHandledIn(sql`${id}::uuid`)}`,
  // What was said the first time stays in the story and in the round; the answer is to be given anew.
  REOPEN: ({
    id,
  }) => sql`UPDATE complaint c SET rework_count = c.rework_count + 1, answered_on = NULL, called_back_on = NULL, satisfaction = NULL,
    self_rated = FALSE WHERE ${isHandledIn(sql`${id}::uuid`)}`,
  // Whoever complained in what is merged reads what was found and answered already.
  MERGE: ({ id }, { targetId }) => sql`UPDATE complaint c SET finding = t.finding, found_on = t.found_on, measures = t.measures,
    answer = t.answer, answered_on = t.answered_on, accepted_on = coalesce(c.accepted_on, t.accepted_on)
    FROM (SELECT * FROM complaint WHERE item_id = ${targetId}::uuid ORDER BY received_on, id LIMIT 1) t WHERE ${isHandledIn(sql`${id}::uuid`)}`,
};

export async function writeComplaintEffects(
  tx: pg.PoolClient,
  action: ItemAction,
  item: LockedItem,
  fields: ActFields,
  today: Day,
): Promise<void> {
  const effect = effects[action];
  if (effect) await execute(effect(item, fields, today), tx);
}
