import { isUnlit, lightDates, neverLit } from '@duban/rules/lights';
import { progressUnreported } from '@duban/rules/progress';
import { type LifeFacts, lifeOf } from '@duban/rules/timeline';
import type { DutyKind, ItemKind, ItemState } from '@duban/rules/vocabulary';
import type { Creation, ItemFacts, NewPart, Standing } from '../modules/item/item-change.ts';
import { adapterOf } from './adapters.ts';
import type { LedgerContext } from './ledger-context.ts';
import type { Entry, SharedCells } from './ledger-entry.ts';
import type { StoredPart } from './read-entries.ts';
import type { Measure } from './register-adapter.ts';

/** The facts of an item that its ledger row gives; `complete` must have filled it. */
export function factsOf<K extends ItemKind>(kind: K, { main }: Entry<K>): ItemFacts {
  const { title, clauseNumber, category, leadUnitId, countyId, dutyPerson } = main;
  return { title, clauseNumber, category, leadUnitId, countyId, dutyPerson, ...adapterOf(kind).facts(main) };
}

/** The state in which a new row enters: the one written, else what its dates say, else 已交办. */
export function stateOnImport({ state, closedOn, writtenOffOn }: Pick<SharedCells, 'state' | 'closedOn' | 'writtenOffOn'>): ItemState {
  if (state) return state;
  if (writtenOffOn) return 'WRITTEN_OFF';
  return closedOn ? 'CLOSED' : 'ASSIGNED';
}

/** After closing, the item goes on to call-back and write-off; the units' parts are done. */
function partState(state: ItemState): ItemState {
  return state === 'CALL_BACK' || state === 'WRITTEN_OFF' ? 'CLOSED' : state;
}

/**
 * A new item with its life from the ledger's own dates (model, Time 2), and the parts of its units, whose state follows the item's.
 * CalendarYearMissing as `lifeOf`.
 */
export function creationOf<K extends ItemKind>(
  kind: K,
  entry: Entry<K>,
  context: LedgerContext,
  given: { id: string; number: string; demo: boolean; payload: Record<string, unknown> },
): Creation {
  const { closedOn, writtenOffOn, assistUnitIds } = entry.main;
  const state = stateOnImport(entry.main);
  const facts = factsOf(kind, entry);
  const { plan, points } = adapterOf(kind).measure(entry, context);
  const shared = {
    kind,
    assignedOn: facts.assignedOn,
    closedOn,
    dueOn: facts.dueOn,
    thresholds: context.thresholds[kind],
    plan,
    progressPoints: points,
    asOf: context.today,
  } satisfies Partial<LifeFacts>;
  const partLife = lifeOf(context.calendar, { ...shared, state: partState(state) });
  const part = (unitId: string, duty: DutyKind): NewPart => ({
    unitId,
    duty,
    assignedOn: facts.assignedOn,
    signedOn: null,
    closedOn,
    life: partLife,
  });
  return {
    action: 'CREATE',
    id: given.id,
    kind,
    number: given.number,
    facts,
    closedOn,
    writtenOffOn,
    demo: given.demo,
    life: lifeOf(context.calendar, { ...shared, foundOn: facts.foundOn, writtenOffOn, state }),
    parts: [part(facts.leadUnitId, 'LEAD'), ...(assistUnitIds ?? []).map((unitId) => part(unitId, 'ASSIST'))],
    payload: { ...given.payload, importAs: state },
  };
}

/** How an item or part stands from today on, by the facts now known. CalendarYearMissing as `lightDates`. */
export function standingNow(
  kind: ItemKind,
  { plan, points }: Measure,
  subject: { state: ItemState; assignedOn: string; dueOn: string },
  { calendar, thresholds, today }: LedgerContext,
): Standing {
  const known = points.at(-1);
  const progressPercent = known ? known.percent : progressUnreported(kind);
  const { state, assignedOn, dueOn } = subject;
  const lights =
    isUnlit(state) || state === 'SUSPENDED'
      ? neverLit
      : lightDates(calendar, {
          assignedOn,
          dueOn,
          progressPercent,
          thresholds: thresholds[kind],
          plan,
          reportedThrough: known?.reportedThrough ?? null,
          from: today,
        });
  return { state, progressPercent, dueOn, ...lights };
}

/** The state of a part that joins an item already under way. */
export function joiningPart(itemState: ItemState, facts: ItemFacts, unitId: string): StoredPart {
  const isAtWork = !isUnlit(itemState);
  return { unitId, duty: 'ASSIST', state: isAtWork ? 'ASSIGNED' : partState(itemState), assignedOn: facts.assignedOn, dueOn: facts.dueOn };
}
