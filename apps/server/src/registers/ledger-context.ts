import { createLookup, type Lookup, type LookupData } from '@duban/ledger/lookup';
import type { WorkingCalendar } from '@duban/rules/calendar';
import type { LightThresholds } from '@duban/rules/lights';
import type { Limit } from '@duban/rules/limits';
import { type Day, dayUnits, type ItemKind, itemKinds, unitKinds } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { calendar, clock } from '../clock.ts';
import { type Runner, rows, sql } from '../database.ts';

export type KindThresholds = LightThresholds & { reportGraceWorkingDays: number };

/** The city's data that ledger rows are read and judged by, as of a business day. */
export interface LedgerContext {
  today: Day;
  calendar: WorkingCalendar;
  lookup: Lookup;
  /** The same names as plain data, for the parser's thread. */
  lookupData: LookupData;
  /** Unit → the county it is or lies in. */
  countyOf: ReadonlyMap<string, string>;
  thresholds: Readonly<Record<ItemKind, KindThresholds>>;
  /** Limits in force by code. */
  limits: ReadonlyMap<string, Limit>;
  clauseNumbers: ReadonlySet<string>;
  /** The clause that each register feeds. */
  clauseOf: Readonly<Partial<Record<ItemKind, string>>>;
  numberPrefixes: Readonly<Record<ItemKind, string>>;
}

/** The campaign's tables lack what judging a ledger needs: the pack was not loaded. */
export class PackNotLoaded extends Error {
  override readonly name = 'PackNotLoaded';
}

const campaignRow = z.object({ city_name: z.string(), number_prefixes: z.record(z.enum(itemKinds), z.string()) });
const unitRow = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(unitKinds),
  parentId: z.string().nullable(),
  aliases: z.array(z.string()),
});
const termRow = z.object({ dictionary: z.string(), code: z.string(), name: z.string(), aliases: z.array(z.string()) });
const postRow = z.object({ id: z.string(), title: z.string() });
const thresholdRow = z.object({
  kind: z.enum(itemKinds),
  timeYellowPercent: z.number().nullable(),
  planYellowPoints: z.number(),
  planRedPoints: z.number(),
  reportGraceWorkingDays: z.number(),
});
const limitRow = z.object({ code: z.string(), days: z.number(), unit: z.enum(dayUnits) });
const clauseRow = z.object({ number: z.string(), kinds: z.array(z.enum(itemKinds)) });

/** Reads units, posts, dictionaries, thresholds, limits and clauses in force today. PackNotLoaded when the campaign is missing or incomplete. */
export async function loadLedgerContext(runner?: Runner): Promise<LedgerContext> {
  const today = clock.today();
  const [campaign] = await rows(campaignRow, sql`SELECT city_name, number_prefixes FROM campaign`, runner);
  if (!campaign) throw new PackNotLoaded('No campaign is loaded');
  const units = await rows(
    unitRow,
    sql`SELECT u.id, u.name, u.short_name AS "shortName", u.kind, u.parent_id AS "parentId",
          ARRAY(SELECT alias FROM unit_alias a WHERE a.unit_id = u.id ORDER BY alias) AS aliases
        FROM unit u WHERE ${today} BETWEEN u.valid_from AND u.valid_to ORDER BY u.position, u.id`,
    runner,
  );
  const terms = await rows(
    termRow,
    sql`SELECT dictionary, code, name, aliases FROM term WHERE ${today} BETWEEN valid_from AND valid_to ORDER BY dictionary, position, code`,
    runner,
  );
  const posts = await rows(postRow, sql`SELECT id, title FROM post ORDER BY position, id`, runner);
  const clauses = await rows(clauseRow, sql`SELECT number, kinds::text[] AS kinds FROM clause ORDER BY position, number`, runner);
  const limits = await rows(
    limitRow,
    sql`SELECT code, days, day_unit AS unit FROM "limit" WHERE ${today} BETWEEN valid_from AND valid_to`,
    runner,
  );
  const lookupData: LookupData = { cityName: campaign.city_name, units, posts, terms };
  return {
    today,
    calendar,
    lookup: createLookup(lookupData),
    lookupData,
    countyOf: countiesOf(units),
    thresholds: await thresholdsOn(today, runner),
    limits: new Map(limits.map(({ code, ...limit }) => [code, limit])),
    clauseNumbers: new Set(clauses.map(({ number }) => number)),
    clauseOf: Object.fromEntries(clauses.flatMap(({ kinds, number }) => kinds.map((kind) => [kind, number]))),
    numberPrefixes: campaign.number_prefixes,
  };
}

async function thresholdsOn(day: Day, runner?: Runner): Promise<Record<ItemKind, KindThresholds>> {
  const found = await rows(
    thresholdRow,
    sql`SELECT DISTINCT ON (kind) kind, time_yellow_percent AS "timeYellowPercent", plan_yellow_points AS "planYellowPoints",
          plan_red_points AS "planRedPoints", report_grace_working_days AS "reportGraceWorkingDays"
        FROM threshold WHERE valid_from <= ${day} ORDER BY kind, valid_from DESC`,
    runner,
  );
  const missing = itemKinds.find((kind) => !found.some((threshold) => threshold.kind === kind));
  if (missing) throw new PackNotLoaded(`No thresholds for ${missing} on ${day}`);
  return Object.fromEntries(found.map(({ kind, ...threshold }) => [kind, threshold])) as Record<ItemKind, KindThresholds>;
}

/** Each unit's county: itself when it is one, else the nearest county above it. */
function countiesOf(units: readonly z.infer<typeof unitRow>[]): Map<string, string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const counties = new Map<string, string>();
  for (const unit of units) {
    let above: typeof unit | undefined = unit;
    while (above && above.kind !== 'COUNTY') above = above.parentId ? byId.get(above.parentId) : undefined;
    if (above) counties.set(unit.id, above.id);
  }
  return counties;
}
