import type pg from 'pg';
import { clock } from '../../clock.ts';
import { type FieldProblem, forbidden, InputError } from '../../graphql/errors.ts';
import type { RecordActor } from '../audit/chained-records.ts';
import type { Viewer } from '../session/viewer.ts';
import { longestAnswer } from './need-fields.ts';
import { openNeed } from './raise-needs.ts';
import { lockVisit, type StoredVisit, writeVisits } from './stored-visit.ts';
import { mayAnswerNeed } from './visit.policy.ts';
import { appendVisitEvents } from './visit-chain.ts';
import { assertInForce, groundOf, leaderOf } from './visit-guards.ts';

export interface AnswerAct {
  visitId: string;
  /** The visit's, as seen. */
  version: number;
  needId: string;
  answer: string;
  /** By default today. */
  answeredOn?: string | null | undefined;
}

/** Writes down what became of a need that is no item. ActRefusedError where it is answered or an item already. */
export async function answerNeed(
  tx: pg.PoolClient,
  viewer: Viewer,
  actor: RecordActor,
  { visitId, version, needId, answer, answeredOn }: AnswerAct,
): Promise<void> {
  const visit = await lockVisit(tx, viewer, visitId, version);
  const leader = leaderOf(visit, await groundOf(tx, viewer));
  const charged = visit.needs.find(({ id }) => id === needId)?.unitId ?? null;
  if (!mayAnswerNeed(viewer, leader, charged)) throw forbidden();
  assertInForce(visit);
  openNeed(visit, needId);
  const today = clock.today();
  const day = answeredOn ?? today;
  const text = answer.trim();
  const problems: FieldProblem[] = [];
  const length = [...text].length;
  if (length === 0) problems.push({ field: 'answer', code: 'REQUIRED', message: '请填写答复。' });
  if (length > longestAnswer)
    problems.push({ field: 'answer', code: 'TOO_LONG', message: `答复最多 ${longestAnswer} 字，现为 ${length} 字。` });
  if (day > today) problems.push({ field: 'answeredOn', code: 'FUTURE', message: `答复日期不能晚于今天（${today}）。` });
  if (day < visit.visitedOn) problems.push({ field: 'answeredOn', code: 'BEFORE_VISIT', message: '答复日期不能早于走访日期。' });
  if (problems.length > 0) throw new InputError(problems);
  const next: StoredVisit = {
    ...visit,
    needs: visit.needs.map((need) => (need.id === needId ? { ...need, answer: text, answeredOn: day } : need)),
    version: visit.version + 1,
  };
  await writeVisits(tx, [next]);
  await appendVisitEvents(tx, actor, 'ANSWER_NEED', [next]);
}
