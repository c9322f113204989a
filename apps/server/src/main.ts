import { join } from 'node:path';
import { LaunchError } from '@duban/db/launch-error';
import { migrate } from '@duban/db/migrate';
import { type StartedDatabase, startDatabase } from '@duban/db/start-database';
import pino from 'pino';
import { clock } from './clock.ts';
import { connect, db, disconnect } from './database.ts';
import { readEnv } from './env.ts';
import { startJobs } from './jobs/worker.ts';
import { loadKeys } from './keys.ts';
import { hear } from './live/hub.ts';
import { listen } from './live/listener.ts';
import { sealYesterday } from './modules/audit/seal-day.ts';
import { makeDemoAccounts } from './modules/campaign/demo-accounts.ts';
import { loadDemo } from './modules/campaign/load-demo.ts';
import { PackMismatch } from './modules/campaign/load-pack.ts';
import { startCampaign } from './modules/campaign/start-campaign.ts';
import { recoverImports } from './modules/exchange/import-run.service.ts';
import { recomputeWhatBeginsToday } from './modules/exchange/recompute-lights.ts';
import { demoPassword } from './modules/session/demo-password.ts';
import { createServer } from './server.ts';

/** Starts everything in order, and stops it in the reverse order on SIGINT or SIGTERM. Progress is told line by line. */
async function main(): Promise<void> {
  const env = readEnv();
  const log = pino({ level: env.LOG_LEVEL }, pino.destination(2));
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const stops: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  /** Signals may come twice (the terminal and npm both send one): the second waits for the first. */
  const stop = () => {
    stopping ??= (async () => {
      for (const each of stops.reverse()) await each();
    })();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (!stopping) say('正在停止…');
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });

  try {
    say('启动数据库…');
    const database: StartedDatabase = await startDatabase({ rootDir: env.root, dataDir: env.DUBAN_DATA_DIR, url: env.DATABASE_URL });
    stops.push(() => database.close());
    const applied = await migrate(database.url);
    if (applied.length > 0) say(`数据库已升级：${applied.join('、')}`);
    loadKeys(env.DUBAN_DATA_DIR, env.DUBAN_MASTER_KEY);
    await connect(database.url);
    stops.push(disconnect);
    const isDemo = await startCampaign({ empty: process.argv.includes('--empty'), fixedToday: env.DUBAN_TODAY, log: () => undefined });
    await recoverImports();
    stops.push(await atEachNewDay(log));
    if (isDemo) {
      await makeDemoAccounts(db);
      await loadDemo(say);
    }
    await sealYesterday();
    const listener = listen(database.url, hear);
    stops.push(() => listener.stop());
    const app = await createServer({
      log,
      publicUrl: env.PUBLIC_URL,
      webFolder: join(env.root, 'apps/web/dist'),
      publicFolder: join(env.root, 'apps/public/dist'),
      trustedProxies: env.TRUSTED_PROXIES,
    });
    stops.push(() => app.close());
    if (env.NODE_ENV !== 'test') {
      const mail = env.SMTP_URL ? { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, publicUrl: env.PUBLIC_URL } : undefined;
      stops.push(await startJobs({ databaseUrl: database.url, log, mail }));
    }
    await app.listen({ port: env.PORT, host: isDemo ? '127.0.0.1' : env.HOST });
    say(`数据：${database.where}`);
    if (isDemo) await sayAccounts(say);
    say(`督办已启动：http://localhost:${env.PORT}（Ctrl-C 停止）`);
  } catch (error) {
    await stop();
    fail(error, env.PORT);
  }
}

/** Thresholds that begin to hold on a day are applied when it begins; answers how to stop watching. */
async function atEachNewDay(log: pino.Logger): Promise<() => Promise<void>> {
  let day = clock.today();
  await recomputeWhatBeginsToday();
  const timer = setInterval(() => {
    if (clock.today() === day) return;
    day = clock.today();
    recomputeWhatBeginsToday().catch((error: unknown) => log.error({ err: error }, 'lights were not recomputed'));
  }, 60_000);
  timer.unref();
  return async () => clearInterval(timer);
}

async function sayAccounts(say: (line: string) => void): Promise<void> {
  const users = await db.user.findMany({
    where: { demo: true, active: true },
    include: { post: true },
    orderBy: { post: { position: 'asc' } },
  });
  if (users.length === 0) return;
  say(`演示账号（密码均为 ${demoPassword}）：`);
  for (const { account, post } of users) say(`  ${account.padEnd(12)} ${post.title}`);
}

/** One line that says what is wrong and what to do; a stack only for what nobody foresaw. */
function fail(error: unknown, port: number): never {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof LaunchError || error instanceof PackMismatch) console.error(error.message);
  else if (code === 'EADDRINUSE') console.error(`端口 ${port} 已被占用。请停止占用它的程序，或换一个端口：PORT=4001 npm start`);
  else if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    console.error(`没有写入权限：${(error as NodeJS.ErrnoException).path ?? code}。请换一个可写的目录，或修改目录权限。`);
  else console.error(error);
  process.exit(1);
}

await main();
