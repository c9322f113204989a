import { transitionOf } from '@duban/rules/item-states';
import type { LightReason } from '@duban/rules/lights';
import { dutyKinds, itemKinds, itemStates, levels, lights } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { type Change, ItemActionRefused, ItemConflict, type ItemFacts, type Standing } from './item-change.ts';

const lockedRow = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(itemKinds),
  title: z.string(),
  clause_number: z.string().nullable(),
  category: z.string().nullable(),
  level: z.enum(levels).nullable(),
  lead_unit_id: z.string(),
  county_id: z.string().nullable(),
  duty_post_id: z.string().nullable(),
  duty_leader: z.string().nullable(),
  duty_person: z.string().nullable(),
  source: z.string().nullable(),
  found_on: z.string(),
  assigned_on: z.string(),
  due_on: z.string(),
  closed_on: z.string().nullable(),
  written_off_on: z.string().nullable(),
  state: z.enum(itemStates),
  progress_percent: z.coerce.number().nullable(),
  yellow_on: z.string(),
  yellow_reason: z.unknown(),
  red_on: z.string(),
  red_reason: z.unknown(),
  report_due_on: z.string(),
  override_light: z.enum(lights).nullable(),
  override_reason: z.string().nullable(),
  overridden_by_id: z.string().nullable(),
  merged_into_id: z.string().nullable(),
  round: z.number(),
  version: z.number(),
  last_sequence: z.number(),
  last_hash: z.string(),
});
/** An item as it was read under its lock, before a change. */
export type LockedItem = z.infer<typeof lockedRow>;

/** Locks in id order, so that two batches never wait for each other in a circle. */
export function lockItems(tx: pg.PoolClient, ids: readonly string[]): Promise<LockedItem[]> {
  return rows(
    lockedRow,
    sql`SELECT id, number, kind, title, clause_number, category, level, lead_unit_id, county_id, duty_post_id, duty_leader, duty_person, source,
          found_on, assigned_on, due_on, closed_on, written_off_on, state, progress_percent, yellow_on, yellow_reason, red_on, red_reason,
          report_due_on, override_light, override_reason, overridden_by_id, merged_into_id, round, version, last_sequence, last_hash
        FROM item WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`,
    tx,
  );
}

const lockedPartRow = z.object({
  id: z.string(),
  item_id: z.string(),
  unit_id: z.string(),
  duty: z.enum(dutyKinds),
  state: z.enum(itemStates),
  assigned_on: z.string(),
  signed_on: z.string().nullable(),
  due_on: z.string(),
  closed_on: z.string().nullable(),
  yellow_on: z.string(),
  yellow_reason: z.unknown(),
  red_on: z.string(),
  red_reason: z.unknown(),
  report_due_on: z.string(),
  returns_used: z.number(),
  return_reason: z.string().nullable(),
  is_forced: z.boolean(),
  sign_due_on: z.string().nullable(),
  extension_asked_to: z.string().nullable(),
  extension_reason: z.string().nullable(),
  suspended_on: z.string().nullable(),
});
/** A part in force, as it was read under its item's lock. */
export type LockedPart = z.infer<typeof lockedPartRow>;

/** The parts in force of items that are locked: nobody else changes them meanwhile. */
export function lockParts(tx: pg.PoolClient, itemIds: readonly string[]): Promise<LockedPart[]> {
  return rows(
    lockedPartRow,
    sql`SELECT id, item_id, unit_id, duty, state, assigned_on, signed_on, due_on, closed_on, yellow_on, yellow_reason, red_on, red_reason,
          report_due_on, returns_used, return_reason, is_forced, sign_due_on, extension_asked_to, extension_reason, suspended_on
        FROM item_unit WHERE item_id = ANY(${itemIds}::uuid[]) AND superseded_by_id IS NULL ORDER BY item_id, duty, id`,
    tx,
  );
}

/** ItemConflict where an item is not at the version its author saw, ItemActionRefused where the state table has no such act. */
export function checkChanges(locked: ReadonlyMap<string, LockedItem>, parts: readonly LockedPart[], changes: readonly Change[]): void {
  const conflicts = changes.flatMap(({ itemId, version: expected }) => {
    const item = locked.get(itemId);
    return item?.version === expected ? [] : [{ itemId, number: item?.number ?? itemId, version: item?.version ?? 0, expected }];
  });
  if (conflicts.length > 0) throw new ItemConflict(conflicts);
  const partStates = new Map(parts.map(({ id, state }) => [id, state]));
  for (const { itemId, action, partId } of changes) {
    const item = locked.get(itemId)!;
    const { number } = item;
    const state = partId === undefined ? item.state : (partStates.get(partId) ?? 'MERGED');
    if (!transitionOf(state, action)) throw new ItemActionRefused(number, state, action);
  }
}

export function factsOf(item: LockedItem): ItemFacts {
  return {
    title: item.title,
    clauseNumber: item.clause_number,
    category: item.category,
    level: item.level,
    leadUnitId: item.lead_unit_id,
    countyId: item.county_id,
    dutyPostId: item.duty_post_id,
    dutyLeader: item.duty_leader,
    dutyPerson: item.duty_person,
    source: item.source,
    foundOn: item.found_on,
    assignedOn: item.assigned_on,
    dueOn: item.due_on,
  };
}

/** How a part stands; its progress is the item's. */
export function standingOfPart(part: LockedPart, item: LockedItem): Standing {
  return {
    state: part.state,
    progressPercent: item.progress_percent,
    dueOn: part.due_on,
    yellowOn: part.yellow_on,
    yellowReason: part.yellow_reason as LightReason | null,
    redOn: part.red_on,
    redReason: part.red_reason as LightReason | null,
    reportDueOn: part.report_due_on,
  };
}

export function standingOf(item: LockedItem, dueOn: string): Standing {
  return {
    state: item.state,
    progressPercent: item.progress_percent,
    dueOn,
    yellowOn: item.yellow_on,
    yellowReason: item.yellow_reason as LightReason | null,
    redOn: item.red_on,
    redReason: item.red_reason as LightReason | null,
    reportDueOn: item.report_due_on,
  };
}

export function overrideOf(item: LockedItem) {
  return { override_light: item.override_light, override_reason: item.override_reason, overridden_by_id: item.overridden_by_id };
}

export function overrideColumns(override: NonNullable<Change['override']> | null) {
  return { override_light: override?.light ?? null, override_reason: override?.reason ?? null, overridden_by_id: override?.byId ?? null };
}
