import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCalendar } from '../../clock.ts';
import { db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { setCalendarDay } from '../admin/calendar.service.ts';
import { setThreshold } from '../admin/limits.service.ts';
import { recomputeLights } from './recompute-lights.ts';
import { importAll, ledgerFile, styleLine } from './testing/exchange.fixture.ts';

const office = viewerWith('SUPERVISION_OFFICE');
const administrator = { viewer: viewerWith('SYSTEM_ADMIN'), address: '127.0.0.1' };
const number = '风-2014-30001';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
  const days = { 查摆日期: '2014-09-01', 交办日期: '2014-09-01', 整改期限: '2014-10-31' };
  await importAll(office, 'STYLE_PROBLEM', await ledgerFile('STYLE_PROBLEM', [styleLine(number, days)]));
});
afterAll(async () => {
  await loadCalendar();
  await close();
});

const item = () => db.item.findUniqueOrThrow({ where: { number }, include: { events: { orderBy: { sequence: 'asc' } } } });
const day = (date: Date) => date.toISOString().slice(0, 10);

it('writes nothing where nothing comes out otherwise', async () => {
  expect(await recomputeLights('复核')).toBe(0);
  expect((await item()).version).toBe(1);
});

it('applies thresholds that hold from today to open items, as a logged event, and not twice', async () => {
  const before = day((await item()).yellowOn);
  await setThreshold(administrator, {
    kind: 'STYLE_PROBLEM',
    validFrom: '2014-09-30',
    timeYellowPercent: 95,
    planYellowPoints: 10,
    planRedPoints: 30,
    reportGraceWorkingDays: 5,
  });
  const after = await item();
  expect(day(after.yellowOn) > before).toBe(true);
  expect(after.events.map(({ action }) => action)).toEqual(['CREATE', 'RECOMPUTE']);
  expect(JSON.parse(after.events[1]!.payload)).toEqual({ why: '亮灯阈值调整' });
  expect(await recomputeLights('复核', ['STYLE_PROBLEM'])).toBe(0);
});

it('leaves thresholds of a day to come for that day', async () => {
  const before = await item();
  const later = { timeYellowPercent: 50, planYellowPoints: 10, planRedPoints: 30, reportGraceWorkingDays: 5 };
  await setThreshold(administrator, { kind: 'STYLE_PROBLEM', validFrom: '2014-10-15', ...later });
  expect((await item()).version).toBe(before.version);
});

it('counts a day that becomes a day off', async () => {
  const before = await item();
  for (const off of ['2014-10-20', '2014-10-21', '2014-10-22', '2014-10-23']) await setCalendarDay(administrator, off, false, '测试休息日');
  const after = await item();
  expect(after.version).toBeGreaterThan(before.version);
  expect(after.yellowOn).not.toEqual(before.yellowOn);
});
