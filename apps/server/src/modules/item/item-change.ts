import type { LightDates } from '@duban/rules/lights';
import type { LifeSpan } from '@duban/rules/timeline';
import type { Day, DutyKind, ItemAction, ItemKind, ItemState, Level, Light } from '@duban/rules/vocabulary';

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
  /** New standing of parts by unit; a unit that isn't there yet gets a part. */
  parts?: { unitId: string; duty: DutyKind; standing: Standing /** Absent = as it is; today for a new part. */; assignedOn?: Day }[];
  override?: { light: Light; reason: string; byId: string } | null;
  closedOn?: Day | null;
  writtenOffOn?: Day | null;
  payload: Record<string, unknown>;
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

/** The state table has no such act from here. */
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
