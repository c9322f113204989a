import { hashOf } from './event-chain.ts';
import type { Actor, ItemChange } from './item-change.ts';

/** An act on an item, as its event tells it. */
export interface Act {
  itemId: string;
  action: ItemChange['action'];
  fromState: string | null;
  toState: string;
  at: string;
  payload: Record<string, unknown>;
}

/** The next event of an item's chain, after its head. */
export function eventRow(actor: Actor, act: Act, head: { sequence: number; hash: string }) {
  const sequence = head.sequence + 1;
  const payload = JSON.stringify(act.payload);
  const hash = hashOf({ ...act, sequence, payload, actorId: actor.userId, actorTitle: actor.title, previousHash: head.hash });
  return {
    item_id: act.itemId,
    sequence,
    action: act.action,
    from_state: act.fromState,
    to_state: act.toState,
    actor_id: actor.userId,
    actor_title: actor.title,
    at: act.at,
    recorded_at: new Date().toISOString(),
    payload,
    request_id: actor.requestId ?? null,
    import_run_id: actor.importRunId ?? null,
    previous_hash: head.hash,
    hash,
  };
}
