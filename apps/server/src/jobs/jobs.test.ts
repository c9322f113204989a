import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createCalendar } from '@duban/rules/calendar';
import pino from 'pino';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { calendar, clock } from '../clock.ts';
import { pool } from '../database.ts';
import { addItem, db, openTestCity } from '../testing/test-city.ts';
import { mailOf } from './mail-text.ts';
import { MailRound } from './send-mail.ts';
import { dropOldAnswers, tellInWorkingHours } from './upkeep.ts';
import { startJobs } from './worker.ts';
import { isWorkingHour } from './working-hours.ts';

let close: () => Promise<void>;
let userId: string;
let itemId: string;
let url: string;
const received: { to: string; source: string }[] = [];
let refuses = false;
const smtp = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (refuses) return done(Object.assign(new Error('try later'), { responseCode: 451 }));
      received.push({ to: (session.envelope.rcptTo[0] as { address: string }).address, source: Buffer.concat(chunks).toString() });
      done();
    });
  },
});

beforeAll(async () => {
  close = await openTestCity();
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  await db.post.create({ data: { id: 't', title: 't', titleEn: 't', unitId: 'gtj', role: 'UNIT_HEAD', position: 900 } });
  const data = { account: 'h', displayName: 'h', postId: 't', passwordHash: 'x', passwordChangedAt: new Date(), email: 'h@example.cn' };
  userId = (await db.user.create({ data })).id;
  itemId = await addItem({ leadUnitId: 'gtj', number: '测-邮-1' });
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await close();
});
beforeEach(async () => {
  received.length = 0;
  refuses = false;
  vi.spyOn(clock, 'now').mockReturnValue(new Date('2014-09-30T10:00:00+08:00'));
  await db.notification.deleteMany();
  await db.notificationSetting.deleteMany();
});

const addLine = (eventSequence: number, kind: 'ASSIGNED' | 'URGED' = 'ASSIGNED') =>
  db.notification.create({
    data: {
      userId,
      kind,
      itemId,
      eventSequence,
      day: new Date('2014-09-30'),
      at: clock.now(),
      payload: { number: '测-邮-1', title: '修路<b>' },
    },
  });
const round = () => new MailRound({ smtpUrl: url, from: 'duban@example.cn', publicUrl: 'https://duban.example.cn/' });
const bodyOf = (source: string) =>
  [...source.matchAll(/Content-Transfer-Encoding: base64\r\n\r\n([\s\S]*?)\r\n(?:\r\n|--)/g)]
    .map(([, text]) => Buffer.from(text!, 'base64').toString())
    .join('\n');

describe('mail', () => {
  it('is one for all that waits, and none twice after a restart', async () => {
    await addLine(2);
    await addLine(3, 'URGED');
    expect(await round().run()).toBe(1);
    expect(received).toHaveLength(1);
    expect(received[0]!.to).toBe('h@example.cn');
    const link = `https://duban.example.cn/items/${encodeURIComponent('测-邮-1')}`;
    expect(bodyOf(received[0]!.source).split(link)).toHaveLength(5);
    expect(await round().run()).toBe(0);
    expect(received).toHaveLength(1);
  });

  it('is sent once by two servers at once', async () => {
    await addLine(2);
    const sent = await Promise.all([round().run(), round().run()]);
    expect(sent.sort()).toEqual([0, 1]);
    expect(received).toHaveLength(1);
  });

  it('waits outside working hours', async () => {
    await addLine(2);
    for (const at of ['2014-09-30T07:59:59+08:00', '2014-09-30T18:00:00+08:00', '2014-10-01T10:00:00+08:00']) {
      vi.mocked(clock.now).mockReturnValue(new Date(at));
      expect(await round().run()).toBe(0);
    }
    vi.mocked(clock.now).mockReturnValue(new Date('2014-10-01T10:00:00+08:00'));
    expect(isWorkingHour(clock.now(), calendar, 'Asia/Shanghai')).toBe(false);
    vi.mocked(clock.now).mockReturnValue(new Date('2014-09-30T08:00:00+08:00'));
    await db.notification.updateMany({ data: { at: clock.now() } });
    expect(await round().run()).toBe(1);
  });

  it('keeps what was refused, and pauses before it tries again', async () => {
    await addLine(2);
    refuses = true;
    const failures: unknown[] = [];
    const one = new MailRound({ smtpUrl: url, from: 'duban@example.cn', onFailure: (error) => failures.push(error) });
    expect(await one.run()).toBe(0);
    expect(failures).toHaveLength(1);
    expect(await db.notification.count({ where: { mailedAt: null } })).toBe(1);
    refuses = false;
    expect(await one.run()).toBe(0);
    const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    expect(await one.run()).toBe(1);
    later.mockRestore();
  });

  it('is not sent of kinds turned off, of what was read, and of what is old', async () => {
    await db.notificationSetting.create({ data: { userId, kind: 'URGED', inApp: true, mail: false } });
    await addLine(2, 'URGED');
    const read = await addLine(3);
    await db.notification.update({ where: { id: read.id }, data: { readAt: clock.now() } });
    const old = await addLine(4);
    await db.notification.update({ where: { id: old.id }, data: { at: new Date('2014-09-26T10:00:00+08:00') } });
    expect(await round().run()).toBe(0);
  });

  it('escapes what people wrote', () => {
    const { html, text } = mailOf('活动', [{ kind: 'OVERDUE', number: '测-1', title: '<b>"&', dueOn: '2014-09-29' }], undefined);
    expect(html).toContain('已逾期：测-1 &lt;b&gt;&quot;&amp;（时限 2014-09-29）');
    expect(text).not.toContain('http');
  });
});

describe('working hours', () => {
  it('end with the calendar', () => {
    const empty = createCalendar([]);
    expect(isWorkingHour(new Date('2014-09-30T10:00:00+08:00'), empty, 'Asia/Shanghai')).toBe(false);
  });
});

describe('the notices of the day', () => {
  it('come with one reminder by the system for each part near its limit, which tells nobody itself', async () => {
    const near = await addItem({ leadUnitId: 'gtj', dueOn: '2014-10-09' });
    vi.mocked(clock.now).mockReturnValue(new Date('2014-09-30T07:00:00+08:00'));
    expect(await tellInWorkingHours()).toBe(0);
    expect(await db.urging.count({ where: { itemId: near } })).toBe(0);
    vi.mocked(clock.now).mockReturnValue(new Date('2014-09-30T08:30:00+08:00'));
    await tellInWorkingHours();
    await tellInWorkingHours();
    expect(await db.urging.findMany({ where: { itemId: near }, select: { rung: true, byId: true } })).toEqual([
      { rung: 'REMINDER', byId: null },
    ]);
    const lines = await db.notification.findMany({ where: { itemId: near, userId }, select: { kind: true } });
    expect(lines).toEqual([{ kind: 'DUE_SOON' }]);
  });
});

describe('the worker', () => {
  it('runs its jobs in the queue’s own schema and stops', async () => {
    await db.$executeRaw`INSERT INTO request_result (user_id, request_id, operation, result, created_at)
      VALUES (${randomUUID()}::uuid, 'old', 'x', 'null', now() - interval '8 days'), (${randomUUID()}::uuid, 'new', 'x', 'null', now())`;
    const { rows } = await pool.query<{ name: string }>('SELECT current_database() AS name');
    const databaseUrl = new URL(process.env.TEST_DATABASE_URL!);
    databaseUrl.pathname = `/${rows[0]!.name}`;
    const stop = await startJobs({ databaseUrl: databaseUrl.href, log: pino({ level: 'silent' }) });
    await vi.waitFor(
      async () => expect(await db.$queryRaw`SELECT request_id FROM request_result`).toEqual([{ request_id: 'new' }]),
      10_000,
    );
    await stop();
    expect(await dropOldAnswers()).toBe(0);
    const again = await startJobs({ databaseUrl: databaseUrl.href, log: pino({ level: 'silent' }) });
    await again();
  });
});
