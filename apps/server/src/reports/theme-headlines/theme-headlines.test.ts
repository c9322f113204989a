import { themes } from '@duban/rules/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countItems } from '../../modules/item/item-list.ts';
import { addItem, ask, db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { themeHeadlines } from './theme-headlines.query.ts';

const leader = viewerWith('CITY_LEADER');
const today = '2014-09-30';
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  // 转作风: found 4; by 08-31 one closed, by 09-30 another closed and one at 100 %.
  await addItem({ leadUnitId: 'gtj', category: '1', closedOn: '2014-08-10', writtenOffOn: '2014-08-20' });
  await addItem({ leadUnitId: 'gtj', category: '1', closedOn: '2014-09-10' });
  await addItem({ leadUnitId: 'fgw', category: '2', progress: [{ on: '2014-09-20', percent: 100 }] });
  await addItem({ leadUnitId: 'fgw', category: '2', foundOn: '2014-09-01', assignedOn: '2014-09-03', dueOn: '2014-09-15' });
  // 提效能: closed in time, closed late, open and overdue; the fourth isn't due yet, the fifth is suspended.
  const complaint = { kind: 'COMPLAINT', leadUnitId: 'jcj', assignedOn: '2014-08-01' } as const;
  await addItem({ ...complaint, dueOn: '2014-08-29', closedOn: '2014-08-29' });
  await addItem({ ...complaint, dueOn: '2014-08-29', closedOn: '2014-09-01' });
  await addItem({ ...complaint, kind: 'SERVICE_PROJECT', dueOn: '2014-09-29' });
  await addItem({ ...complaint, dueOn: '2014-09-30' });
  await addItem({ ...complaint, dueOn: '2014-09-01', state: 'SUSPENDED' });
  // 督查事项 are of no theme: neither this one, closed late, nor its lights count in any.
  await addItem({ ...complaint, kind: 'SUPERVISION_TASK', dueOn: '2014-08-29', closedOn: '2014-09-10' });
  await addItem({ ...complaint, kind: 'SUPERVISION_TASK', dueOn: '2014-09-01' });
  // 破难题: one of two solved, known since 09-05.
  const solved = await addItem({ kind: 'HARD_PROBLEM', leadUnitId: 'gtj' });
  await addItem({ kind: 'HARD_PROBLEM', leadUnitId: 'gtj' });
  await db.hardProblem.create({ data: { itemId: solved, solvedOn: new Date('2014-09-05') } });
  // 惠民生: 80 % and 25 %; the plan by the end of August (its report is due) asks for 60 % and nothing; September's isn't due yet.
  const work = { kind: 'LIVELIHOOD_WORK', leadUnitId: 'jyj' } as const;
  const planned = await addItem({ ...work, progress: [{ on: '2014-09-05', percent: 80 }] });
  const unplanned = await addItem({ ...work, progress: [{ on: '2014-08-01', percent: 25 }] });
  for (const itemId of [planned, unplanned]) {
    await db.livelihoodWork.create({ data: { itemId, matter: '教育', nature: 'BUILD', quantity: 50, quantityUnit: '所' } });
  }
  await db.periodFigure.createMany({
    data: [
      { itemId: planned, series: 'PLAN', periodOn: new Date('2014-08-31'), value: 30, knownOn: new Date('2014-06-03') },
      { itemId: planned, series: 'PLAN', periodOn: new Date('2014-09-30'), value: 45, knownOn: new Date('2014-06-03') },
    ],
  });
});
afterAll(() => close());

describe('headline rates', () => {
  it('style: complete of all found, and the change since the end of last month', async () => {
    const [style] = await themeHeadlines(leader, today);
    expect(style).toMatchObject({ theme: 'STYLE', numerator: 3, denominator: 4, percent: 75, changePoints: 41.7 });
    // End of August: one of three.
    expect(style!.course.at(-2)).toMatchObject({ day: '2014-08-31', numerator: 1, denominator: 3, percent: 33.3 });
    expect(style!.course).toHaveLength(7);
    expect(style!.course[0]).toMatchObject({ day: '2014-03-31', denominator: 0, percent: null });
    expect(style!.lights).toEqual({ green: 1, yellow: 0, red: 1, grey: 0 });
  });

  it('efficiency: closed in time of closed or past due; what is not due yet or suspended is not judged', async () => {
    const [, efficiency] = await themeHeadlines(leader, today);
    expect(efficiency).toMatchObject({ theme: 'EFFICIENCY', numerator: 1, denominator: 3, percent: 33.3 });
    // End of August: the one closed in time, and the one past due on 08-29 that was closed in September.
    expect(efficiency!.course.at(-2)).toMatchObject({ numerator: 1, denominator: 2, percent: 50 });
  });

  it('hard problems: solved of all, as known on the day', async () => {
    const [, , hard] = await themeHeadlines(leader, today);
    expect(hard).toMatchObject({ theme: 'HARD_PROBLEMS', numerator: 1, denominator: 2, percent: 50, changePoints: 50 });
    const [, , before] = await themeHeadlines(leader, '2014-09-04');
    expect(before).toMatchObject({ numerator: 0, denominator: 2, percent: 0 });
  });

  it('livelihood: mean progress beside the mean plan of the last month whose report is due', async () => {
    const [, , , livelihood] = await themeHeadlines(leader, today);
    // (80 + 25) / 2 and (60 + 0) / 2; in whole works 1.05, shown to one decimal.
    expect(livelihood).toMatchObject({ theme: 'LIVELIHOOD', numerator: 1.1, denominator: 2, percent: 52.5, plannedPercent: 30 });
    const [, , , early] = await themeHeadlines(leader, '2014-09-04');
    expect(early).toMatchObject({ percent: 12.5, plannedPercent: 0 });
  });

  it('counts what its drill lists', async () => {
    const counts = await Promise.all(
      [
        { themes: ['STYLE'] as const, isComplete: true },
        { themes: ['STYLE'] as const },
        { themes: ['EFFICIENCY'] as const, isSettlementDue: true, closedOnTime: true },
        { themes: ['EFFICIENCY'] as const, isSettlementDue: true },
        { themes: [...themes] },
        {},
      ].map((filter) => countItems(leader, today, filter)),
    );
    expect(counts).toEqual([3, 4, 1, 3, 13, 15]);
  });

  it('gives a unit what it may see, and asks for a session', async () => {
    const source = '{ themeHeadlines { theme numerator denominator percent } }';
    const { data } = await ask<{ themeHeadlines: unknown[] }>(viewerWith('UNIT_HEAD', 'fgw'), source);
    expect(data?.themeHeadlines.slice(0, 2)).toEqual([
      { __proto__: null, theme: 'STYLE', numerator: 1, denominator: 2, percent: 50 },
      { __proto__: null, theme: 'EFFICIENCY', numerator: 0, denominator: 0, percent: null },
    ]);
    const { errors } = await ask(null, source);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
