import { hashOf } from './event-chain.ts';
import type { Actor, ItemChange } from './item-change.ts';

/** An act on an item, as its event tells it. */
export interface Act {
  itemId: string;
  action: ItemChange['action'];
  fromState: string | null;
  toState: string;
  at: string;
  partId?: string | null;
  onBehalfOf?: string | null;
  payload: Record<string, unknown>;
}

/** The next event of an item's chain, after its head. */
export function eventRow(actor: Actor, act: Act, head: { sequence: number; hash: string }) {
  const event = {
    itemId: act.itemId,
    sequence: head.sequence + 1,
    action: act.action,
    fromState: act.fromState,
    toState: act.toState,
    partId: act.partId ?? null,
    onBehalfOf: act.onBehalfOf ?? null,
    actorId: actor.userId,
    actorTitle: actor.title,
    at: act.at,
    recordedAt: new Date().toISOString(),
    payload: JSON.stringify(act.payload),
    requestId: actor.requestId ?? null,
    importRunId: actor.importRunId ?? null,
    previousHash: head.hash,
  };
  return {
    item_id: event.itemId,
    sequence: event.sequence,
    action: event.action,
    from_state: event.fromState,
    to_state: event.toState,
    part_id: event.partId,
    on_behalf_of: event.onBehalfOf,
    actor_id: event.actorId,
    actor_title: event.actorTitle,
    at: event.at,
    recorded_at: event.recordedAt,
    payload: event.payload,
    request_id: event.requestId,
    import_run_id: event.importRunId,
    previous_hash: event.previousHash,
    hash: hashOf(event),
  };
}

export type EventRow = ReturnType<typeof eventRow>;
