import type { ItemKind } from '@duban/rules/vocabulary';
import type { Change } from '../modules/item/item-change.ts';
import { adapterOf } from './adapters.ts';
import { factsOf, joiningPart, standingNow } from './item-life.ts';
import type { LedgerContext } from './ledger-context.ts';
import type { Entry } from './ledger-entry.ts';
import type { StoredEntry } from './read-entries.ts';

/**
 * The change that brings an existing item to what its ledger now says: facts, progress and light dates; its state stays (model 13).
 * A part whose dates were the item's goes with them. CalendarYearMissing as `lightDates`.
 */
export function changeOf<K extends ItemKind>(
  kind: K,
  existing: StoredEntry<K>,
  after: Entry<K>,
  context: LedgerContext,
  payload: Record<string, unknown>,
): Change {
  const before = factsOf(kind, existing.entry);
  const facts = factsOf(kind, after);
  const measure = adapterOf(kind).measure(after, context);
  const standingOf = (subject: { state: StoredEntry<K>['state']; assignedOn: string; dueOn: string }) =>
    standingNow(kind, measure, subject, context);
  const known = new Set(existing.parts.map(({ unitId }) => unitId));
  const joining = (after.main.assistUnitIds ?? []).filter((unitId) => !known.has(unitId));
  const parts = [
    ...existing.parts.map((part) => ({
      ...part,
      assignedOn: part.assignedOn === before.assignedOn ? facts.assignedOn : part.assignedOn,
      dueOn: part.dueOn === before.dueOn ? facts.dueOn : part.dueOn,
    })),
    ...joining.map((unitId) => joiningPart(existing.state, facts, unitId)),
  ];
  return {
    action: 'IMPORT_FACTS',
    itemId: existing.itemId,
    version: existing.version,
    facts,
    standing: standingOf({ state: existing.state, assignedOn: facts.assignedOn, dueOn: facts.dueOn }),
    parts: parts.map(({ unitId, duty, assignedOn, ...part }) => ({
      unitId,
      duty,
      assignedOn,
      standing: standingOf({ ...part, assignedOn }),
    })),
    payload,
  };
}
