import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute, pool, sql } from '../../database.ts';
import { fromItems } from '../../modules/item/item-filter.ts';
import { addItem, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { livelihoodCounties } from '../livelihood-counties/livelihood-counties.query.ts';
import { livelihoodFunds } from '../livelihood-funds/livelihood-funds.query.ts';
import { livelihoodCurves } from './livelihood-curves.query.ts';

const asOf = '2014-09-30';
const leader = viewerWith('CITY_LEADER');

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
  const roads = await work({ number: '民-1', category: 'ten-works', progress: [{ on: '2014-09-10', percent: 30 }] }, 100, 200);
  await figures(roads, 'PLAN', '2014-06-03', { '2014-07-31': 40, '2014-08-31': 60, '2014-12-31': 100 });
  await figures(roads, 'ACTUAL', '2014-08-10', { '2014-07-31': 20 });
  await figures(roads, 'ACTUAL', '2014-09-10', { '2014-08-31': 30 });
  await figures(roads, 'FUNDS_ARRIVED', '2014-09-10', { '2014-08-31': 150 });
  await figures(roads, 'FUNDS_PAID', '2014-09-10', { '2014-08-31': 60 });
  await share(roads, '411721', 50, 25);
  await share(roads, '411722', 50, 60);
  const beds = await work({ number: '民-2', category: 'ten-works', progress: [{ on: '2014-09-10', percent: 90 }] }, 10, 100);
  await figures(beds, 'PLAN', '2014-06-03', { '2014-08-31': 5, '2014-12-31': 10 });
  await figures(beds, 'ACTUAL', '2014-09-10', { '2014-08-31': 9 });
  await share(beds, '411721', 10, 9);
  const streets = await work({ number: '民-3', category: 'six-matters' }, 8, null);
  await share(streets, '411721', 8, 0);
});
afterAll(() => close());

async function work(given: Partial<Parameters<typeof addItem>[0]>, quantity: number, funds: number | null): Promise<string> {
  const id = await addItem({ kind: 'LIVELIHOOD_WORK', leadUnitId: 'jtj', ...given });
  await execute(
    sql`INSERT INTO livelihood_work (item_id, matter, nature, quantity, quantity_unit, funds_planned)
      VALUES (${id}::uuid, '事项', 'BUILD', ${quantity}, '公里', ${funds})`,
    pool,
  );
  return id;
}

async function figures(id: string, series: string, knownOn: string, values: Record<string, number>): Promise<void> {
  for (const [periodOn, value] of Object.entries(values))
    await execute(
      sql`INSERT INTO period_figure (item_id, series, period_on, value, known_on)
        VALUES (${id}::uuid, ${series}::figure_series, ${periodOn}::date, ${value}, ${knownOn}::date)`,
      pool,
    );
}

const share = (id: string, countyId: string, target: number, actual: number) =>
  execute(
    sql`INSERT INTO county_target (item_id, county_id, target, actual) VALUES (${id}::uuid, ${countyId}, ${target}, ${actual})`,
    pool,
  );

describe('livelihood works', () => {
  it('show plan against actual, the furthest behind first', async () => {
    const curves = await livelihoodCurves(leader, asOf, {}, 10);
    expect(curves.map(({ number, plannedPercent, lagPoints, total }) => [number, plannedPercent, lagPoints, total])).toEqual([
      ['民-1', 60, 30, 3],
      ['民-3', 0, 0, 3],
      ['民-2', 50, -40, 3],
    ]);
    expect(curves[0]?.reportedThrough).toBe('2014-08');
    expect(curves[0]?.points).toEqual([
      { month: '2014-07', planned: 40, actual: 20 },
      { month: '2014-08', planned: 60, actual: 30 },
      { month: '2014-12', planned: 100, actual: null },
    ]);
  });

  it('show only what was known on a past day', async () => {
    const curves = await livelihoodCurves(leader, '2014-08-31', {}, 10);
    expect(curves.find(({ number }) => number === '民-1')?.points.map(({ actual }) => actual)).toEqual([20, null, null]);
    const [all] = await livelihoodFunds(leader, '2014-08-31');
    expect(all).toMatchObject({ planned: 300, arrived: 0, paid: 0, paidPercent: null });
  });

  it('are completed by county, at most 100 % each, the central city’s programme left out', async () => {
    const counties = await livelihoodCounties(leader, asOf);
    const of = (id: string) => counties.find(({ countyId }) => countyId === id);
    expect(counties).toHaveLength(10);
    // (25/50 + 9/10) ÷ 2
    expect(of('411721')).toMatchObject({ works: 2, completeWorks: 0, completion: 1.4, percent: 70 });
    // 60/50 counts as 1
    expect(of('411722')).toMatchObject({ works: 1, completeWorks: 1, completion: 1, percent: 100 });
    expect(of('411722')?.shares).toEqual([
      { number: '民-1', title: expect.any(String), quantityUnit: '公里', target: 50, actual: 60, percent: 120 },
    ]);
    expect(of('411723')).toMatchObject({ works: 0, completion: 0, percent: null });
    expect(counties[0]?.countyId).toBe('411721');
  });

  it('lead from a county to exactly the works counted', async () => {
    const { text, values } = sql`SELECT i.number ${fromItems(leader, asOf, { targetCounties: ['411721'] })} ORDER BY 1`;
    expect((await pool.query(text, values as unknown[])).rows).toEqual([{ number: '民-1' }, { number: '民-2' }]);
  });

  it('have funds planned, arrived and paid, works without planned funds left out', async () => {
    const funds = await livelihoodFunds(leader, asOf);
    expect(funds.map(({ programme, number, works, planned, arrived, paid }) => [programme, number, works, planned, arrived, paid])).toEqual(
      [
        [null, null, 2, 300, 150, 60],
        ['ten-works', null, 2, 300, 150, 60],
        ['ten-works', '民-2', 1, 100, 0, 0],
        ['ten-works', '民-1', 1, 200, 150, 60],
      ],
    );
    expect(funds[0]).toMatchObject({ arrivedPercent: 50, paidPercent: 40, arrivedLag: 150, paidLag: 90 });
  });
});
