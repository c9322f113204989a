import { calendar, clock, timeZone } from '../clock.ts';
import { execute, sql, transaction } from '../database.ts';
import { dropStaleUploads } from '../modules/attachment/uploads.ts';
import { sealYesterday } from '../modules/audit/seal-day.ts';
import { tellOfTheDay } from '../modules/notification/daily-notices.ts';
import { isWorkingHour } from './working-hours.ts';

/** Answers of requests are kept this long for their repeats. */
const keptAnswers = '7 days';

/** What each day asks for, whenever it is called: repeated in a day it does nothing. */
export async function keepUp(): Promise<void> {
  await sealYesterday();
  await dropStaleUploads();
  await dropOldAnswers();
}

/** Drops the kept answers that no repeat will ask for; answers how many. */
export function dropOldAnswers(): Promise<number> {
  return transaction((tx) => execute(sql`DELETE FROM request_result WHERE created_at < now() - ${keptAnswers}::interval`, tx));
}

/** The notices of the day, once business has begun. */
export async function tellInWorkingHours(): Promise<number> {
  return isWorkingHour(clock.now(), calendar, timeZone) ? transaction((tx) => tellOfTheDay(tx, clock.today())) : 0;
}
