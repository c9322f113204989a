import { dayOf, startOfDay } from '@duban/rules/business-clock';
import { CalendarYearMissing, isWorkingDay, type WorkingCalendar } from '@duban/rules/calendar';

const opensAt = 8;
const closesAt = 18;
const hourMs = 3_600_000;

/** From 8:00 to 18:00 of a working day in the zone; false too in a year of which no calendar is loaded. */
export function isWorkingHour(now: Date, calendar: WorkingCalendar, timeZone: string): boolean {
  const day = dayOf(now, timeZone);
  const hour = (now.getTime() - startOfDay(day, timeZone).getTime()) / hourMs;
  if (hour < opensAt || hour >= closesAt) return false;
  try {
    return isWorkingDay(calendar, day);
  } catch (error) {
    if (error instanceof CalendarYearMissing) return false;
    throw error;
  }
}
