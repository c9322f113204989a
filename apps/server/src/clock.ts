import { type BusinessClock, businessClock } from '@duban/rules/business-clock';
import { createCalendar, type WorkingCalendar } from '@duban/rules/calendar';
import { z } from 'zod';
import { rows, sql } from './database.ts';

/** The one business clock: every business day and span instant comes from it (model, Time 1). Set by `loadClock`. */
export let clock: BusinessClock;
/** Zone in which the city's days begin and end. */
export let timeZone: string;
/** The working calendar as last loaded. */
export let calendar: WorkingCalendar;

const campaignRow = z.object({ time_zone: z.string(), clock_offset_days: z.number() });
const calendarRow = z.object({ day: z.string(), is_working: z.boolean(), provisional: z.boolean() });

/** Reads zone, offset and calendar from the database. Call again after any of them is edited. */
export async function loadClock(fixedToday?: string): Promise<void> {
  const [campaign] = await rows(campaignRow, sql`SELECT time_zone, clock_offset_days FROM campaign`);
  timeZone = campaign?.time_zone ?? 'Asia/Shanghai';
  clock = businessClock({ offsetDays: campaign?.clock_offset_days ?? 0, timeZone, fixedToday });
  await loadCalendar();
}

/** Reads the working calendar again, e.g. after an administrator edited a day. */
export async function loadCalendar(): Promise<void> {
  const days = await rows(calendarRow, sql`SELECT day, is_working, provisional FROM calendar_day ORDER BY day`);
  calendar = createCalendar(days.map(({ day, is_working, provisional }) => ({ day, isWorking: is_working, provisional })));
}
