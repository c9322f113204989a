import type { ItemState } from '@duban/rules/vocabulary';
import type pg from 'pg';
import type { LedgerContext } from '../../registers/ledger-context.ts';
import type { Entry } from '../../registers/ledger-entry.ts';
import { type NewItem, openItems } from '../../registers/open-items.ts';
import type { Actor } from '../item/item-change.ts';
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
  const year = Number(context.today.slice(0, 4));
  const items = tasks.map((task): NewItem<typeof kind> => {
    const shared = { entry: entryOf(task, context), year, payload: payloadOf(task, onBehalfOf), onBehalfOf };
    return task.state === 'ASSIGNED' ? { ...shared, firstAct: 'ASSIGN' } : shared;
  });
  return openItems(tx, actor, kind, items, context);
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
