import { calendar, clock, timeZone } from '../clock.ts';
import { execute, sql, transaction } from '../database.ts';
import { dropStaleUploads } from '../modules/attachment/uploads.ts';
import { sealYesterday } from '../modules/audit/seal-day.ts';
import { tellOfTheDay } from '../modules/notification/daily-notices.ts';
import { remindDue } from '../modules/urging/remind-due.ts';
import { dropStalePublicFiles } from '../public/files/public-uploads.ts';
import { isWorkingHour } from './working-hours.ts';

/** Answers of requests are kept this long for their repeats. */
const keptAnswers = '7 days';

/** What each day asks for, whenever it is called: repeated in a day it does nothing. */
export async function keepUp(): Promise<void> {
  await sealYesterday();
  await dropStaleUploads();
  await dropStalePublicFiles();
  await dropOldAnswers();
}

/** Drops the kept answers that no repeat will ask for; answers how many. */
export function dropOldAnswers(): Promise<number> {
  return transaction((tx) => execute(sql`DELETE FROM request_result WHERE created_at < now() - ${keptAnswers}::interval`, tx));
}

/**
 * The system's reminders and the notices of the day, once business has begun; answers how many lines were added to inboxes. Reminders add
 * none: the notice that a limit is near says the same.
 */
export async function tellInWorkingHours(): Promise<number> {
  if (!isWorkingHour(clock.now(), calendar, timeZone)) return 0;
  await remindDue(clock.today());
  return transaction((tx) => tellOfTheDay(tx, clock.today()));
}
