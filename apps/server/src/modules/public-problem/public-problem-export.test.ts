import { parseWorkbook } from '@duban/ledger/parse';
import { publicProblemRegister } from '@duban/ledger/registers/public-problem';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoWorkbooks } from '../../../../../prisma/seed/demo/workbooks.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import { publicProblemCounts, publicProblemOutcomeRates } from '../../reports/public-problem-figures/public-problem-figures.query.ts';
import { publicProblemHeatMap } from '../../reports/public-problem-heat-map/public-problem-heat-map.query.ts';
import { openTestCity, viewerWith } from '../../testing/test-city.ts';
import { exportLedger } from '../exchange/export-ledger.ts';
import { importLedger } from '../exchange/import-ledger.ts';

const office = viewerWith('SUPERVISION_OFFICE');
let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
  const { fileName, bytes } = (await demoWorkbooks()).find(({ kind }) => kind === 'PUBLIC_PROBLEM')!;
  await importLedger({ kind: 'PUBLIC_PROBLEM', fileName, bytes, actor: { userId: null, title: '示例数据' }, demo: true });
}, 120_000);
afterAll(() => close());

const exported = async () => {
  const bytes = await exportLedger(office, 'PUBLIC_PROBLEM', { address: '127.0.0.1', reason: '核对反映人信息' });
  const { lookup } = await loadLedgerContext();
  const { sheets } = await parseWorkbook(bytes, publicProblemRegister, lookup, { year: 2014 });
  return { bytes, rows: sheets.main.map(({ values }) => values) };
};

it('tells the same figures when they are reckoned from what was exported', async () => {
  const { rows } = await exported();
  const counts = await publicProblemCounts(office, '2014-09-30');
  expect(rows).toHaveLength(counts.raised);
  expect(rows.reduce((sum, { peopleAffected }) => sum + (peopleAffected ?? 0), 0)).toBe(counts.peopleAffected);
  expect(rows.filter(({ answeredOn }) => answeredOn).length).toBe(counts.answered);

  const closed = rows.filter(({ state }) => state === 'CLOSED' || state === 'CALL_BACK' || state === 'WRITTEN_OFF');
  const judged = rows.filter(
    ({ state, dueOn }) => closed.some((row) => row.state === state) || (state !== 'SUSPENDED' && dueOn! < '2014-09-30'),
  );
  const rated = rows.filter(({ satisfaction }) => satisfaction);
  const rates = await publicProblemOutcomeRates(office, '2014-09-30');
  expect(rates.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
    [closed.length, rows.length],
    [closed.filter(({ closedOn, dueOn }) => closedOn! <= dueOn!).length, judged.length],
    [rated.filter(({ satisfaction }) => satisfaction !== 'DISSATISFIED' && satisfaction !== 'VERY_DISSATISFIED').length, rated.length],
  ]);

  const cells = await publicProblemHeatMap(office, '2014-09-30');
  expect(cells.length).toBeGreaterThan(100);
  for (const { topic, countyId, raised } of cells) {
    const counted = rows.filter(({ category, countyId: county }) => (category ?? 'NONE') === topic && (county ?? 'NONE') === countyId);
    expect([topic, countyId, counted.length]).toEqual([topic, countyId, raised]);
  }
});

it('never writes out who raised a problem, whatever reason is given', async () => {
  const { bytes, rows } = await exported();
  expect(rows.every(({ raiserName, raiserPhone }) => !raiserName && !raiserPhone)).toBe(true);
  const { lookup } = await loadLedgerContext();
  const { sheets } = await parseWorkbook(bytes, publicProblemRegister, lookup, { year: 2014 });
  expect(JSON.stringify(sheets)).not.toMatch(/群众[甲乙丙丁戊己庚辛壬癸]-\d|1380000/);
});
