import { itemKinds } from '@duban/rules/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorkbooks } from '../../../../../prisma/seed/demo/workbooks.ts';
import { db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { exportLedger } from './export-ledger.ts';
import { importLedger } from './import-ledger.ts';
import { check } from './testing/exchange.fixture.ts';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
  for (const { kind, fileName, bytes } of await demoWorkbooks()) {
    await importLedger({ kind, fileName, bytes, actor: { userId: null, title: '示例数据' }, demo: true });
  }
}, 180_000);
afterAll(() => close());

describe('what goes out comes back the same', () => {
  it.each(itemKinds)(
    '%s: an export taken back changes nothing',
    async (kind) => {
      const inspection = viewerWith('INSPECTION');
      const office = viewerWith('SUPERVISION_OFFICE');
      const bytes = await exportLedger(inspection, kind, { address: '127.0.0.1', reason: '与来信原件核对' });
      const run = await check(office, kind, bytes);
      expect(run.failure).toBeNull();
      expect(run.rows.filter(({ verdict }) => verdict !== 'UNCHANGED').slice(0, 3)).toEqual([]);
      expect(run).toMatchObject({ state: 'CHECKED', unchangedCount: run.totalRows });
      expect(run.rows.filter(({ sheet }) => sheet === run.rows[0]?.sheet).length).toBeGreaterThan(0);
      expect(await db.item.count({ where: { kind } })).toBe(new Set(run.rows.map(({ itemNumber }) => itemNumber)).size);
    },
    120_000,
  );

  it.each(itemKinds)(
    '%s: the demo file itself changes nothing when it comes again',
    async (kind) => {
      const demo = (await demoWorkbooks()).find((workbook) => workbook.kind === kind)!;
      const run = await check(viewerWith('SUPERVISION_OFFICE'), kind, demo.bytes, demo.fileName);
      expect(run.rows.filter(({ verdict }) => verdict !== 'UNCHANGED').slice(0, 3)).toEqual([]);
    },
    120_000,
  );
});

describe('what an import builds', () => {
  it('tells each item, part and span the same story', async () => {
    const [bad] = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM item i
      WHERE NOT EXISTS (SELECT 1 FROM item_span s WHERE s.item_id = i.id AND s.unit_id IS NULL AND s.to_at = '9999-12-31T00:00:00Z'
          AND s.state = i.state AND s.progress_percent IS NOT DISTINCT FROM i.progress_percent AND s.red_on = i.red_on AND s.yellow_on = i.yellow_on
          AND s.due_on = i.due_on AND s.report_due_on = i.report_due_on AND s.lead_unit_id = i.lead_unit_id)
        OR NOT EXISTS (SELECT 1 FROM item_unit p WHERE p.item_id = i.id AND p.duty = 'LEAD' AND p.unit_id = i.lead_unit_id)
        OR NOT EXISTS (SELECT 1 FROM round r WHERE r.item_id = i.id AND r.number = 1 AND r.due_on = i.due_on AND r.closed_on IS NOT DISTINCT FROM i.closed_on)
        OR (SELECT count(*) FROM item_event e WHERE e.item_id = i.id) <> 1
        OR i.clause_number IS NULL`;
    expect(bad).toEqual({ n: 0 });
  });

  it('keeps monthly figures as known when their report was due', async () => {
    const [figures] = await db.$queryRaw<{ early: number; late: number; all: number }[]>`
      SELECT count(*) FILTER (WHERE series IN ('ACTUAL', 'INVESTMENT_ACTUAL', 'FUNDS_ARRIVED', 'FUNDS_PAID') AND known_on < period_on AND known_on <> '2014-09-30')::int AS early,
        count(*) FILTER (WHERE known_on > '2014-09-30')::int AS late, count(*)::int AS all FROM period_figure`;
    expect(figures).toMatchObject({ early: 0, late: 0 });
    expect(figures?.all).toBeGreaterThan(100);
  });
});
