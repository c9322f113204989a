import type { ItemKind } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { changeItems } from '../modules/item/change-items.ts';
import type { Actor, Change, Creation, PartChange } from '../modules/item/item-change.ts';
import { orderedId } from '../modules/item/ordered-id.ts';
import { adapterOf } from './adapters.ts';
import { creationOf, standingNow } from './item-life.ts';
import { lockNumbers, numberer } from './item-numbers.ts';
import type { LedgerContext } from './ledger-context.ts';
import type { Entry } from './ledger-entry.ts';
import { signDueOn } from './sign-due-on.ts';

/** An item that somebody enters, as its ledger tells it. */
export interface NewItem<K extends ItemKind> {
  /** A draft, or with `demo` as it stands by its own dates. */
  entry: Entry<K>;
  /** Year of its number. */
  year: number;
  /** What its first event keeps beside the facts. */
  payload: Record<string, unknown>;
  /** What follows at once: assigned to its units, whose clocks start today, or laid before whoever approves. Absent: it stays as it is. */
  firstAct?: 'ASSIGN' | 'SUBMIT_FOR_APPROVAL';
  /** Row of 示例数据. */
  demo?: boolean;
  /** Title of the leader for whom it is entered. */
  onBehalfOf?: string | undefined;
}

/** Numbers and opens items of one register in the caller's transaction. Answers their ids and numbers in the order given. */
export async function openItems<K extends ItemKind>(
  tx: pg.PoolClient,
  actor: Actor,
  kind: K,
  items: readonly NewItem<K>[],
  context: LedgerContext,
): Promise<{ id: string; number: string }[]> {
  await lockNumbers(tx, kind);
  const nextNumber = await numberer(kind, context, tx);
  const made = items.map((item) => {
    const { entry, year, payload, demo = false } = item;
    const creation = creationOf(kind, entry, context, { id: orderedId(), number: nextNumber(year), demo, payload });
    // Only what is loaded enters in a state of its own, and says so.
    return { item, creation: demo ? creation : { ...creation, payload } };
  });
  await changeItems(
    tx,
    actor,
    made.map(({ creation }) => creation),
  );
  await adapterOf(kind).write(
    tx,
    made.map(({ creation, item: { entry } }) => ({ itemId: creation.id, round: 1, before: null, after: entry, stored: null })),
    context,
  );
  await changeItems(
    tx,
    actor,
    made.flatMap(({ creation, item }) => (item.firstAct ? [beginning(kind, creation, item, item.firstAct, context)] : [])),
  );
  return made.map(({ creation: { id, number } }) => ({ id, number }));
}

function beginning<K extends ItemKind>(
  kind: K,
  { id, facts }: Creation,
  { entry, onBehalfOf }: NewItem<K>,
  action: NonNullable<NewItem<K>['firstAct']>,
  context: LedgerContext,
): Change {
  const { leadUnitId, dueOn } = facts;
  const assistUnitIds = entry.main.assistUnitIds ?? [];
  const isAssigned = action === 'ASSIGN';
  const assignedOn = context.today;
  const state = isAssigned ? 'ASSIGNED' : 'PENDING_APPROVAL';
  const standing = standingNow(kind, adapterOf(kind).measure(entry, context), { state, assignedOn, dueOn }, context);
  const clocks = isAssigned ? { assignedOn, signDueOn: signDueOn(assignedOn, context) } : {};
  const part = (unitId: string, duty: PartChange['duty']): PartChange => ({ unitId, duty, standing, ...clocks });
  return {
    action,
    itemId: id,
    version: 1,
    facts: { ...facts, assignedOn },
    standing,
    parts: [part(leadUnitId, 'LEAD'), ...assistUnitIds.map((unitId) => part(unitId, 'ASSIST'))],
    payload: { leadUnitId, assistUnitIds, dueOn },
    ...(onBehalfOf ? { onBehalfOf } : {}),
  };
}
