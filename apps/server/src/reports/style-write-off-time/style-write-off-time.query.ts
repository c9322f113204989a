import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { writtenOffOn } from '../../modules/item/item-predicates.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

export interface WriteOffBucket {
  /** Working days, both included; `to` null = and more. */
  from: number;
  to: number | null;
  count: number;
}

export interface StyleWriteOffTime {
  count: number;
  medianWorkingDays: number | null;
  ninetiethWorkingDays: number | null;
  buckets: WriteOffBucket[];
}

/** First working day of each bucket. */
const bucketStarts = [0, 11, 21, 41, 61];

const bucketRow = z.object({
  from: z.number(),
  to: z.number().nullable(),
  count: z.number(),
  total: z.number(),
  median: z.number().nullable(),
  ninetieth: z.number().nullable(),
});

/**
 * How long style problems took from the day found to 销号, in working days, of those written off by the day (policy 2(1)): median, the time
 * within which nine of ten were written off, and how many fell into each stretch. Items still open are not in it: see lights and overdue.
 */
export async function styleWriteOffTime(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<StyleWriteOffTime> {
  const found = await rows(
    bucketRow,
    sql`WITH spent AS (
        SELECT working_days_between(i.found_on, ${writtenOffOn(asOf)}) AS days
        ${fromItems(viewer, asOf, { ...filter, kinds: ['STYLE_PROBLEM'], states: ['WRITTEN_OFF'] })} AND ${writtenOffOn(asOf)} IS NOT NULL),
      whole AS (
        SELECT count(*)::int AS total, percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median,
          percentile_cont(0.9) WITHIN GROUP (ORDER BY days) AS ninetieth FROM spent),
      buckets AS (SELECT b."from", lead(b."from") OVER (ORDER BY b."from") - 1 AS "to" FROM unnest(${bucketStarts}::int[]) b("from"))
      SELECT b."from", b."to", count(s.days)::int AS count, w.total, w.median, w.ninetieth
      FROM buckets b CROSS JOIN whole w LEFT JOIN spent s ON s.days >= b."from" AND (b."to" IS NULL OR s.days <= b."to")
      GROUP BY b."from", b."to", w.total, w.median, w.ninetieth ORDER BY b."from"`,
  );
  const { total, median, ninetieth } = found[0]!;
  return {
    count: total,
    medianWorkingDays: median,
    ninetiethWorkingDays: ninetieth,
    buckets: found.map(({ from, to, count }) => ({ from, to, count })),
  };
}
