import type { LightReason } from '@duban/rules/lights';
import { remainingDays } from '@duban/rules/limits';
import { type ItemState, itemStates, type Light, lights } from '@duban/rules/vocabulary';
import DataLoader from 'dataloader';
import { z } from 'zod';
import { calendar, clock } from '../../clock.ts';
import { rows, sql } from '../../database.ts';
import { itemsAt } from './item-filter.ts';

/** How an item stood at the end of a day. */
export interface ItemStanding {
  itemId: string;
  asOf: string;
  state: ItemState;
  progressPercent: number | null;
  dueOn: string;
  light: Light | null;
  why: LightReason | null;
  /** The light without the override, where there is one. */
  computed: { light: Light | null; why: LightReason | null } | null;
  /** Working days left, negative when overdue; null once nothing is owed, or without a limit. */
  remainingWorkingDays: number | null;
  round: number;
}

const standingRow = z.object({
  item_id: z.string(),
  state: z.enum(itemStates),
  progress_percent: z.coerce.number().nullable(),
  due_on: z.string(),
  yellow_reason: z.custom<LightReason>().nullable(),
  red_reason: z.custom<LightReason>().nullable(),
  report_due_on: z.string(),
  override_light: z.enum(lights).nullable(),
  override_reason: z.string().nullable(),
  light: z.enum(lights).nullable(),
  computed_light: z.enum(lights).nullable(),
  round: z.number(),
});
type StandingRow = z.infer<typeof standingRow>;

/** Batches the standings that one request asks for, per as-of day. Merged items, which no figure counts, have theirs too. */
export function standingLoader(asOf: string): DataLoader<string, ItemStanding | null> {
  return new DataLoader(async (ids) => {
    const found = await rows(
      standingRow,
      sql`SELECT a.item_id, a.state, a.progress_percent, a.due_on, a.yellow_reason, a.red_reason, a.report_due_on, a.override_light,
            i.override_reason, a.light, a.round,
            light_of(a.state, NULL, a.red_on, a.report_due_on, a.yellow_on, ${asOf}::date) AS computed_light
          FROM ${itemsAt(asOf)} JOIN item i ON i.id = a.item_id WHERE i.id = ANY(${ids}::uuid[]) AND a.item_id = ANY(${ids}::uuid[])
          UNION ALL
          SELECT s.item_id, s.state, s.progress_percent, s.due_on, NULL, NULL, s.report_due_on, NULL, NULL, NULL, s.round, NULL
          FROM item_span s WHERE s.item_id = ANY(${ids}::uuid[]) AND s.unit_id IS NULL AND s.state = 'MERGED'
            AND s.from_at < day_end(${asOf}::date) AND s.to_at >= day_end(${asOf}::date)`,
    );
    const byId = new Map(found.map((standing) => [standing.item_id, toStanding(standing, asOf)]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

/** The day to read: the one asked for, never after business today (model, Time 1). */
export function asOfDay(asked: string | null | undefined): string {
  const today = clock.today();
  return asked && asked < today ? asked : today;
}

function toStanding(found: StandingRow, asOf: string): ItemStanding {
  return {
    itemId: found.item_id,
    asOf,
    state: found.state,
    progressPercent: found.progress_percent,
    dueOn: found.due_on,
    light: found.light,
    why: whyOf(found),
    computed: found.override_light && {
      light: found.computed_light,
      why: whyOf({ ...found, override_light: null, light: found.computed_light }),
    },
    remainingWorkingDays: found.light ? remainingDays(calendar, found.due_on, asOf) : null,
    round: found.round,
  };
}

/** The reason that belongs to the light which SQL decided (the same order as `reasonOn` in rules). */
function whyOf({ light, override_light, override_reason, red_reason, yellow_reason, report_due_on }: StandingRow): LightReason | null {
  if (override_light) return { rule: 'OVERRIDE', light: override_light, reason: override_reason ?? '' };
  if (light === 'RED') return red_reason;
  if (light === 'GREY') return { rule: 'NOT_REPORTED', reportDueOn: report_due_on };
  return light === 'YELLOW' ? yellow_reason : null;
}
