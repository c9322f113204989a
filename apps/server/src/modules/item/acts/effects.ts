import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from '@duban/rules/calendar';
import { type ItemPhase, phaseOf } from '@duban/rules/item-states';
import { type Day, type ItemAction, type ItemState, openEnded } from '@duban/rules/vocabulary';
import type { Change, ItemFacts, PartChange } from '../item-change.ts';
import type { LockedItem, LockedPart } from '../locked-item.ts';
import type { ActFields } from './act.ts';

/** A part as an act leaves it; its light follows. */
export type PartPlan = Omit<PartChange, 'standing'> & { state: ItemState; dueOn: Day };

/** What an act does to an item and its parts, before the lights are judged anew. */
export interface Effect
  extends Pick<Change, 'closedOn' | 'writtenOffOn' | 'beginsRound' | 'satisfaction' | 'mergedIntoId' | 'override' | 'removedUnitIds'> {
  /** Absent = the parts say what the item is. */
  phase?: ItemPhase;
  facts?: Partial<ItemFacts>;
  parts?: PartPlan[];
}

export interface Situation {
  item: LockedItem;
  /** Parts in force, the lead first. */
  parts: readonly LockedPart[];
  part: LockedPart | null;
  fields: ActFields;
  /** Null for whoever complained. */
  actorId: string | null;
  today: Day;
  calendar: WorkingCalendar;
  /** Last day for signing in what is assigned today; null where the pack has no such limit. */
  signDueOn: Day | null;
}

type Effects = Partial<Record<ItemAction, (situation: Situation) => Effect>>;

/** What each act does. Acts that are only recorded have no entry. */
const effects: Effects = {
  SUBMIT_FOR_APPROVAL: (s) => ({ phase: 'PENDING_APPROVAL', ...unbornParts(s, 'PENDING_APPROVAL') }),
  APPROVE: (s) => begin(s, {}),
  TAKE_ON: (s) => {
    const { category, title } = s.fields;
    const begun = begin(s, unbornParts(s, 'ASSIGNED'));
    return { ...begun, facts: { ...begun.facts, category: category!, ...(title ? { title } : {}) } };
  },
  REFUSE: (s) => ({ phase: 'REFUSED', ...endedParts(s, 'REFUSED') }),
  WITHDRAW: (s) => ({ phase: 'WITHDRAWN', ...endedParts(s, 'WITHDRAWN') }),
  ASSIGN: (s) => (s.part ? succeed(s, false) : begin(s, unbornParts(s, 'ASSIGNED'))),
  FORCE_ASSIGN: (s) => succeed(s, true),
  SIGN: (s) => onPart(s, { state: 'SIGNED', signedOn: s.today }),
  START: (s) => onPart(s, { state: 'IN_PROGRESS' }),
  // An override ends at the next report (model 10): that of the lead unit, as with monthly reports.
  REPORT: (s) => ({ ...onPart(s, { state: 'REPORTED' }), ...(s.part!.duty === 'LEAD' ? { override: null } : {}) }),
  RETURN_FOR_REWORK: (s) => {
    if (!s.part) return { phase: 'DRAFT', parts: s.parts.map((part) => planOf(part, { state: 'DRAFT' })) };
    if (s.part.state === 'REPORTED') return onPart(s, { state: 'IN_PROGRESS' });
    return withDueOn(s, { state: 'REWORK' });
  },
  TAKE_INTO_REVIEW: (s) => onPart(s, { state: 'UNDER_REVIEW' }),
  ACCEPT: (s) => {
    const closes = s.parts.every(({ id, state }) => id === s.part!.id || state === 'CLOSED');
    return {
      ...onPart(s, { state: 'CLOSED', closedOn: s.today, extensionAskedTo: null, extensionReason: null }),
      ...(closes ? { closedOn: s.today } : {}),
    };
  },
  CALL_BACK: () => ({ phase: 'CALL_BACK' }),
  WRITE_OFF: ({ fields, today }) => ({
    phase: 'WRITTEN_OFF',
    writtenOffOn: today,
    ...(fields.satisfaction ? { satisfaction: fields.satisfaction } : {}),
  }),
  RATE: ({ fields }) => (fields.satisfaction ? { satisfaction: fields.satisfaction } : {}),
  REOPEN: (s) => ({
    ...begin(s, {}),
    beginsRound: true,
    closedOn: null,
    writtenOffOn: null,
  }),
  RETURN_AS_NOT_OURS: (s) =>
    onPart(s, { state: 'RETURNED', returnsUsed: s.part!.returns_used + 1, returnReason: s.fields.reason ?? null, extensionAskedTo: null }),
  REQUEST_EXTENSION: (s) => onPart(s, { extensionAskedTo: s.fields.dueOn!, extensionReason: s.fields.reason ?? null }),
  GRANT_EXTENSION: (s) => withDueOn(s, { extensionAskedTo: null, extensionReason: null }),
  REFUSE_EXTENSION: (s) => onPart(s, { extensionAskedTo: null, extensionReason: null }),
  SUSPEND: (s) => onPart(s, { state: 'SUSPENDED', suspendedOn: s.today }),
  RESUME: (s) => {
    const { calendar, today, part } = s;
    const stoodStill = part!.suspended_on ? workingDaysBetween(calendar, part!.suspended_on, today) : 0;
    const dueOn = part!.due_on === openEnded ? openEnded : addWorkingDays(calendar, part!.due_on, stoodStill);
    return withDueOn(s, { state: 'IN_PROGRESS', suspendedOn: null }, dueOn);
  },
  MERGE: (s) => ({ phase: 'MERGED', mergedIntoId: s.fields.targetId!, ...endedParts(s, 'MERGED') }),
  CORRECT: ({ item, parts, fields: { title, dueOn, dutyPerson, category } }) => ({
    facts: {
      ...(title ? { title } : {}),
      ...(dueOn ? { dueOn } : {}),
      ...(dutyPerson ? { dutyPerson } : {}),
      ...(category ? { category } : {}),
    },
    parts: dueOn ? parts.filter((part) => part.due_on === item.due_on).map((part) => planOf(part, { dueOn })) : [],
  }),
  OVERRIDE_LIGHT: ({ fields: { light, reason }, actorId }) => ({ override: light ? { light, reason: reason!, byId: actorId! } : null }),
};

export function effectOf(action: ItemAction, situation: Situation): Effect {
  return effects[action]?.(situation) ?? {};
}

/** The phase after an act: what the effect says, else what the item was in. */
export function phaseAfter(effect: Effect, before: ItemState): ItemPhase {
  return effect.phase ?? phaseOf(before);
}

function planOf(part: LockedPart, changed: Partial<PartPlan>): PartPlan {
  return { unitId: part.unit_id, duty: part.duty, state: part.state, dueOn: part.due_on, ...changed };
}

function onPart({ part }: Situation, changed: Partial<PartPlan>): Effect {
  return { parts: [planOf(part!, changed)] };
}

/** Nothing is owed any more, by no unit. */
function endedParts({ parts }: Situation, state: ItemState): Pick<Effect, 'parts'> {
  return { parts: parts.map((part) => planOf(part, { state })) };
}

/** A part with a new last day; that of the lead part is the item's. */
function withDueOn(s: Situation, changed: Partial<PartPlan>, dueOn = s.fields.dueOn!): Effect {
  return { ...onPart(s, { ...changed, dueOn }), ...(s.part!.duty === 'LEAD' ? { facts: { dueOn } } : {}) };
}

/** The units of a matter that has not begun: those named, or those it had. */
function unbornParts(s: Situation, state: ItemState): Pick<Effect, 'facts' | 'parts' | 'removedUnitIds'> {
  const { fields, item, parts } = s;
  const leadUnitId = fields.leadUnitId ?? item.lead_unit_id;
  const assistUnitIds = (fields.assistUnitIds ?? parts.filter(({ duty }) => duty === 'ASSIST').map(({ unit_id }) => unit_id)).filter(
    (unitId) => unitId !== leadUnitId,
  );
  const dueOn = fields.dueOn ?? item.due_on;
  const wanted = [leadUnitId, ...assistUnitIds];
  return {
    facts: { leadUnitId, dueOn },
    parts: wanted.map((unitId) => ({ unitId, duty: unitId === leadUnitId ? 'LEAD' : 'ASSIST', state, dueOn })),
    removedUnitIds: parts.flatMap(({ unit_id }) => (wanted.includes(unit_id) ? [] : [unit_id])),
  };
}

/** 交办: every part's clock starts today. */
function begin(s: Situation, planned: Pick<Effect, 'facts' | 'parts' | 'removedUnitIds'>): Effect {
  const { parts, fields, today, signDueOn } = s;
  const dueOn = fields.dueOn!;
  const units = planned.parts ?? parts.map((part) => planOf(part, {}));
  return {
    ...planned,
    phase: 'UNDER_WAY',
    facts: { ...planned.facts, assignedOn: today, dueOn },
    parts: units.map(({ unitId, duty }) => ({
      unitId,
      duty,
      state: 'ASSIGNED',
      dueOn,
      assignedOn: today,
      signedOn: null,
      closedOn: null,
      signDueOn,
      returnsUsed: 0,
      returnReason: null,
      extensionAskedTo: null,
      extensionReason: null,
      suspendedOn: null,
    })),
  };
}

/** A returned duty goes to a successor part, whose clock starts today. */
function succeed(s: Situation, isForced: boolean): Effect {
  const { part, fields, today, signDueOn } = s;
  const { unitId, dueOn } = fields;
  return {
    facts: part!.duty === 'LEAD' ? { leadUnitId: unitId!, dueOn: dueOn! } : {},
    parts: [
      {
        unitId: unitId!,
        duty: part!.duty,
        state: 'ASSIGNED',
        dueOn: dueOn!,
        assignedOn: today,
        signDueOn,
        isForced,
        returnsUsed: part!.returns_used,
        succeedsPartId: part!.id,
      },
    ],
  };
}
