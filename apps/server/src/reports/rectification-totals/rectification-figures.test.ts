import { afterAll, beforeAll, expect, it } from 'vitest';
import { transaction } from '../../database.ts';
import { countItems } from '../../modules/item/item-list.ts';
import { type MonthInput, writeMonths } from '../../modules/rectification/enter-month.ts';
import { listMonths } from '../../modules/rectification/month-list.ts';
import { board, detail, entry, office, set } from '../../modules/rectification/testing/rectification.fixture.ts';
import { addItem, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { rectificationDisorders } from '../rectification-disorders/rectification-disorders.query.ts';
import { rectificationMonths } from '../rectification-months/rectification-months.query.ts';
import { rectificationUnits } from '../rectification-units/rectification-units.query.ts';
import { rectificationTotals } from './rectification-totals.query.ts';

let close: () => Promise<void>;
const leader = viewerWith('CITY_LEADER');
const today = '2014-09-30';

beforeAll(async () => {
  close = await openTestCity();
  await set(office, board());
  // 国土局 checked 30 times in July and 20 in August (put right on 2014-09-15 to 22), 公安局 10 in July.
  await write({ month: '2014-07', checks: 30, spotFixed: 8 }, '2014-08-04');
  await write({ month: '2014-08' }, '2014-09-03');
  await write({ month: '2014-08', checks: 22, spotFixed: 7, version: 1, reason: '补计' }, '2014-09-15');
  await write({ month: '2014-07', unitId: 'gaj', checks: 10, spotFixed: 3, casesFiled: 0, lookBacks: 0, relapses: 0 }, '2014-08-05');
  // Listed: two of 国土局, one closed late; one of 公安局, open and overdue; one of a unit that takes no part; one of another rectification.
  await problem('gtj', { foundOn: '2014-07-10', dueOn: '2014-08-08', closedOn: '2014-08-20' }, 'fee');
  await problem('gtj', { foundOn: '2014-08-11', dueOn: '2014-10-31' }, 'fine');
  await problem('gaj', { foundOn: '2014-08-12', dueOn: '2014-09-12' });
  await problem('jyj', { foundOn: '2014-07-02', dueOn: '2014-07-31', closedOn: '2014-07-30', writtenOffOn: '2014-08-15' }, 'fee');
  await detail(await addItem({ kind: 'RECTIFICATION_PROBLEM', category: '4', leadUnitId: 'gaj', foundOn: '2014-07-03' }), {
    roadDisorder: 'fee',
  });
});
afterAll(() => close());

const write = (given: Partial<MonthInput>, knownOn: string) =>
  transaction((tx) => writeMonths(tx, { userId: null, title: '测试岗位', address: null }, [{ ...entry(given), knownOn }]));

async function problem(
  leadUnitId: string,
  days: { foundOn: string; dueOn: string; closedOn?: string; writtenOffOn?: string },
  enforcementDisorder?: string,
): Promise<void> {
  const itemId = await addItem({ kind: 'RECTIFICATION_PROBLEM', category: '3', leadUnitId, assignedOn: days.foundOn, ...days });
  await detail(itemId, enforcementDisorder ? { enforcementDisorder } : {});
}

const listed = (asOf: string, filter: object) =>
  countItems(leader, asOf, { kinds: ['RECTIFICATION_PROBLEM'], categories: ['3'], ...filter });

it('adds up what was entered and what is listed, and the ledger lists what it counts', async () => {
  const [total] = await rectificationTotals(leader, today, { code: '3' });
  // Put right on the spot 8 + 7 + 3; listed 4, of which 2 closed.
  expect(total).toMatchObject({ found: 22, fixed: 20, fixedPercent: 90.9, spotFixed: 18, listed: 4, listedFixed: 2 });
  expect(total).toMatchObject({ checks: 62, casesFiled: 4, peopleHandled: 3, lookBacks: 8, relapses: 2 });
  expect(total).toMatchObject({ open: 2, overdue: 1, red: 1, units: 3 });
  // June of three units, July of 西平县, August of 公安局 and 西平县; September is not over.
  expect(total!.missing).toBe(6);
  expect(await listed(today, {})).toBe(4);
  expect(await listed(today, { isComplete: true, closed: { to: today } })).toBe(2);
  expect(await listed(today, { phase: 'OPEN' })).toBe(2);
  expect(await listed(today, { phase: 'OPEN', due: { to: '2014-09-29' } })).toBe(1);
  const totals = await rectificationTotals(leader, today);
  expect(totals.map(({ code, found, missing }) => [code, found, missing])).toEqual([
    ['1', 0, 0],
    ['2', 0, 0],
    ['3', 22, 6],
    ['4', 1, 0],
    ['5', 0, 0],
  ]);
});

it('counts found in its month and put right in its own, months without any too', async () => {
  const months = await rectificationMonths(leader, today, { code: '3' });
  expect(months.map(({ month, found, fixed, spotFixed, entered, asked }) => [month, found, fixed, spotFixed, entered, asked])).toEqual([
    ['2014-06', 0, 0, 0, 0, 3],
    ['2014-07', 13, 12, 11, 2, 3],
    ['2014-08', 9, 8, 7, 1, 3],
    ['2014-09', 0, 0, 0, 0, 3],
  ]);
  for (const { from, to, listed: found, listedFixed } of months) {
    expect(await listed(today, { found: { from, to } })).toBe(found);
    expect(await listed(today, { isComplete: true, closed: { from, to } })).toBe(listedFixed);
  }
});

it('counts by unit, those with a problem to put right too, and together the whole', async () => {
  const units = await rectificationUnits(leader, today, { code: '3' });
  expect(
    units.map(({ unitId, takesPart, checks, found, fixed, open, overdue, missingMonths }) => [
      unitId,
      takesPart,
      checks,
      found,
      fixed,
      open,
      overdue,
      missingMonths.join(' '),
    ]),
  ).toEqual([
    ['411721', true, 0, 0, 0, 0, 0, '2014-06 2014-07 2014-08'],
    ['gtj', true, 52, 17, 16, 1, 0, '2014-06'],
    ['jyj', false, 0, 1, 1, 0, 0, ''],
    ['gaj', true, 10, 4, 3, 1, 1, '2014-06 2014-08'],
  ]);
  for (const { unitId, listed: count } of units) expect(await listed(today, { leadUnits: [unitId] })).toBe(count);
  const [total] = await rectificationTotals(leader, today, { code: '3' });
  const sum = (figure: 'found' | 'fixed' | 'checks' | 'open' | 'overdue') => units.reduce((all, unit) => all + unit[figure], 0);
  for (const figure of ['found', 'fixed', 'checks', 'open', 'overdue'] as const) expect(sum(figure)).toBe(total![figure]);
});

it('shows the rows behind a figure', async () => {
  const rows = await listMonths(leader, today, '3', { unitId: 'gtj' });
  expect(
    rows.map(({ periodOn, state, checks, spotFixed, listed: found, listedFixed, version }) => [
      periodOn,
      state,
      checks,
      spotFixed,
      found,
      listedFixed,
      version,
    ]),
  ).toEqual([
    ['2014-09-30', 'RUNNING', 0, 0, 0, 0, 0],
    ['2014-08-31', 'ENTERED', 22, 7, 1, 1, 2],
    ['2014-07-31', 'ENTERED', 30, 8, 1, 0, 1],
    ['2014-06-30', 'MISSING', 0, 0, 0, 0, 0],
  ]);
  expect((await listMonths(leader, today, '3', { month: '2014-07' })).map(({ unitId }) => unitId)).toEqual(['411721', 'gtj', 'jyj', 'gaj']);
});

it('knows on a past day only what was known then', async () => {
  // August was entered on 2014-09-03, put right on 2014-09-15.
  const [before] = await rectificationTotals(leader, '2014-09-10', { code: '3' });
  expect(before).toMatchObject({ checks: 60, spotFixed: 17, found: 21, fixed: 19, overdue: 0 });
  const [august] = await rectificationTotals(leader, '2014-08-31', { code: '3' });
  expect(august).toMatchObject({ checks: 40, spotFixed: 11, listed: 4, listedFixed: 2, missing: 4 });
  const [july] = await rectificationTotals(leader, '2014-07-31', { code: '3' });
  expect(july).toMatchObject({ checks: 0, found: 2, fixed: 1, missing: 3 });
  expect((await rectificationMonths(leader, '2014-08-15', { code: '3' })).at(-1)).toMatchObject({
    month: '2014-08',
    to: '2014-08-15',
    listed: 2,
    fixed: 0,
  });
});

it('keeps the two lists of disorders apart', async () => {
  const short = async (code: string) =>
    (await rectificationDisorders(leader, today, { code })).map(({ code: disorder, name, listed: all, listedFixed, open }) => [
      disorder,
      name,
      all,
      listedFixed,
      open,
    ]);
  expect(await short('3')).toEqual([
    ['fee', '乱收费', 2, 2, 0],
    ['fine', '乱罚款', 1, 0, 1],
    ['levy', '乱摊派', 0, 0, 0],
    ['NONE', null, 1, 0, 1],
  ]);
  expect(await short('4')).toEqual([
    ['checkpoint', '乱设卡', 0, 0, 0],
    ['fine', '乱罚款', 0, 0, 0],
    ['fee', '乱收费', 1, 0, 1],
  ]);
  expect(await short('1')).toEqual([]);
  for (const { code, listed: count } of await rectificationDisorders(leader, today, { code: '3' }))
    expect(await listed(today, { enforcementDisorders: [code] })).toBe(count);
});

it('shows a unit its own part alone', async () => {
  const unit = viewerWith('UNIT_CLERK', 'gtj');
  const [total] = await rectificationTotals(unit, today, { code: '3' });
  expect(total).toMatchObject({ found: 17, fixed: 16, checks: 52, units: 1, missing: 1 });
  expect((await rectificationUnits(unit, today, { code: '3' })).map(({ unitId }) => unitId)).toEqual(['gtj']);
  expect(await rectificationTotals(viewerWith('UNIT_HEAD', 'jyj'), today)).toEqual([]);
});
