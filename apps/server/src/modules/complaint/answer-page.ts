import { transitionOf } from '@duban/rules/item-states';
import {
  type Day,
  dissatisfiedGrades,
  type Finding,
  findings,
  type ItemAction,
  itemStates,
  type Satisfaction,
  satisfactions,
} from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { ownWords } from './complainant.service.ts';

/** Where a complaint stands, in words for whoever complained. */
export const complaintStages = [
  'REGISTERED',
  'TAKEN_ON',
  'INVESTIGATING',
  'ANSWERED',
  'REHANDLED',
  'CLOSED',
  'REFUSED',
  'WITHDRAWN',
] as const;
export type ComplaintStage = (typeof complaintStages)[number];

/** What the complainant may read of their own complaint: no names of staff, nothing that others wrote inside. */
export interface AnswerPage {
  code: string;
  stage: ComplaintStage;
  receivedOn: Day;
  facts: string;
  wish: string | null;
  supplements: { at: Date; text: string }[];
  acceptBy: Day | null;
  acceptedOn: Day | null;
  refusalReason: string | null;
  handledBy: string | null;
  dueOn: Day | null;
  finding: Finding | null;
  measures: string | null;
  answer: string | null;
  answeredOn: Day | null;
  grade: Satisfaction | null;
  /** What was reached, in order, with its day. */
  steps: { step: ComplaintStage; on: Day }[];
  canSupplement: boolean;
  canWithdraw: boolean;
  canRate: boolean;
  canReopen: boolean;
}

const pageRow = z.object({
  code: z.string(),
  state: z.enum(itemStates),
  receivedOn: z.string(),
  acceptBy: z.string().nullable(),
  acceptedOn: z.string().nullable(),
  refusalReason: z.string().nullable(),
  handledBy: z.string(),
  dueOn: z.string(),
  finding: z.enum(findings).nullable(),
  measures: z.string().nullable(),
  answer: z.string().nullable(),
  answeredOn: z.string().nullable(),
  grade: z.enum(satisfactions).nullable(),
  reworkCount: z.number(),
  reopened: z.boolean(),
  closedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  startedOn: z.string().nullable(),
  reopenedOn: z.string().nullable(),
  handledTogether: z.number(),
});

/**
 * The page of one complaint. A complaint merged into another is answered by that one: unit, limit, finding and answer are its.
 * Undefined when there is no such complaint, or it was made without a query code.
 */
export async function answerPageOf(complaintId: string): Promise<AnswerPage | undefined> {
  const [found] = await rows(
    pageRow,
    sql`WITH own AS (SELECT c.*, coalesce(i.merged_into_id, i.id) AS handled_in
          FROM complaint c JOIN item i ON i.id = c.item_id WHERE c.id = ${complaintId}::uuid AND c.query_code IS NOT NULL),
        told AS (SELECT e.action, min((e.at AT TIME ZONE z.time_zone)::date) AS first, max((e.at AT TIME ZONE z.time_zone)::date) AS last
          FROM own o JOIN item_event e ON e.item_id IN (o.handled_in, o.item_id) CROSS JOIN campaign z GROUP BY e.action)
        SELECT o.query_code AS code, i.state, o.received_on AS "receivedOn", o.accept_due_on AS "acceptBy",
          o.accepted_on AS "acceptedOn", o.refusal_reason AS "refusalReason", u.name AS "handledBy", i.due_on AS "dueOn", o.finding, o.measures,
          o.answer, o.answered_on AS "answeredOn", o.satisfaction AS grade, o.rework_count AS "reworkCount",
          o.reopened_by_complainant AS reopened, i.closed_on AS "closedOn",
          (SELECT last FROM told WHERE action IN ('REFUSE', 'WITHDRAW') ORDER BY last DESC LIMIT 1) AS "endedOn",
          (SELECT first FROM told WHERE action = 'START') AS "startedOn", (SELECT last FROM told WHERE action = 'REOPEN') AS "reopenedOn",
          (SELECT count(*)::int FROM complaint x JOIN item y ON y.id = x.item_id WHERE coalesce(y.merged_into_id, y.id) = o.handled_in) AS "handledTogether"
        FROM own o JOIN item i ON i.id = o.handled_in JOIN unit u ON u.id = i.lead_unit_id`,
  );
  const words = found && (await ownWords(complaintId));
  if (!found) return undefined;
  const { state, reopened, grade, handledBy, dueOn, startedOn, reopenedOn, endedOn, closedOn, handledTogether, ...shown } = found;
  const isHandled = shown.acceptedOn !== null && state !== 'DRAFT';
  const can = (action: ItemAction) => transitionOf(state, action)?.who.includes('COMPLAINANT') ?? false;
  return {
    ...shown,
    grade,
    stage: stageOf(found),
    facts: words?.facts ?? '',
    wish: words?.wish ?? null,
    supplements: words?.supplements ?? [],
    handledBy: isHandled ? handledBy : null,
    dueOn: isHandled ? dueOn : null,
    steps: stepsOf(found),
    canSupplement: words !== null && can('SUPPLEMENT'),
    canWithdraw: can('WITHDRAW') && handledTogether === 1,
    canRate: can('RATE'),
    canReopen: can('REOPEN') && !reopened && grade !== null && dissatisfiedGrades.has(grade),
  };
}

type Found = z.infer<typeof pageRow>;

function stageOf({ state, acceptedOn, answeredOn, reworkCount, startedOn }: Found): ComplaintStage {
  if (state === 'REFUSED' || state === 'WITHDRAWN') return state;
  if (state === 'CLOSED' || state === 'CALL_BACK' || state === 'WRITTEN_OFF') return 'CLOSED';
  if (state === 'DRAFT' || !acceptedOn) return 'REGISTERED';
  if (answeredOn) return 'ANSWERED';
  if (reworkCount > 0) return 'REHANDLED';
  return startedOn ? 'INVESTIGATING' : 'TAKEN_ON';
}

function stepsOf(found: Found): AnswerPage['steps'] {
  const { receivedOn, acceptedOn, startedOn, answeredOn, closedOn, reopenedOn, endedOn, state } = found;
  const reached: [ComplaintStage, Day | null][] = [
    ['REGISTERED', receivedOn],
    ['TAKEN_ON', acceptedOn],
    ['INVESTIGATING', startedOn],
    ['REHANDLED', reopenedOn],
    ['ANSWERED', answeredOn],
    ['CLOSED', closedOn],
    ['REFUSED', state === 'REFUSED' ? endedOn : null],
    ['WITHDRAWN', state === 'WITHDRAWN' ? endedOn : null],
  ];
  const steps = reached.flatMap(([step, on]) => (on ? [{ step, on }] : []));
  return steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
