import type { Day, ItemAction } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { execute, type Sql, sql } from '../../database.ts';
import type { ActFields } from '../item/acts/act.ts';
import type { LockedItem, LockedPart } from '../item/locked-item.ts';
import { isHandledIn } from './handled-in.ts';

interface Happening {
  item: LockedItem;
  part: LockedPart | null;
  fields: ActFields;
  /** What the unit last reported of the part. */
  reported: string | null;
  today: Day;
}

const ofItem = ({ item }: Happening): Sql => isHandledIn(sql`${item.id}::uuid`);

/** What an act means for the problems handled in an item (policy 2(4)3): whoever raised one of them is answered, and asked, with the rest. */
const effects: Partial<Record<ItemAction, (happening: Happening) => Sql | null>> = {
  // The report that is accepted of the lead unit is the answer; without a report the ledger's own answer is given.
  ACCEPT: (happening) =>
    happening.part?.duty === 'LEAD'
      ? sql`UPDATE public_problem d SET answer = coalesce(${happening.reported}, t.answer, d.answer),
          answered_on = CASE WHEN coalesce(${happening.reported}, t.answer, d.answer) IS NULL THEN d.answered_on ELSE ${happening.today}::date END
        FROM (SELECT answer FROM public_problem WHERE item_id = ${happening.item.id}::uuid) t WHERE ${ofItem(happening)}`
      : null,
  WRITE_OFF: (happening) =>
    happening.fields.satisfaction
      ? sql`UPDATE public_problem d SET satisfaction = ${happening.fields.satisfaction}::satisfaction WHERE ${ofItem(happening)}`
      : null,
  // What was answered the first time stays in the reports; the answer is to be given anew. Whoever is asked and not content has it done again:
  // that grade stands until the next one.
  REOPEN: (happening) => sql`UPDATE public_problem d SET answer = NULL, answered_on = NULL,
      satisfaction = ${happening.item.state === 'CALL_BACK' ? 'DISSATISFIED' : null}::satisfaction WHERE ${ofItem(happening)}`,
  // Whoever raised what is merged is told today what the others were told already.
  MERGE: (happening) => sql`UPDATE public_problem d SET answer = t.answer, satisfaction = t.satisfaction,
      answered_on = CASE WHEN t.answered_on IS NULL THEN NULL ELSE greatest(t.answered_on, ${happening.today}::date) END
    FROM (SELECT * FROM public_problem WHERE item_id = ${happening.fields.targetId}::uuid) t WHERE ${ofItem(happening)}`,
};

export async function writePublicProblemEffects(tx: pg.PoolClient, action: ItemAction, happening: Happening): Promise<void> {
  const effect = effects[action]?.(happening);
  if (effect) await execute(effect, tx);
}
