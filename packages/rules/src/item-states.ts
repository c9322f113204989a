import { type Guard, type Transition, transitions } from './item-transitions.ts';
import { type Day, type DutyKind, dissatisfiedGrades, type ItemAction, type ItemState, type Satisfaction } from './vocabulary.ts';

/** What guarded actions are judged by; the caller reads it from the item and the pack. */
export interface StepFacts {
  /** How often the matter was returned as not ours, how often the pack allows it, and whether this part came by FORCE_ASSIGN. */
  returns: { used: number; allowed: number; isForced: boolean };
  /** Last day in time of the part. */
  dueOn: Day;
  today: Day;
  /** An extension was asked for and not yet decided. */
  isExtensionAsked: boolean;
  /** The unit's sign-off chain is complete (its length is pack data). */
  isSignedOff: boolean;
  /** The post that acts has signed this report off already. */
  hasSignedOff: boolean;
  /** The register asks for a call-back before 销号. */
  needsCallBack: boolean;
  /** A complaint: it is taken on or refused, never simply assigned. */
  isComplaint: boolean;
  /** Who complained has been answered; true where nobody has to be. */
  isAnswered: boolean;
  /** Answer of the call-back; null = none yet. */
  satisfaction: Satisfaction | null;
}

/** Why an act is refused, with what the person needs to know. */
export type TransitionRefusal =
  | { refused: 'NOT_FROM_THIS_STATE'; state: ItemState | null; action: ItemAction; allowed: readonly ItemAction[] }
  | { refused: 'RETURNS_USED_UP'; used: number; allowed: number }
  | { refused: 'FORCED_ASSIGNMENT' }
  | { refused: 'EXPIRED'; dueOn: Day }
  | { refused: 'EXTENSION_ALREADY_ASKED' }
  | { refused: 'NO_EXTENSION_ASKED' }
  | { refused: 'NOT_SIGNED_OFF' }
  | { refused: 'ALREADY_SIGNED_OFF' }
  | { refused: 'CALL_BACK_FIRST' }
  | { refused: 'DISSATISFIED' }
  | { refused: 'NOT_CALLED_BACK' }
  | { refused: 'COMPLAINT' }
  | { refused: 'NOT_ANSWERED' };

/** Actions with a guard on at least one of their rows: `step` asks for facts. */
export type GuardedAction =
  | 'SUBMIT_FOR_APPROVAL'
  | 'ASSIGN'
  | 'CALL_BACK'
  | 'RETURN_AS_NOT_OURS'
  | 'REQUEST_EXTENSION'
  | 'GRANT_EXTENSION'
  | 'REFUSE_EXTENSION'
  | 'TAKE_INTO_REVIEW'
  | 'SIGN_OFF_REPORT'
  | 'WRITE_OFF';

/**
 * The state after an act, or why it may not be. `state` null = before the item exists.
 * Who acts and what the act brings are the caller's to check, against `transitionOf(state, action)`.
 */
export function step(state: ItemState | null, action: Exclude<ItemAction, GuardedAction>): ItemState | TransitionRefusal;
export function step(state: ItemState | null, action: ItemAction, facts: StepFacts): ItemState | TransitionRefusal;
export function step(state: ItemState | null, action: ItemAction, facts?: StepFacts): ItemState | TransitionRefusal {
  const transition = transitionOf(state, action);
  if (!transition) return { refused: 'NOT_FROM_THIS_STATE', state, action, allowed: allowedActions(state) };
  if (transition.guard) {
    if (!facts) throw new TypeError(`${action} needs facts for its guard ${transition.guard}`);
    const refusal = guards[transition.guard](facts);
    if (refusal) return refusal;
  }
  // CREATE, the only row without a state before it, names its state.
  return transition.to === 'SAME' ? state! : transition.to;
}

export function isRefusal(result: ItemState | TransitionRefusal): result is TransitionRefusal {
  return typeof result !== 'string';
}

/** The row for an action in a state; null when there is none. */
export function transitionOf(state: ItemState | null, action: ItemAction): Transition | null {
  return transitions.find((row) => row.action === action && startsIn(row, state)) ?? null;
}

/** Actions that have a row in the state, in the table's order; guards may still refuse. */
export function allowedActions(state: ItemState | null): ItemAction[] {
  return transitions.filter((row) => startsIn(row, state)).map(({ action }) => action);
}

/** What the item itself is; UNDER_WAY = its parts say. */
export type ItemPhase = 'DRAFT' | 'PENDING_APPROVAL' | 'UNDER_WAY' | 'CALL_BACK' | 'WRITTEN_OFF' | 'MERGED' | 'REFUSED' | 'WITHDRAWN';

/** The phase of an item that has come into a state. */
export function phaseOf(state: ItemState): ItemPhase {
  switch (state) {
    case 'DRAFT':
    case 'PENDING_APPROVAL':
    case 'CALL_BACK':
    case 'WRITTEN_OFF':
    case 'MERGED':
    case 'REFUSED':
    case 'WITHDRAWN':
      return state;
    default:
      return 'UNDER_WAY';
  }
}

export interface PartState {
  state: ItemState;
  /** Its duty went over to a successor part. */
  superseded: boolean;
  duty: DutyKind;
}

/** An item under way must have a part that is not superseded. */
export class ItemWithoutParts extends Error {
  override readonly name = 'ItemWithoutParts';
}

/** From the least to the most advanced. A part that stands still says less about the item than one that moves. */
const advancement: readonly ItemState[] = [
  'RETURNED',
  'ASSIGNED',
  'SIGNED',
  'REWORK',
  'IN_PROGRESS',
  'REPORTED',
  'UNDER_REVIEW',
  'SUSPENDED',
];

/**
 * The item's state from its phase and parts:
 * 1. outside UNDER_WAY, the phase itself;
 * 2. superseded parts don't count; CLOSED only when every other part is passed (CLOSED);
 * 3. else the least advanced lead part that isn't passed: the lead unit answers for the whole;
 * 4. else (every lead part is passed) the least advanced assisting part that isn't: that is what the item waits for.
 */
export function itemState(phase: ItemPhase, parts: readonly PartState[]): ItemState {
  if (phase !== 'UNDER_WAY') return phase;
  const current = parts.filter(({ superseded }) => !superseded);
  if (current.length === 0) throw new ItemWithoutParts('An item under way has no part');
  const open = current.filter(({ state }) => advancement.includes(state));
  const openLead = open.filter(({ duty }) => duty === 'LEAD');
  const [least] = (openLead.length > 0 ? openLead : open).map(({ state }) => advancement.indexOf(state)).sort((a, b) => a - b);
  return least === undefined ? 'CLOSED' : advancement[least]!;
}

const guards: Record<Guard, (facts: StepFacts) => TransitionRefusal | null> = {
  RETURNS_LEFT({ returns: { used, allowed, isForced } }) {
    if (isForced) return { refused: 'FORCED_ASSIGNMENT' };
    return used < allowed ? null : { refused: 'RETURNS_USED_UP', used, allowed };
  },
  BEFORE_EXPIRY({ dueOn, today, isExtensionAsked }) {
    if (today > dueOn) return { refused: 'EXPIRED', dueOn };
    return isExtensionAsked ? { refused: 'EXTENSION_ALREADY_ASKED' } : null;
  },
  EXTENSION_ASKED: ({ isExtensionAsked }) => (isExtensionAsked ? null : { refused: 'NO_EXTENSION_ASKED' }),
  SIGN_OFF_OPEN: ({ isSignedOff, hasSignedOff }) => (isSignedOff || hasSignedOff ? { refused: 'ALREADY_SIGNED_OFF' } : null),
  NO_CALL_BACK: ({ needsCallBack }) => (needsCallBack ? { refused: 'CALL_BACK_FIRST' } : null),
  NOT_A_COMPLAINT: ({ isComplaint }) => (isComplaint ? { refused: 'COMPLAINT' } : null),
  ANSWERED: ({ isAnswered }) => (isAnswered ? null : { refused: 'NOT_ANSWERED' }),
  SIGNED_OFF: ({ isSignedOff }) => (isSignedOff ? null : { refused: 'NOT_SIGNED_OFF' }),
  NOT_DISSATISFIED({ satisfaction }) {
    if (satisfaction === null) return { refused: 'NOT_CALLED_BACK' };
    return dissatisfiedGrades.has(satisfaction) ? { refused: 'DISSATISFIED' } : null;
  },
};

function startsIn({ from }: Transition, state: ItemState | null): boolean {
  return state === null ? from.length === 0 : from.includes(state);
}
