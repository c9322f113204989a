import { addDays, monthEnd, nextMonthEnd } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { type Runner, row, sql } from '../../database.ts';

/** The month that is due: the last one ended by today. */
export function dueMonth(today: Day = clock.today()): Day {
  const end = monthEnd(today);
  return end <= today ? end : addDays(`${today.slice(0, 7)}-01`, -1);
}

/** The month under way, the latest that may be reported. */
function presentMonth(today: Day = clock.today()): Day {
  return monthEnd(today);
}

/** The first month of the campaign: that of its first duty. */
async function firstMonth(runner?: Runner): Promise<Day> {
  const { first } = await row(
    z.object({ first: z.string() }),
    sql`SELECT least(start_on, (SELECT min(assigned_on) FROM item)) AS first FROM campaign`,
    runner,
  );
  return monthEnd(first);
}

/** Months that may be reported, the latest first. */
export async function monthlyPeriods(runner?: Runner): Promise<Day[]> {
  const last = presentMonth();
  const periods: Day[] = [];
  for (let period = await firstMonth(runner); period <= last; period = nextMonthEnd(period)) periods.unshift(period);
  return periods;
}

/** Why a day is no month to report, in Chinese; null when it is one. */
export async function periodProblem(periodOn: Day, runner?: Runner): Promise<{ code: string; message: string } | null> {
  if (periodOn !== monthEnd(periodOn)) return { code: 'NOT_A_MONTH', message: '填报月份不正确，请选择一个月份。' };
  if (periodOn > presentMonth()) return { code: 'FUTURE_MONTH', message: '这个月份还没有到，不能填报。' };
  const first = await firstMonth(runner);
  return periodOn < first ? { code: 'BEFORE_CAMPAIGN', message: `活动从 ${first.slice(0, 7)} 开始，此前的月份不用填报。` } : null;
}
