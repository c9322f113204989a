import { keys, mac } from '../../keys.ts';

/** What an event's hash covers: everything that it says, byte for byte. */
export interface ChainedEvent {
  itemId: string;
  sequence: number;
  action: string;
  fromState: string | null;
  toState: string;
  partId: string | null;
  onBehalfOf: string | null;
  actorId: string | null;
  actorTitle: string;
  /** Business time: ISO instant, UTC, milliseconds. */
  at: string;
  /** Real time, likewise. */
  recordedAt: string;
  payload: string;
  requestId: string | null;
  importRunId: string | null;
  previousHash: string;
}

/** The hash before an item's first event. */
export const genesis = '0'.repeat(64);

/** HMAC over the event and the hash before it: changing, leaving out or reordering an event breaks every later link. */
export function hashOf(event: ChainedEvent): string {
  return mac(
    keys.audit,
    JSON.stringify([
      event.itemId,
      event.sequence,
      event.action,
      event.fromState,
      event.toState,
      event.partId,
      event.onBehalfOf,
      event.actorId,
      event.actorTitle,
      event.at,
      event.recordedAt,
      event.payload,
      event.requestId,
      event.importRunId,
      event.previousHash,
    ]),
  );
}
