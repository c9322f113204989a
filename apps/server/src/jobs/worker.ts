import { Logger, parseCronItems, run, runMigrations } from 'graphile-worker';
import type pino from 'pino';
import { MailRound, type MailSettings } from './send-mail.ts';
import { keepUp, tellInWorkingHours } from './upkeep.ts';

export interface WorkerOptions {
  /** Connects as the owner, who alone may make the queue's tables. */
  databaseUrl: string;
  log: pino.Logger;
  /** Without it no mail is sent. */
  mail?: MailSettings | undefined;
}

/**
 * Starts the jobs of the server; answers how to stop them, the one under way ending first. Every job looks for what is to be done and may be
 * repeated, so nothing is put into the queue with a change: the inbox line itself, committed with it, is the order to mail it.
 */
export async function startJobs({ databaseUrl, log, mail }: WorkerOptions): Promise<() => Promise<void>> {
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.debug(message);
  });
  const round = mail ? new MailRound({ ...mail, onFailure: (error) => log.warn({ err: error }, 'mail was not handed over') }) : null;
  await runMigrations({ connectionString: databaseUrl, logger });
  const runner = await run({
    connectionString: databaseUrl,
    logger,
    concurrency: 2,
    maxPoolSize: 3,
    noHandleSignals: true,
    taskList: {
      'send-mail': async () => void (await round?.run()),
      'tell-of-the-day': async () => void (await tellInWorkingHours()),
      'keep-up': () => keepUp(),
    },
    parsedCronItems: parseCronItems([
      ...(round ? [cron('send-mail', '* * * * *')] : []),
      cron('tell-of-the-day', '*/5 * * * *'),
      cron('keep-up', '7 * * * *'),
    ]),
  });
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'the jobs stopped'));
  // What a time without the server left over.
  await Promise.all(['tell-of-the-day', 'keep-up'].map((task) => runner.addJob(task, {}, { jobKey: task, maxAttempts: 3 })));
  return async () => {
    await runner.stop();
    round?.close();
  };
}

/** One job of a kind at a time, and none waiting twice. */
function cron(task: string, match: string) {
  return { task, match, options: { jobKey: task, queueName: task, maxAttempts: 3, backfillPeriod: 0 } };
}
