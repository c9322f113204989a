import type { ItemState } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { adapterOf } from '../../registers/adapters.ts';
import { creationOf, standingNow } from '../../registers/item-life.ts';
import { lockNumbers, numberer } from '../../registers/item-numbers.ts';
import type { LedgerContext } from '../../registers/ledger-context.ts';
import type { Entry } from '../../registers/ledger-entry.ts';
import type { EntryWrite } from '../../registers/register-adapter.ts';
import { signDueOn } from '../../registers/sign-due-on.ts';
import { changeItems } from '../item/change-items.ts';
import type { Actor, Change, Creation, PartChange } from '../item/item-change.ts';
import { orderedId } from '../item/ordered-id.ts';
import type { TaskFields } from './task-fields.ts';

const kind = 'SUPERVISION_TASK';

export interface NewTask extends TaskFields {
  state: Extract<ItemState, 'DRAFT' | 'ASSIGNED'>;
}

/**
 * Opens supervision tasks in the caller's transaction: each is drafted, and those that are to be assigned are assigned to their units at once,
 * whose clocks, that of signing in among them, start today. `onBehalfOf`: title of the leader for whom they are entered.
 * Answers their ids and numbers in the order given.
 */
export async function addTasks(
  tx: pg.PoolClient,
  actor: Actor,
  tasks: readonly NewTask[],
  context: LedgerContext,
  onBehalfOf?: string,
): Promise<{ id: string; number: string }[]> {
  await lockNumbers(tx, kind);
  const nextNumber = await numberer(kind, context, tx);
  const year = Number(context.today.slice(0, 4));
  const made = tasks.map((task) => {
    const entry = entryOf(task, context);
    const given = { id: orderedId(), number: nextNumber(year), demo: false, payload: {} };
    return { task, entry, creation: creationOf(kind, entry, context, given) };
  });
  await changeItems(
    tx,
    actor,
    made.map(({ creation, task }): Creation => ({ ...creation, payload: payloadOf(task, onBehalfOf) })),
  );
  await adapterOf(kind).write(
    tx,
    made.map(
      ({ creation, entry }): EntryWrite<typeof kind> => ({ itemId: creation.id, round: 1, before: null, after: entry, stored: null }),
    ),
    context,
  );
  const assigned = made.filter(({ task }) => task.state === 'ASSIGNED');
  await changeItems(
    tx,
    actor,
    assigned.map(({ creation, task }) => assignment(creation, task, context, onBehalfOf)),
  );
  return made.map(({ creation: { id, number } }) => ({ id, number }));
}

/** The task as its ledger tells it, a draft as yet. */
function entryOf(task: TaskFields, { today, clauseOf, countyOf }: LedgerContext): Entry<typeof kind> {
  const { title, source, basis, instructedBy, instruction, instructedOn, standard, leadUnitId, assistUnitIds, dueOn } = task;
  const main = {
    number: '',
    title,
    category: source,
    source: basis,
    instructedBy,
    instruction,
    instructedOn,
    standard,
    clauseNumber: clauseOf[kind] ?? null,
    leadUnitId,
    assistUnitIds: assistUnitIds.length > 0 ? assistUnitIds : null,
    countyId: countyOf.get(leadUnitId) ?? null,
    dutyLeader: null,
    dutyPerson: null,
    assignedOn: today,
    dueOn,
    state: 'DRAFT' as const,
    answer: null,
    answeredOn: null,
    closedOn: null,
    writtenOffOn: null,
    version: null,
  };
  return { main, children: {} };
}

/** What the first event keeps of the register's own columns. */
function payloadOf({ instruction, instructedBy, instructedOn, standard, assistUnitIds }: TaskFields, onBehalfOf?: string) {
  return { instruction, instructedBy, instructedOn, standard, assistUnitIds, ...(onBehalfOf ? { onBehalfOf } : {}) };
}

function assignment({ id, facts }: Creation, task: NewTask, context: LedgerContext, onBehalfOf?: string): Change {
  const { leadUnitId, assistUnitIds, dueOn } = task;
  const assignedOn = context.today;
  const measure = { plan: [], points: [] };
  const standing = standingNow(kind, measure, { state: 'ASSIGNED', assignedOn, dueOn }, context);
  const part = (unitId: string, duty: PartChange['duty']): PartChange => ({
    unitId,
    duty,
    standing,
    assignedOn,
    signDueOn: signDueOn(assignedOn, context),
  });
  return {
    action: 'ASSIGN',
    itemId: id,
    version: 1,
    facts: { ...facts, assignedOn, dueOn },
    standing,
    parts: [part(leadUnitId, 'LEAD'), ...assistUnitIds.map((unitId) => part(unitId, 'ASSIST'))],
    payload: { leadUnitId, assistUnitIds, dueOn },
    ...(onBehalfOf ? { onBehalfOf } : {}),
  };
}
