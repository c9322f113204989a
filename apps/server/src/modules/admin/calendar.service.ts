import { loadCalendar } from '../../clock.ts';
import { recomputeLights } from '../exchange/recompute-lights.ts';
import { type Administrator, administer, Problems } from './administration.ts';

/**
 * Makes a day a working day or a day off, and counts all working days anew; the server reads the calendar again and judges
 * open items by it.
 * InputError at `day` when the calendar has no such day.
 */
export async function setCalendarDay(by: Administrator, day: string, isWorking: boolean, label: string | null): Promise<void> {
  await administer(by, 'setCalendarDay', { day, isWorking, label }, async (tx) => {
    const { rowCount } = await tx.query(
      `UPDATE calendar_day SET is_working = $2, label = $3, provisional = FALSE, origin = 'LOCAL' WHERE day = $1`,
      [day, isWorking, label?.trim() || null],
    );
    new Problems().when(rowCount === 0, 'day', 'NO_CALENDAR', '工作日历中还没有这一天，请先装入该年度的放假通知。').refuse();
    await tx.query(
      `UPDATE calendar_day d SET working_ordinal = o.ordinal
       FROM (SELECT day, count(*) FILTER (WHERE is_working) OVER (ORDER BY day)::int AS ordinal FROM calendar_day) o
       WHERE o.day = d.day AND d.working_ordinal <> o.ordinal`,
    );
  });
  await loadCalendar();
  await recomputeLights(`工作日历调整：${day}`);
}
