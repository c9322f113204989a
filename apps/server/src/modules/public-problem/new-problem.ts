import type { Day, ItemState, ProblemOrigin } from '@duban/rules/vocabulary';
import type { LedgerContext } from '../../registers/ledger-context.ts';
import type { Entry } from '../../registers/ledger-entry.ts';

/** What is said of a problem that the public raised when it is entered; the rest of its row comes with its handling. */
export interface NewProblem {
  title: string;
  content: string;
  /** Code of the dictionary `public-topic`. */
  topic: string | null;
  origin: ProblemOrigin;
  /** Code of the dictionary `public-problem-channel`. */
  channel: string;
  raisedOn: Day;
  leadUnitId: string;
  countyId: string | null;
  dueOn: Day;
  peopleAffected?: number | null;
  raiserName?: string | null;
  raiserPhone?: string | null;
}

/** How a loaded problem stands already, by its own dates; nobody's act leads there. */
export interface LoadedLife {
  state: ItemState;
  assignedOn: Day;
  answer: string | null;
  answeredOn: Day | null;
  closedOn: Day | null;
}

/** The problem as its ledger tells it: a draft as yet, or with `life` as it stands. */
export function newProblemEntry(problem: NewProblem, { today, clauseOf }: LedgerContext, life?: LoadedLife): Entry<'PUBLIC_PROBLEM'> {
  const { title, content, topic, origin, channel, raisedOn, leadUnitId, countyId, dueOn } = problem;
  const main = {
    number: '',
    title,
    category: topic,
    origin,
    channel,
    raiserName: problem.raiserName ?? null,
    raiserPhone: problem.raiserPhone ?? null,
    content,
    peopleAffected: problem.peopleAffected ?? null,
    clauseNumber: clauseOf.PUBLIC_PROBLEM ?? null,
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
