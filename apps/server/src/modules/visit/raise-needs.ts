import type pg from 'pg';
import { ActRefusedError, type FieldProblem, forbidden, InputError, NotFoundError } from '../../graphql/errors.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import { type NewItem, openItems } from '../../registers/open-items.ts';
import { dueDay } from '../../registers/public-problem.ts';
import type { RecordActor } from '../audit/chained-records.ts';
import { dayProblem } from '../item/acts/check-fields.ts';
import { newProblemEntry } from '../public-problem/new-problem.ts';
import type { Viewer } from '../session/viewer.ts';
import type { RaiseWish } from './need-fields.ts';
import { lockVisit, type StoredNeed, type StoredVisit, writeVisits } from './stored-visit.ts';
import { assignsAtOnce, type Leader, mayRaiseNeed } from './visit.policy.ts';
import { appendVisitEvents } from './visit-chain.ts';
import { assertInForce, groundOf, leaderOf } from './visit-guards.ts';

const longestTitle = 200;

/**
 * Makes needs of a visit supervised items, in the caller's transaction: problems that the public raised (policy 2(4)3), led by the unit
 * charged, due on the need's day, else by the limit in force. Answers the visit with what its needs became; its rows are the caller's to write.
 */
export async function raiseNeeds(
  tx: pg.PoolClient,
  viewer: Viewer,
  { visit, leader }: { visit: StoredVisit; leader: Leader },
  wishes: readonly RaiseWish[],
  requestId: string,
): Promise<StoredVisit> {
  if (wishes.length === 0) return visit;
  if (!mayRaiseNeed(viewer, leader)) throw forbidden();
  const context = await loadLedgerContext(tx);
  const needOf = (id: string) => visit.needs.find((need) => need.id === id)!;
  const problems = wishes.map(({ needId, topic }) => {
    const need = needOf(needId);
    const dueOn = need.dueOn ?? dueDay(context, context.today);
    if (dueOn === null) throw new InputError([{ field: fieldOf(visit, needId, 'dueOn'), code: 'REQUIRED', message: '请填写办结时限。' }]);
    return {
      title: titleOf(need),
      content: need.text,
      topic,
      ...raisedOnVisit(visit),
      leadUnitId: need.unitId!,
      countyId: visit.countyId ?? context.countyOf.get(need.unitId!) ?? null,
      dueOn,
    };
  });
  const year = Number(context.today.slice(0, 4));
  const items = await openItems(
    tx,
    { userId: viewer.userId, title: viewer.postTitle, requestId },
    'PUBLIC_PROBLEM',
    problems.map((problem): NewItem<'PUBLIC_PROBLEM'> => {
      const payload = { visit: visit.number, content: problem.content };
      const firstAct = assignsAtOnce(viewer, problem.leadUnitId) ? 'ASSIGN' : 'SUBMIT_FOR_APPROVAL';
      return { entry: newProblemEntry(problem, context), year, payload, firstAct };
    }),
    context,
  );
  const itemOf = new Map(wishes.map(({ needId }, at) => [needId, { itemId: items[at]!.id, dueOn: problems[at]!.dueOn }]));
  return { ...visit, needs: visit.needs.map((need) => ({ ...need, ...itemOf.get(need.id) })) };
}

export interface RaiseAct {
  visitId: string;
  /** The visit's, as seen. */
  version: number;
  needId: string;
  topic: string;
  dueOn?: string | null | undefined;
  /** By default the unit charged already. */
  unitId?: string | null | undefined;
}

/** Makes one need of an entered visit a supervised item. ActRefusedError where it is answered or an item already. */
export async function raiseNeed(
  tx: pg.PoolClient,
  viewer: Viewer,
  actor: RecordActor,
  { visitId, version, needId, topic, dueOn, unitId }: RaiseAct,
  requestId: string,
): Promise<void> {
  const visit = await lockVisit(tx, viewer, visitId, version);
  const ground = await groundOf(tx, viewer);
  const leader = leaderOf(visit, ground);
  if (!mayRaiseNeed(viewer, leader)) throw forbidden();
  assertInForce(visit);
  const present = openNeed(visit, needId);
  const need: StoredNeed = { ...present, unitId: unitId || present.unitId, dueOn: dueOn ?? present.dueOn };
  const problems: FieldProblem[] = [];
  if (!ground.topics.has(topic)) problems.push({ field: 'topic', code: 'REQUIRED', message: '请选择问题类别。' });
  if (need.unitId === null) problems.push({ field: 'unitId', code: 'REQUIRED', message: '请选择承办单位。' });
  else if (!ground.units.has(need.unitId)) problems.push({ field: 'unitId', code: 'UNKNOWN', message: '没有这个单位，请重新选择。' });
  const late = need.dueOn === null ? null : dayProblem(need.dueOn);
  if (late) problems.push({ field: 'dueOn', code: late[0], message: late[1] });
  if (problems.length > 0) throw new InputError(problems);
  const charged: StoredVisit = { ...visit, needs: visit.needs.map((one) => (one.id === needId ? need : one)) };
  const raised = await raiseNeeds(tx, viewer, { visit: charged, leader }, [{ needId, topic }], requestId);
  const next: StoredVisit = { ...raised, version: visit.version + 1 };
  await writeVisits(tx, [next]);
  await appendVisitEvents(tx, actor, 'RAISE_NEED', [next]);
}

/** A need for which something can still be done. */
export function openNeed({ needs }: StoredVisit, needId: string): StoredNeed {
  const need = needs.find(({ id }) => id === needId);
  if (!need) throw new NotFoundError('这条需求已不在记录中，请刷新后再办理。');
  if (need.itemId !== null) throw new ActRefusedError('RAISED', '这条需求已转为督办事项，请在该事项中办理。');
  if (need.answeredOn !== null) throw new ActRefusedError('ANSWERED', '这条需求已经答复。');
  return need;
}

/** What is the same of every problem that was heard on a visit. */
export function raisedOnVisit({ visitedOn }: StoredVisit) {
  return { origin: 'ASKED_FOR', channel: 'visit', raisedOn: visitedOn } as const;
}

function titleOf({ text }: StoredNeed): string {
  return [...text.replace(/\s+/g, ' ')].slice(0, longestTitle).join('');
}

function fieldOf({ needs }: StoredVisit, needId: string, field: string): string {
  return `needs.${needs.findIndex(({ id }) => id === needId)}.${field}`;
}
