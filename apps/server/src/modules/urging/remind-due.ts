import type { Day } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql, transaction } from '../../database.ts';
import { lockItems, lockParts } from '../item/locked-item.ts';
import { slips } from './slips.ts';
import { climb } from './urge-parts.ts';

const batch = 200;
const candidateRow = z.object({ partId: z.string(), itemId: z.string() });

/**
 * The system's own reminders of a day: every part at work whose limit is at most `reminderWorkingDays` of the campaign away gets rung REMINDER,
 * once per part and limit (a limit that moves is reminded of again), unless it was urged higher in this round. Safe to repeat, and for two to
 * run at once. Answers how many were reminded.
 */
export async function remindDue(day: Day): Promise<number> {
  let reminded = 0;
  for (;;) {
    // One part of an item at a time: each change counts its version up.
    const count = await transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('duban reminders'))`);
      const due = await rows(
        candidateRow,
        sql`SELECT DISTINCT ON (p.item_id) p.id AS "partId", p.item_id AS "itemId" FROM item_unit p JOIN item i ON i.id = p.item_id
          WHERE p.superseded_by_id IS NULL AND p.state IN ('ASSIGNED', 'SIGNED', 'IN_PROGRESS', 'REWORK')
            AND p.due_on >= ${day}::date
            AND working_days_between(${day}::date, p.due_on) <= (SELECT reminder_working_days FROM campaign WHERE id = 1)
            AND NOT EXISTS (SELECT 1 FROM ${slips} s WHERE s.item_id = p.item_id AND s.unit_id = p.unit_id AND s.round = i.round
              AND (s.rung <> 'REMINDER' OR s.due_on = p.due_on))
          ORDER BY p.item_id, p.id LIMIT ${batch}`,
        tx,
      );
      const items = new Map((await lockItems(tx, [...new Set(due.map(({ itemId }) => itemId))])).map((item) => [item.id, item]));
      const parts = new Map((await lockParts(tx, [...items.keys()])).map((part) => [part.id, part]));
      // Between the reading and the lock a part may have been reported or handed on.
      const atWork: readonly string[] = ['ASSIGNED', 'SIGNED', 'IN_PROGRESS', 'REWORK'];
      const climbing = due.flatMap(({ partId, itemId }) => {
        const [item, part] = [items.get(itemId), parts.get(partId)];
        return item && part && atWork.includes(part.state) ? [{ item, part }] : [];
      });
      for (const dueOn of new Set(climbing.map(({ part }) => part.due_on))) {
        const ofDay = climbing.filter(({ part }) => part.due_on === dueOn);
        await climb(tx, { userId: null, title: '系统' }, { rung: 'REMINDER', reason: `办理时限 ${dueOn} 将到，请按时办结并反馈。` }, ofDay);
      }
      return climbing.length;
    });
    reminded += count;
    if (count === 0) return reminded;
  }
}
