import type { Finding, HandlingMode, ItemAction, ItemState, Light, Satisfaction } from '@duban/rules/vocabulary';

/** What a person does to an item or to one part of it, as it came in. */
export interface Act {
  action: ItemAction;
  itemId: string;
  /** The part acted on; null for acts on the whole matter. */
  partId: string | null;
  /** The version its author saw. */
  version: number;
  /** States it may start from; absent = as the state table says. */
  from?: readonly ItemState[];
  fields: ActFields;
}

/** What acts bring with them. Texts as typed; days `YYYY-MM-DD`. */
export interface ActFields {
  reason?: string | null;
  dueOn?: string | null;
  leadUnitId?: string | null;
  assistUnitIds?: readonly string[] | null;
  /** The unit that takes over a returned duty. */
  unitId?: string | null;
  text?: string | null;
  evidence?: string | null;
  attachmentIds?: readonly string[] | null;
  acceptance?: string | null;
  satisfaction?: Satisfaction | null;
  targetId?: string | null;
  /** Null lifts an override. */
  light?: Light | null;
  title?: string | null;
  dutyPerson?: string | null;
  /** Code of the complaint's class, or of the topic of a problem of the public. */
  category?: string | null;
  mode?: HandlingMode | null;
  /** What the handling unit must answer, without a trace of who complained. */
  facts?: string | null;
  complainedUnitId?: string | null;
  finding?: Finding | null;
  measures?: string | null;
  sanction?: string | null;
  /** The answer to whoever complained. */
  answer?: string | null;
}

/** Mutation of each act, what it takes beside item, part, version and request id, and what it does. */
export interface ActDefinition {
  mutation: string;
  action: ItemAction;
  subject: 'ITEM' | 'PART';
  /** States it starts from, where the same act has another name elsewhere. */
  from?: readonly ItemState[];
  fields: readonly (keyof ActFields)[];
  description: string;
}
