import type { Openness, OpennessVerdict } from '@duban/rules/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute, pool, sql } from '../../database.ts';
import { addItem, db, openTestCity } from '../../testing/test-city.ts';
import { askPublic } from '../testing/public.fixture.ts';
import { type PromisedWork, promises } from './promises.query.ts';

const today = '2014-09-30';
let close: () => Promise<void>;

interface Work {
  number: string;
  quantity?: number;
  category?: string;
  openness?: Openness | null;
  verdict?: OpennessVerdict | null;
  progress?: number;
  closedOn?: string;
  plan?: number;
  actual?: number;
  shares?: [county: string, target: number, actual: number][];
}

async function work({
  number,
  quantity = 100,
  category = 'ten-works',
  openness = 'PUBLIC',
  verdict = 'PASSED',
  ...made
}: Work): Promise<void> {
  const itemId = await addItem({
    ...{ kind: 'LIVELIHOOD_WORK', number, leadUnitId: 'jtj', category, closedOn: made.closedOn ?? null },
    progress: made.progress === undefined ? [] : [{ on: '2014-09-10', percent: made.progress }],
  });
  await db.livelihoodWork.create({
    data: { itemId, matter: '事项', nature: 'BUILD', quantity, quantityUnit: '公里', promise: `年底前完成${number}` },
  });
  for (const [series, value] of Object.entries({ PLAN: made.plan, ACTUAL: made.actual }))
    if (value !== undefined)
      await execute(
        sql`INSERT INTO period_figure (item_id, series, period_on, value, known_on)
          VALUES (${itemId}::uuid, ${series}::figure_series, '2014-08-31', ${value}, '2014-09-10')`,
        pool,
      );
  for (const [countyId, target, actual] of made.shares ?? []) await db.countyTarget.create({ data: { itemId, countyId, target, actual } });
  if (openness)
    await db.itemOpenness.create({
      data: {
        itemId,
        openness,
        verdict,
        setById: itemId,
        setBy: '内部岗位',
        setAt: new Date(),
        reviewedBy: '审核岗位',
        reason: '内部理由',
      },
    });
}

const shares: Work['shares'] = [
  ['411722', 40, 50],
  ['411721', 60, 10],
];

beforeAll(async () => {
  close = await openTestCity();
  await work({ number: '民-3', category: 'six-matters', progress: 55, actual: 55 });
  await work({ number: '民-2', progress: 40, plan: 50, actual: 40, shares });
  await work({ number: '民-1', progress: 60, shares });
  await work({ number: '民-4', closedOn: '2014-09-01', progress: 100, actual: 100 });
  await work({ number: '密-1', openness: null });
  await work({ number: '密-2', verdict: null });
  await work({ number: '密-3', verdict: 'REJECTED' });
  await work({ number: '密-4', openness: 'ON_REQUEST' });
  await work({ number: '密-5', openness: 'NOT_PUBLIC' });
  const complaint = await addItem({ kind: 'COMPLAINT', number: '密-6', leadUnitId: 'jcj' });
  await db.itemOpenness.create({
    data: { itemId: complaint, openness: 'PUBLIC', verdict: 'PASSED', setById: complaint, setBy: '岗位', setAt: new Date() },
  });
});
afterAll(() => close());

describe('promises', () => {
  it('are the works set public and passed, and nothing else, by programme and number', async () => {
    expect((await promises(today)).map(({ number }) => number)).toEqual(['民-1', '民-2', '民-4', '民-3']);
    const { data } = await askPublic<Record<string, unknown>>(
      `{ promises { number } ${[1, 2, 3, 4, 5, 6].map((n) => `n${n}: promise(number: "密-${n}") { title }`).join(' ')} }`,
    );
    expect(data).toMatchObject({ n1: null, n2: null, n3: null, n4: null, n5: null, n6: null });
    expect(JSON.stringify(data)).not.toContain('密');
  });

  it('show what was done, by the month’s figure or by what counties reported', async () => {
    const byNumber = new Map((await promises(today)).map((each) => [each.number, each]));
    expect(byNumber.get('民-2')).toEqual({
      number: '民-2',
      title: expect.any(String),
      programme: { code: 'ten-works', name: '十项民生工程', nameEn: 'Ten livelihood works' },
      promise: '年底前完成民-2',
      dutyUnit: '驻马店市交通运输局',
      quantity: 100,
      quantityUnit: '公里',
      actual: 40,
      percent: 40,
      plannedPercent: 50,
      state: 'BEHIND',
      dueOn: '2014-12-31',
      counties: [
        { county: '西平县', countyEn: expect.any(String), target: 60, actual: 10, percent: 16.6 },
        { county: '上蔡县', countyEn: expect.any(String), target: 40, actual: 50, percent: 125 },
      ],
    } satisfies PromisedWork);
    // 10 + 50, since no month was reported.
    expect(byNumber.get('民-1')).toMatchObject({ actual: 60, plannedPercent: null, state: 'ON_PLAN' });
    expect(byNumber.get('民-4')).toMatchObject({ state: 'DONE', counties: [] });
  });

  it('say when a report is overdue', async () => {
    await db.item.updateMany({ where: { number: '民-3' }, data: { reportDueOn: new Date('2014-09-29') } });
    const { data } = await askPublic<{ promise: { state: string } }>('{ promise(number: "民-3") { state } }');
    expect(data?.promise.state).toBe('NOT_REPORTED');
  });
});
