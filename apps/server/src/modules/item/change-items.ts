import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { insertRows, rows, sql, type TableRow, updateRows } from '../../database.ts';
import { announce } from '../../live/announce.ts';
import { tellOfEvents } from '../notification/tell-of-events.ts';
import { changedItems } from './changed-items.ts';
import { genesis } from './event-chain.ts';
import type { Actor, Change, Creation, ItemChange, ItemFacts } from './item-change.ts';
import { type EventRow, eventRow } from './item-event.ts';
import {
  changedPartRow,
  factColumns,
  itemRow,
  lifeRows,
  lightColumns,
  newPartRow,
  openEndedAt,
  partRow,
  type SpanSubject,
  spanRow,
} from './item-rows.ts';
import { checkChanges, factsOf, lockItems, lockParts, overrideColumns, overrideOf, standingOf } from './locked-item.ts';
import { orderedId } from './ordered-id.ts';

/**
 * The one way in which items change (architecture 5, model 11): in the caller's transaction it checks each item's version and state,
 * writes items and parts, appends the chained events, closes the current spans and opens the next, and announces the change.
 * Set-based: a few statements however many changes. The register's own rows are the caller's, in the same transaction.
 *
 * Errors: ItemConflict when an item is not at the version its author saw (all such are named), ItemActionRefused when the state table has no
 * such act; nothing is written then.
 */
export async function changeItems(tx: pg.PoolClient, actor: Actor, changes: readonly ItemChange[]): Promise<void> {
  const creations = changes.filter((change): change is Creation => change.action === 'CREATE');
  const updates = changes.filter((change): change is Change => change.action !== 'CREATE');
  if (changes.length === 0) return;
  const created = creations.length > 0 ? await create(tx, actor, creations) : [];
  const updated = updates.length > 0 ? await update(tx, actor, updates) : [];
  await tellOfEvents(tx, [...created, ...updated]);
  const ids = changes.map((change) => (change.action === 'CREATE' ? change.id : change.itemId));
  await announce(tx, await changedItems(tx, ids));
}

async function create(tx: pg.PoolClient, actor: Actor, creations: readonly Creation[]): Promise<EventRow[]> {
  const at = clock.now().toISOString();
  const items: TableRow[] = [];
  const parts: TableRow[] = [];
  const spans: TableRow[] = [];
  const events: EventRow[] = [];
  for (const creation of creations) {
    const subject: SpanSubject = { itemId: creation.id, kind: creation.kind, round: 1, ...creation.facts };
    const toState = creation.life.at(-1)!.state;
    const payload = { number: creation.number, ...creation.facts, closedOn: creation.closedOn, ...creation.payload };
    const event = eventRow(
      actor,
      { itemId: creation.id, action: 'CREATE', fromState: null, toState, at, payload },
      { sequence: 0, hash: genesis },
    );
    events.push(event);
    items.push(itemRow(creation, { sequence: event.sequence, hash: event.hash }));
    spans.push(...lifeRows(subject, null, creation.life));
    for (const part of creation.parts) {
      parts.push(partRow(orderedId(), creation.id, part));
      spans.push(...lifeRows(subject, part.unitId, part.life));
    }
  }
  await insertRows(tx, 'item', items);
  await insertRows(tx, 'item_unit', parts);
  await insertRows(tx, 'item_span', spans);
  await insertRows(tx, 'item_event', events);
  const rounds = creations.map(({ id, facts, closedOn }) => roundRow(id, 1, facts, closedOn));
  await insertRows(tx, 'round', rounds);
  return events;
}

function roundRow(itemId: string, number: number, { assignedOn, dueOn }: ItemFacts, closedOn: string | null): TableRow {
  return { item_id: itemId, number, assigned_on: assignedOn, due_on: dueOn, closed_on: closedOn, on_time: closedOn && closedOn <= dueOn };
}

const spanStartRow = z.object({ id: z.number(), item_id: z.string(), unit_id: z.string().nullable(), from_at: z.date() });

async function update(tx: pg.PoolClient, actor: Actor, changes: readonly Change[]): Promise<EventRow[]> {
  const ids = changes.map(({ itemId }) => itemId);
  const locked = new Map((await lockItems(tx, ids)).map((item) => [item.id, item]));
  const parts = await lockParts(tx, ids);
  checkChanges(locked, parts, changes);
  const spanStarts = await rows(
    spanStartRow,
    sql`SELECT id, item_id, unit_id, from_at FROM item_span WHERE item_id = ANY(${ids}::uuid[]) AND to_at = ${openEndedAt}::timestamptz`,
    tx,
  );
  const startOf = new Map(spanStarts.map((span) => [subjectKey(span.item_id, span.unit_id), span]));
  const knownParts = new Map(parts.map((part) => [subjectKey(part.item_id, part.unit_id), part]));

  const now = clock.now();
  const items: TableRow[] = [];
  const events: EventRow[] = [];
  const closing: TableRow[] = [];
  const spans: TableRow[] = [];
  const newParts: TableRow[] = [];
  const changedParts: TableRow[] = [];
  const superseded: TableRow[] = [];
  const removed: string[] = [];
  const rounds: TableRow[] = [];
  const newRounds: TableRow[] = [];
  /** Closes the current span of a subject and says when the next begins (model, Time 3: never before its start + 1 ms). */
  const turn = (itemId: string, unitId: string | null): string => {
    const current = startOf.get(subjectKey(itemId, unitId));
    const at = new Date(current ? Math.max(now.getTime(), current.from_at.getTime() + 1) : now).toISOString();
    if (current) closing.push({ id: current.id, to_at: at });
    return at;
  };

  for (const change of changes) {
    const before = locked.get(change.itemId)!;
    const facts = { ...factsOf(before), ...change.facts };
    const standing = change.standing ?? standingOf(before, facts.dueOn);
    const override = change.override === undefined ? overrideOf(before) : overrideColumns(change.override);
    const closedOn = change.closedOn === undefined ? before.closed_on : change.closedOn;
    const round = change.beginsRound ? before.round + 1 : before.round;
    const at = turn(before.id, null);
    const { action, partId = null, onBehalfOf = null, payload } = change;
    const event = eventRow(
      actor,
      { itemId: before.id, action, fromState: before.state, toState: standing.state, at, partId, onBehalfOf, payload },
      { sequence: before.last_sequence, hash: before.last_hash },
    );
    events.push(event);
    items.push({
      id: before.id,
      ...factColumns({ ...facts, dueOn: standing.dueOn }),
      state: standing.state,
      progress_percent: standing.progressPercent,
      ...lightColumns(standing),
      ...override,
      closed_on: closedOn,
      written_off_on: change.writtenOffOn === undefined ? before.written_off_on : change.writtenOffOn,
      closed_on_time: closedOn && closedOn <= standing.dueOn,
      round,
      merged_into_id: change.mergedIntoId ?? before.merged_into_id,
      version: before.version + 1,
      last_sequence: event.sequence,
      last_hash: event.hash,
    });
    (change.beginsRound ? newRounds : rounds).push({
      ...roundRow(before.id, round, { ...facts, dueOn: standing.dueOn }, closedOn),
      satisfaction: change.satisfaction ?? null,
    });
    const subject: SpanSubject = { itemId: before.id, kind: before.kind, round, ...facts };
    spans.push(spanRow(subject, null, standing, override.override_light, at));
    for (const part of change.parts ?? []) {
      const known = knownParts.get(subjectKey(before.id, part.unitId));
      if (known && part.succeedsPartId === undefined) changedParts.push(changedPartRow(known, part));
      else {
        const row = newPartRow(orderedId(), before.id, part, clock.today());
        newParts.push(row);
        if (part.succeedsPartId !== undefined) superseded.push({ id: part.succeedsPartId, superseded_by_id: row.id });
      }
      spans.push(spanRow(subject, part.unitId, part.standing, null, turn(before.id, part.unitId)));
    }
    for (const unitId of change.removedUnitIds ?? []) {
      const known = knownParts.get(subjectKey(before.id, unitId));
      if (!known) continue;
      removed.push(known.id);
      turn(before.id, unitId);
    }
  }
  await updateRows(tx, 'item', 'id', items);
  await followMerges(tx, changes);
  // A lead that moves to another unit gives way before the new one stands: one lead at a time.
  const isLead = (part: TableRow) => part.duty === 'LEAD';
  if (removed.length > 0) await tx.query('DELETE FROM item_unit WHERE id = ANY($1::uuid[])', [removed]);
  await updateRows(
    tx,
    'item_unit',
    'id',
    changedParts.filter((part) => !isLead(part)),
  );
  await updateRows(tx, 'item_unit', 'id', changedParts.filter(isLead));
  await updateRows(tx, 'item_unit', 'id', superseded);
  await insertRows(tx, 'item_unit', newParts);
  await updateRows(tx, 'item_span', 'id', closing);
  await insertRows(tx, 'item_span', spans);
  await insertRows(tx, 'item_event', events);
  await updateRounds(tx, rounds);
  await insertRows(tx, 'round', newRounds);
  return events;
}

/** The present round follows the item's dates: rates count rounds (model 7). */
async function updateRounds(tx: pg.PoolClient, rounds: readonly TableRow[]): Promise<void> {
  await tx.query(
    `UPDATE round t SET assigned_on = r.assigned_on, due_on = r.due_on, closed_on = r.closed_on, on_time = r.on_time,
       satisfaction = coalesce(r.satisfaction, t.satisfaction)
     FROM jsonb_populate_recordset(NULL::round, $1::jsonb) r WHERE t.item_id = r.item_id AND t.number = r.number`,
    [JSON.stringify(rounds)],
  );
}

function subjectKey(itemId: string, unitId: string | null): string {
  return `${itemId} ${unitId ?? ''}`;
}

/** What was merged into an item that is now merged itself goes on where that goes on: one step from any merged item to the last. */
async function followMerges(tx: pg.PoolClient, changes: readonly ItemChange[]): Promise<void> {
  const merges = changes.flatMap((change) =>
    change.action === 'MERGE' && change.mergedIntoId ? [{ from: change.itemId, to: change.mergedIntoId }] : [],
  );
  if (merges.length === 0) return;
  await tx.query(
    `UPDATE item i SET merged_into_id = m.to FROM jsonb_to_recordset($1::jsonb) AS m("from" uuid, "to" uuid) WHERE i.merged_into_id = m.from`,
    [JSON.stringify(merges)],
  );
}
