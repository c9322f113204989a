import { startOfDay } from '@duban/rules/business-clock';
import type { Day } from '@duban/rules/vocabulary';

/** The zone in which the city's days begin: the campaign's, once the frame has read it. */
let zone = 'Asia/Shanghai';
let formats = formatsOf(zone);

/** Takes the campaign's zone; called where the session begins. */
export function setCityZone(timeZone: string): void {
  if (timeZone === zone) return;
  zone = timeZone;
  formats = formatsOf(timeZone);
}

function formatsOf(timeZone: string) {
  return {
    moment: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
    day: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }),
    clock: new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
  };
}

/** `2014-09-30 14:32` in the city. */
export const timeInCity = (instant: string): string => formats.moment.format(new Date(instant));

/** The civil day of an instant in the city. */
export const dayInCity = (instant: string): Day => formats.day.format(new Date(instant));

/** `14:32` in the city. */
export const clockInCity = (instant: string | Date): string => formats.clock.format(new Date(instant));

/** The instant at which a day begins in the city. */
export const startOfDayInCity = (day: Day): string => startOfDay(day, zone).toISOString();
