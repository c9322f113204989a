import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ItemFilter } from '../../modules/item/item-filter.ts';
import { countItems } from '../../modules/item/item-list.ts';
import { ask, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { complaintAgeing } from '../complaint-ageing/complaint-ageing.query.ts';
import { complaintClasses, complaintIntake, complaintIntakeCourse } from '../complaint-intake/complaint-intake.query.ts';
import { addComplaint } from './add-complaint.fixture.ts';

let close: () => Promise<void>;
const leader = viewerWith('CITY_LEADER');

beforeAll(async () => {
  close = await openTestCity();
  // Two closed on time (one in August), one closed late, one overdue and open, one open within its limit.
  await addComplaint({
    foundOn: '2014-08-01',
    dueOn: '2014-08-31',
    closedOn: '2014-08-20',
    channel: 'phone',
    finding: 'TRUE',
    satisfaction: 'VERY_SATISFIED',
  });
  await addComplaint({
    foundOn: '2014-08-25',
    dueOn: '2014-09-24',
    closedOn: '2014-09-10',
    channel: 'phone',
    finding: 'UNTRUE',
    satisfaction: 'VERY_DISSATISFIED',
  });
  await addComplaint({
    foundOn: '2014-08-04',
    dueOn: '2014-09-03',
    closedOn: '2014-09-12',
    channel: 'web',
    finding: 'TRUE',
    satisfaction: 'BASICALLY_SATISFIED',
    reworkCount: 1,
    category: '2',
  });
  await addComplaint({ foundOn: '2014-08-20', dueOn: '2014-09-19', channel: 'web' });
  await addComplaint({ foundOn: '2014-09-25', dueOn: '2014-10-25', channel: 'phone' });
});
afterAll(() => close());

const query =
  '{ complaintRates { rate numerator denominator percent changePoints } complaintFindings { finding count } complaintSatisfaction { satisfaction count } }';

it('rates what was decided, settled, due, rated and handled again, with the change since last month', async () => {
  const { data } = await ask<Record<string, unknown>>(leader, query);
  expect(data).toEqual({
    complaintRates: [
      { rate: 'RESPONSE', numerator: 5, denominator: 5, percent: 100, changePoints: 0 },
      { rate: 'SETTLED', numerator: 3, denominator: 5, percent: 60, changePoints: 35 },
      { rate: 'SETTLED_ON_TIME', numerator: 2, denominator: 4, percent: 50, changePoints: -50 },
      { rate: 'SATISFIED', numerator: 2, denominator: 3, percent: 66.7, changePoints: -33.3 },
      { rate: 'REWORKED', numerator: 1, denominator: 5, percent: 20, changePoints: null },
    ],
    complaintFindings: [
      { finding: 'TRUE', count: 2 },
      { finding: 'PARTLY_TRUE', count: 0 },
      { finding: 'UNTRUE', count: 1 },
    ],
    complaintSatisfaction: [
      { satisfaction: 'VERY_SATISFIED', count: 1 },
      { satisfaction: 'SATISFIED', count: 0 },
      { satisfaction: 'BASICALLY_SATISFIED', count: 1 },
      { satisfaction: 'DISSATISFIED', count: 0 },
      { satisfaction: 'VERY_DISSATISFIED', count: 1 },
    ],
  });
});

it('counts what the ledger lists behind each rate', async () => {
  const listed = async (filter: ItemFilter) => countItems(leader, '2014-09-30', { kinds: ['COMPLAINT'], ...filter });
  expect(await listed({ isDecisionDue: true })).toBe(5);
  expect(await listed({ isTakenOn: true, isComplete: true })).toBe(3);
  expect(await listed({ isSettlementDue: true, closedOnTime: false })).toBe(2);
  expect(await listed({ satisfactions: ['VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED'] })).toBe(2);
  expect(await listed({ satisfactions: ['VERY_DISSATISFIED'] })).toBe(1);
});

it('knows of an answer only from its day on', async () => {
  const { data } = await ask<{ complaintFindings: { count: number }[] }>(leader, '{ complaintFindings(asOf: "2014-08-31") { count } }');
  expect(data?.complaintFindings.map(({ count }) => count)).toEqual([1, 0, 0]);
});

it('counts intake by month and channel, all channels in every month', async () => {
  const cells = await complaintIntake(leader, '2014-09-30');
  const counted = cells.filter(({ count }) => count > 0).map(({ month, channel, count, from, to }) => [month, channel, count, from, to]);
  expect(counted).toEqual([
    ['2014-08', 'phone', 2, '2014-08-01', '2014-08-31'],
    ['2014-08', 'web', 2, '2014-08-01', '2014-08-31'],
    ['2014-09', 'phone', 1, '2014-09-01', '2014-09-30'],
  ]);
  expect(cells).toHaveLength(2 * 7);
  expect((await complaintClasses(leader, '2014-09-30')).map(({ code, received, complete }) => [code, received, complete])).toEqual([
    ['1', 4, 2],
    ['2', 1, 1],
    ['3', 0, 0],
    ['4', 0, 0],
  ]);
});

it('counts intake day by day and month by month, those without any too', async () => {
  const days = await complaintIntakeCourse(leader, '2014-09-30', 'DAY');
  expect(days).toHaveLength(30);
  expect([days[0]?.period, days.at(-1)?.period]).toEqual(['2014-09-01', '2014-09-30']);
  expect(days.filter(({ count }) => count > 0)).toEqual([{ period: '2014-09-25', from: '2014-09-25', to: '2014-09-25', count: 1 }]);
  const months = await complaintIntakeCourse(leader, '2014-09-30', 'MONTH');
  expect(months).toHaveLength(12);
  expect(months[0]).toMatchObject({ period: '2013-10', count: 0 });
  expect(months.slice(-2)).toEqual([
    { period: '2014-08', from: '2014-08-01', to: '2014-08-31', count: 4 },
    { period: '2014-09', from: '2014-09-01', to: '2014-09-30', count: 1 },
  ]);
  expect((await complaintIntakeCourse(leader, '2014-08-15', 'DAY')).reduce((sum, { count }) => sum + count, 0)).toBe(2);
});

it('ages the open ones in working days, and each bucket lists exactly its items', async () => {
  const ages = await complaintAgeing(leader, '2014-09-30');
  // From 25 September: the 26th, 28th (worked), 29th, 30th. From 20 August: more than 20.
  expect(ages.map(({ from, count, overdue }) => [from, count, overdue])).toEqual([
    [0, 1, 0],
    [6, 0, 0],
    [11, 0, 0],
    [16, 0, 0],
    [21, 1, 1],
  ]);
  for (const { assignedFrom, assignedTo, count } of ages) {
    const filter = { kinds: ['COMPLAINT'], phase: 'OPEN', assigned: { from: assignedFrom, to: assignedTo } } as const;
    expect(await countItems(leader, '2014-09-30', filter)).toBe(count);
  }
});

it('shows nothing to those who may see none', async () => {
  const rates = await ask<{ complaintRates: { denominator: number; percent: number | null }[] }>(viewerWith('UNIT_CLERK', 'jyj'), query);
  expect(rates.data?.complaintRates.map(({ denominator, percent }) => [denominator, percent])).toEqual(Array(5).fill([0, null]));
  expect(await complaintIntake(viewerWith('SYSTEM_ADMIN'), '2014-09-30')).toEqual([]);
});
