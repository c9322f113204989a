import { addWorkingDays } from '@duban/rules/calendar';
import type { Day, ItemKind } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { insertRows, join, raw, type Sql, sql, type TableRow } from '../database.ts';
import type { LedgerContext } from './ledger-context.ts';

export type FigureSeries = 'PLAN' | 'ACTUAL' | 'FUNDS_ARRIVED' | 'FUNDS_PAID' | 'INVESTMENT_PLANNED' | 'INVESTMENT_ACTUAL';

/** Plans are known with the item; everything else with the month's report. */
const planSeries: ReadonlySet<FigureSeries> = new Set(['PLAN', 'INVESTMENT_PLANNED']);

/** One month's figure as it should stand; null = no longer any. */
export interface Figure {
  itemId: string;
  series: FigureSeries;
  periodOn: Day;
  value: number | null;
  knownOn: Day;
}

/** A sheet with one row a month: which column holds which series. */
export type MonthSeries<Row> = readonly { key: keyof Row & string; series: FigureSeries }[];

/** The months of items, a row each with a column a series, keys as the sheet's. */
export function monthsQuery<Row>(itemIds: readonly string[], columns: MonthSeries<Row>): Sql {
  const cells = columns.map(({ key, series }) => sql`max(f.value) FILTER (WHERE f.series = ${series}) AS ${raw(`"${key}"`)}`);
  return sql`SELECT f.item_id AS "itemId", f.period_on AS "periodOn", ${join(cells, ', ')}
    FROM period_figure f
    WHERE f.item_id = ANY(${itemIds}::uuid[]) AND f.superseded_at IS NULL AND f.county_id IS NULL
      AND f.series::text = ANY(${columns.map(({ series }) => series)}::text[])
    GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** The day a month's figure became known when its ledger came in whole: the day its report was due, at most today. */
export function reportKnownOn(kind: ItemKind, periodOn: Day, { calendar, thresholds, today }: LedgerContext): Day {
  if (periodOn >= today) return today;
  const dueOn = addWorkingDays(calendar, periodOn, thresholds[kind].reportGraceWorkingDays);
  return dueOn < today ? dueOn : today;
}

interface Months<Row> {
  itemId: string;
  kind: ItemKind;
  assignedOn: Day;
  /** null for a new item. */
  before: readonly Row[] | null;
  after: readonly Row[];
}

/** The figures of a sheet that are new or changed. */
export function changedFigures<Row extends { periodOn: Day }>(
  months: Months<Row>,
  columns: MonthSeries<Row>,
  context: LedgerContext,
): Figure[] {
  const { itemId, kind, assignedOn, before, after } = months;
  const known = new Map((before ?? []).map((month) => [month.periodOn, month]));
  return after.flatMap((month) =>
    columns.flatMap(({ key, series }): Figure[] => {
      const value = (month[key] ?? null) as number | null;
      if (value === ((known.get(month.periodOn)?.[key] ?? null) as number | null)) return [];
      const knownOn = before ? context.today : planSeries.has(series) ? assignedOn : reportKnownOn(kind, month.periodOn, context);
      return [{ itemId, series, periodOn: month.periodOn, value, knownOn }];
    }),
  );
}

/** Figures are superseded, never updated (model 6): closes what stood for the same month and adds the new ones. */
export async function writeFigures(tx: pg.PoolClient, figures: readonly Figure[], options: { supersede: boolean }): Promise<void> {
  const now = new Date().toISOString();
  const figureRows = figures.map(
    ({ itemId, series, periodOn, value, knownOn }): TableRow => ({
      item_id: itemId,
      series,
      period_on: periodOn,
      value,
      known_on: knownOn,
      recorded_at: now,
    }),
  );
  if (options.supersede && figureRows.length > 0) {
    await tx.query(
      `UPDATE period_figure f SET superseded_at = $2 FROM jsonb_populate_recordset(NULL::period_figure, $1::jsonb) r
       WHERE f.item_id = r.item_id AND f.series = r.series AND f.period_on = r.period_on AND f.county_id IS NULL AND f.superseded_at IS NULL`,
      [JSON.stringify(figureRows), now],
    );
  }
  await insertRows(
    tx,
    'period_figure',
    figureRows.filter(({ value }) => value !== null),
  );
}
