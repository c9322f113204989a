import { isRefusal, type StepFacts, step, transitionOf } from '@duban/rules/item-states';
import { transitions } from '@duban/rules/item-transitions';
import type { DutyKind, ItemAction, ItemKind, ItemState } from '@duban/rules/vocabulary';
import type { Viewer } from '../../session/viewer.ts';
import { actorsOf, type ItemOfActors } from '../item.policy.ts';
import type { ActSettings } from './settings.ts';

/** What of an item its acts depend on. */
export interface ItemForActs extends ItemOfActors {
  kind: ItemKind;
  state: ItemState;
  dueOn: string;
  /** Everybody whose complaint is handled in it has been answered; absent where nobody has to be. */
  isAnswered?: boolean;
}

/** What of a part its acts depend on. */
export interface PartForActs {
  unitId: string;
  duty: DutyKind;
  state: ItemState;
  dueOn: string;
  returnsUsed: number;
  isForced: boolean;
  extensionAskedTo: string | null;
  /** Posts that signed off the report now open; null when there is none: what a ledger brought in as reported needs no signature here. */
  signedOffBy: readonly string[] | null;
}

/** What the guards of the state table are judged by. */
export function stepFactsOf(
  viewer: Pick<Viewer, 'postId'>,
  item: ItemForActs,
  part: PartForActs | null,
  settings: ActSettings,
  today: string,
): StepFacts {
  const signedOffBy = part?.signedOffBy ?? [];
  return {
    returns: { used: part?.returnsUsed ?? 0, allowed: settings.returnsAllowed, isForced: part?.isForced ?? false },
    dueOn: part?.dueOn ?? item.dueOn,
    today,
    isExtensionAsked: part?.extensionAskedTo != null,
    isSignedOff: !part?.signedOffBy || signedOffBy.length >= settings.signOffsNeeded,
    hasSignedOff: signedOffBy.includes(viewer.postId),
    needsCallBack: settings.callBackKinds.includes(item.kind),
    isComplaint: item.kind === 'COMPLAINT',
    isAnswered: item.isAnswered ?? true,
    satisfaction: null,
  };
}

/** Acts of the system, of ledgers, of whoever complained, and of openness, which asks questions of its own. */
export const notByHand: ReadonlySet<ItemAction> = new Set<ItemAction>([
  'CREATE',
  'IMPORT_FACTS',
  'REPORT_PROGRESS',
  'RECOMPUTE',
  'SUPPLEMENT',
  'RATE',
  'SET_OPENNESS',
  'REVIEW_OPENNESS',
]);

/**
 * The acts open to the viewer now, on the item (part null) or on one part of it, in the table's order: the same policy that refuses the call.
 * What an act must bring is not yet known here: 销号 after a call-back stands open though it needs the answer.
 */
export function openActs(viewer: Viewer, item: ItemForActs, part: PartForActs | null, settings: ActSettings, today: string): ItemAction[] {
  const subject = part ? 'PART' : 'ITEM';
  const state = part ? part.state : item.state;
  const actors = actorsOf(viewer, item, part, settings.extensionDeciders);
  const facts = { ...stepFactsOf(viewer, item, part, settings, today), satisfaction: 'SATISFIED' as const };
  return transitions.flatMap((row) => {
    const isOpen =
      row.subject === subject &&
      !notByHand.has(row.action) &&
      row.from.includes(state) &&
      transitionOf(state, row.action) === row &&
      row.who.some((actor) => actors.has(actor)) &&
      !isRefusal(step(state, row.action, facts));
    return isOpen ? [row.action] : [];
  });
}
