import type { LightDates } from '@duban/rules/lights';
import type { LifeSpan } from '@duban/rules/timeline';
import type { Day, DutyKind, ItemAction, ItemKind, ItemState, Level, Light, Satisfaction } from '@duban/rules/vocabulary';

/** Who acts, as the event keeps it. */
export interface Actor {
  /** Null for the system itself. */
  userId: string | null;
  /** Post held at the time. */
  title: string;
  requestId?: string;
  importRunId?: string;
}

/** Facts of an item that the ledger gives. */
export interface ItemFacts {
  title: string;
  clauseNumber: string | null;
  category: string | null;
  level: Level | null;
  leadUnitId: string;
  countyId: string | null;
  dutyPostId: string | null;
  dutyLeader: string | null;
  dutyPerson: string | null;
  source: string | null;
  foundOn: Day;
  assignedOn: Day;
  dueOn: Day;
}

/** What an item or a part is from now on: the columns that a span carries. */
export interface Standing extends LightDates {
  state: ItemState;
  progressPercent: number | null;
  dueOn: Day;
}

/** A unit's part at creation, with its history from the ledger's own dates. */
export interface NewPart {
  unitId: string;
  duty: DutyKind;
  assignedOn: Day;
  signedOn: Day | null;
  closedOn: Day | null;
  life: LifeSpan[];
}

/** A new item. Its history begins with the ledger's own dates (model, Time 2). */
export interface Creation {
  action: 'CREATE';
  /** Made by the caller, who writes the register's own rows after. */
  id: string;
  kind: ItemKind;
  number: string;
  facts: ItemFacts;
  closedOn: Day | null;
  writtenOffOn: Day | null;
  demo: boolean;
  life: LifeSpan[];
  parts: NewPart[];
  /** What the event records beside the facts. */
  payload: Record<string, unknown>;
}

/** A change of an item that exists. */
export interface Change {
  action: Exclude<ItemAction, 'CREATE'>;
  itemId: string;
  /** The version its author saw. */
  version: number;
  facts?: Partial<ItemFacts>;
  /** New standing of the item; absent = as it is. */
  standing?: Standing;
  /** The part acted on: the act is judged by its state instead of the item's. */
  partId?: string;
  /** New standing of parts by unit; a unit that isn't there yet gets a part. */
  parts?: PartChange[];
  /** Units whose part never began and goes. */
  removedUnitIds?: string[];
  override?: { light: Light; reason: string; byId: string } | null;
  closedOn?: Day | null;
  writtenOffOn?: Day | null;
  /** REOPEN: a round of its own begins. */
  beginsRound?: boolean;
  /** Answer of the call-back, for the present round. */
  satisfaction?: Satisfaction;
  mergedIntoId?: string;
  /** Title of the post for which it was entered (代录纸质批示). */
  onBehalfOf?: string;
  payload: Record<string, unknown>;
}

/** How a unit's part stands from now on. Absent = as it is. */
export interface PartChange {
  unitId: string;
  duty: DutyKind;
  standing: Standing;
  /** Today for a new part. */
  assignedOn?: Day;
  signedOn?: Day | null;
  closedOn?: Day | null;
  returnsUsed?: number;
  returnReason?: string | null;
  isForced?: boolean;
  signDueOn?: Day | null;
  extensionAskedTo?: Day | null;
  extensionReason?: string | null;
  suspendedOn?: Day | null;
  /** A new part that takes over the duty of this one, which is superseded. */
  succeedsPartId?: string;
}

export type ItemChange = Creation | Change;

/** Someone else was faster: the item is no longer at the version that the author saw. */
export class ItemConflict extends Error {
  override readonly name = 'ItemConflict';
  readonly conflicts: { itemId: string; number: string; version: number; expected: number }[];

  constructor(conflicts: ItemConflict['conflicts']) {
    super(`${conflicts.length} item(s) changed meanwhile`);
    this.conflicts = conflicts;
  }
}

/** The state table has no such act from here; `state` is that of the part when the act is on a part. */
export class ItemActionRefused extends Error {
  override readonly name = 'ItemActionRefused';
  readonly number: string;
  readonly state: ItemState;
  readonly action: ItemAction;

  constructor(number: string, state: ItemState, action: ItemAction) {
    super(`${number}: ${action} not from ${state}`);
    this.number = number;
    this.state = state;
    this.action = action;
  }
}
