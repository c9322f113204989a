import type { Day, ItemState } from '@duban/rules/vocabulary';
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

const kind = 'PUBLIC_PROBLEM';

/** A need that becomes a problem of the register. */
export interface NewProblem {
  title: string;
  content: string;
  /** Code of the dictionary `public-topic`. */
  topic: string;
  raisedOn: Day;
  leadUnitId: string;
  countyId: string | null;
  dueOn: Day;
  state: Extract<ItemState, 'ASSIGNED' | 'PENDING_APPROVAL'>;
  /** Number of the visit. */
  visit: string;
}

/** How a loaded problem stands already, by its own dates; nobody's act leads there. */
export interface LoadedLife {
  state: ItemState;
  assignedOn: Day;
  answer: string | null;
  answeredOn: Day | null;
  closedOn: Day | null;
}

/**
 * Opens problems that the public raised in the caller's transaction: each is drafted, then assigned, whose clocks start today, or laid before
 * the supervision office. Answers ids and numbers in the order given.
 */
export async function addProblems(
  tx: pg.PoolClient,
  actor: Actor,
  problems: readonly NewProblem[],
  context: LedgerContext,
): Promise<{ id: string; number: string }[]> {
  const made = await draft(tx, actor, problems, context, () => null);
  await changeItems(
    tx,
    actor,
    made.map(({ creation, problem }) => begin(creation, problem, context)),
  );
  return made.map(({ creation: { id, number } }) => ({ id, number }));
}

/** Loads problems with the life that their own dates tell, as an import does; only for the demo. */
export async function loadProblems(
  tx: pg.PoolClient,
  actor: Actor,
  problems: readonly (NewProblem & { life: LoadedLife })[],
  context: LedgerContext,
): Promise<string[]> {
  const lives = new Map(problems.map((problem) => [problem as NewProblem, problem.life]));
  const made = await draft(tx, actor, problems, context, (problem) => lives.get(problem) ?? null);
  return made.map(({ creation }) => creation.id);
}

async function draft(
  tx: pg.PoolClient,
  actor: Actor,
  problems: readonly NewProblem[],
  context: LedgerContext,
  lifeOf: (problem: NewProblem) => LoadedLife | null,
) {
  await lockNumbers(tx, kind);
  const nextNumber = await numberer(kind, context, tx);
  const made = problems.map((problem) => {
    const life = lifeOf(problem);
    const entry = entryOf(problem, life, context);
    const number = nextNumber(Number((life?.assignedOn ?? context.today).slice(0, 4)));
    const payload = { visit: problem.visit, content: problem.content };
    const creation = creationOf(kind, entry, context, { id: orderedId(), number, demo: life !== null, payload });
    return { problem, entry, creation: life ? creation : { ...creation, payload } };
  });
  await changeItems(
    tx,
    actor,
    made.map(({ creation }) => creation),
  );
  const writes = made.map(
    ({ creation, entry }): EntryWrite<typeof kind> => ({ itemId: creation.id, round: 1, before: null, after: entry, stored: null }),
  );
  await adapterOf(kind).write(tx, writes, context);
  return made;
}

/** The problem as its ledger tells it: a draft as yet, or as it stands. */
function entryOf(problem: NewProblem, life: LoadedLife | null, { today, clauseOf }: LedgerContext): Entry<typeof kind> {
  const { title, content, topic, raisedOn, leadUnitId, countyId, dueOn } = problem;
  const main = {
    number: '',
    title,
    category: topic,
    origin: 'ASKED_FOR' as const,
    channel: 'visit',
    raiserName: null,
    raiserPhone: null,
    content,
    peopleAffected: null,
    clauseNumber: clauseOf[kind] ?? null,
    countyId,
    raisedOn,
    leadUnitId,
    assistUnitIds: null,
    dutyLeader: null,
    dutyPerson: null,
    measure: null,
    assignedOn: life?.assignedOn ?? today,
    dueOn,
    state: life?.state ?? ('DRAFT' as const),
    answer: life?.answer ?? null,
    answeredOn: life?.answeredOn ?? null,
    satisfaction: null,
    externalNumber: null,
    closedOn: life?.closedOn ?? null,
    writtenOffOn: null,
    version: null,
  };
  return { main, children: {} };
}

function begin({ id, facts }: Creation, { leadUnitId, dueOn, state }: NewProblem, context: LedgerContext): Change {
  const assignedOn = context.today;
  const standing = standingNow(kind, { plan: [], points: [] }, { state, assignedOn, dueOn }, context);
  const lead: PartChange = { unitId: leadUnitId, duty: 'LEAD', standing };
  const isAssigned = state === 'ASSIGNED';
  return {
    action: isAssigned ? 'ASSIGN' : 'SUBMIT_FOR_APPROVAL',
    itemId: id,
    version: 1,
    facts: { ...facts, assignedOn, dueOn },
    standing,
    parts: [isAssigned ? { ...lead, assignedOn, signDueOn: signDueOn(assignedOn, context) } : lead],
    payload: { leadUnitId, assistUnitIds: [], dueOn },
  };
}
