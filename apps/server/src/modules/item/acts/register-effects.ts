import type { ItemAction } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { clock } from '../../../clock.ts';
import { execute, sql } from '../../../database.ts';
import { writeComplaintEffects } from '../../complaint/complaint-effects.ts';
import { writePublicProblemEffects } from '../../public-problem/public-problem-effects.ts';
import type { LockedItem, LockedPart } from '../locked-item.ts';
import type { ActFields } from './act.ts';

interface Happening {
  item: LockedItem;
  part: LockedPart | null;
  fields: ActFields;
  /** True when this act closes the item. */
  closes: boolean;
  /** What the unit last reported of the part. */
  reported: string | null;
}

/**
 * What an act means for the register's own row: acceptance, satisfaction, 破解 and answer days stand in the ledgers too, and nobody types them
 * twice. Answers true when something was written that progress is read from.
 */
export async function writeRegisterEffects(tx: pg.PoolClient, action: ItemAction, happening: Happening): Promise<boolean> {
  const { item, part, fields, closes, reported } = happening;
  const today = clock.today();
  const id = item.id;
  if (action === 'ACCEPT' && item.kind === 'STYLE_PROBLEM' && part?.duty === 'LEAD') {
    await execute(
      sql`UPDATE style_problem SET progress_class = 'DONE', acceptance_opinion = ${fields.acceptance ?? null}, accepted_on = ${today}::date WHERE item_id = ${id}::uuid`,
      tx,
    );
    return true;
  }
  if (action === 'ACCEPT' && closes && item.kind === 'HARD_PROBLEM')
    await execute(sql`UPDATE hard_problem SET solved_on = coalesce(solved_on, ${today}::date) WHERE item_id = ${id}::uuid`, tx);
  if (action === 'ACCEPT' && item.kind === 'SUPERVISION_TASK' && part?.duty === 'LEAD')
    await execute(sql`UPDATE supervision_task SET answer = ${reported}, answered_on = ${today}::date WHERE item_id = ${id}::uuid`, tx);
  if (action === 'ACCEPT' && item.kind === 'RECTIFICATION_PROBLEM' && part?.duty === 'LEAD')
    await execute(sql`UPDATE rectification_problem SET result = coalesce(${reported}, result) WHERE item_id = ${id}::uuid`, tx);
  if (item.kind === 'COMPLAINT') await writeComplaintEffects(tx, action, item, fields, today);
  if (item.kind === 'PUBLIC_PROBLEM') await writePublicProblemEffects(tx, action, { item, part, fields, reported, today });
  if (action === 'WRITE_OFF' && fields.satisfaction) {
    if (item.kind === 'STYLE_PROBLEM')
      await execute(sql`UPDATE style_problem SET satisfaction = ${fields.satisfaction}::satisfaction WHERE item_id = ${id}::uuid`, tx);
  }
  if (action === 'REOPEN') {
    if (item.kind === 'HARD_PROBLEM') await execute(sql`UPDATE hard_problem SET solved_on = NULL WHERE item_id = ${id}::uuid`, tx);
    if (item.kind === 'STYLE_PROBLEM') {
      await execute(
        sql`UPDATE style_problem SET progress_class = 'PARTLY', accepted_on = NULL, acceptance_opinion = NULL WHERE item_id = ${id}::uuid`,
        tx,
      );
      return true;
    }
  }
  return false;
}
