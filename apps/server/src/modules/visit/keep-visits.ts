import type pg from 'pg';
import { clock } from '../../clock.ts';
import { ActRefusedError, forbidden, InputError } from '../../graphql/errors.ts';
import { recordNumberer } from '../../registers/record-numbers.ts';
import type { RecordActor } from '../audit/chained-records.ts';
import { reasonProblems } from '../audit/reason-problems.ts';
import { orderedId } from '../item/ordered-id.ts';
import type { Viewer } from '../session/viewer.ts';
import { raiseNeeds } from './raise-needs.ts';
import { lockVisit, type StoredVisit, writeVisits } from './stored-visit.ts';
import { mayEnterFor } from './visit.policy.ts';
import { appendVisitEvents } from './visit-chain.ts';
import { checkVisit, type VisitFields, type VisitInput } from './visit-fields.ts';
import type { VisitGround } from './visit-ground.ts';
import { assertInForce, groundOf, leaderOf } from './visit-guards.ts';
import { keepPhotos, takePhotos } from './visit-photos.ts';

const numbers = { table: 'visit', prefix: '访' };

/** A visit that has passed the check, and when it became known. */
export interface SoundVisit {
  fields: VisitFields;
  /** Business day of its entry; by default today. */
  knownOn?: string;
  demo?: boolean;
}

/** Enters sound visits in the order given, without their photos: the records as they now stand, their first event still to be appended. */
export async function addVisits(tx: pg.PoolClient, actor: RecordActor, visits: readonly SoundVisit[]): Promise<StoredVisit[]> {
  const today = clock.today();
  const nextNumber = await recordNumberer(tx, numbers);
  const made = visits.map(
    ({ fields, knownOn = today, demo = false }): StoredVisit => ({
      ...fields,
      id: orderedId(),
      number: nextNumber(Number(fields.visitedOn.slice(0, 4))),
      enteredById: actor.userId,
      enteredBy: actor.title,
      knownOn,
      withdrawnOn: null,
      withdrawnReason: null,
      demo,
      version: 1,
      photos: [],
    }),
  );
  await writeVisits(tx, made);
  return made;
}

/** Enters a visit with its photos, and makes those of its needs that are ticked supervised items, all in one step. Answers its id. */
export async function createVisit(
  tx: pg.PoolClient,
  viewer: Viewer,
  actor: RecordActor,
  input: VisitInput,
  requestId: string,
): Promise<string> {
  const ground = await groundOf(tx, viewer);
  const { fields, raise, problems } = checkVisit(input, ground);
  if (problems.length > 0) throw new InputError(problems);
  const [visit] = await addVisits(tx, actor, [{ fields }]);
  const photos = await takePhotos(tx, viewer, visit!.id, input.photoIds ?? []);
  const raised = await raiseNeeds(
    tx,
    viewer,
    { visit: { ...visit!, photos }, leader: ground.leaders.get(fields.postId)! },
    raise,
    requestId,
  );
  if (raise.length > 0) await writeVisits(tx, [raised]);
  await appendVisitEvents(tx, actor, 'CREATE', [raised]);
  return visit!.id;
}

export interface VisitAct {
  id: string;
  version: number;
  reason: string;
}

/** Puts right what was entered wrongly. ActRefusedError on a withdrawn visit, or where nothing would change. */
export async function correctVisit(
  tx: pg.PoolClient,
  viewer: Viewer,
  actor: RecordActor,
  { id, version, reason }: VisitAct,
  input: VisitInput,
): Promise<void> {
  const present = await lockVisit(tx, viewer, id, version);
  const ground = await groundOf(tx, viewer);
  assertMayKeep(viewer, present, ground);
  assertInForce(present);
  const { fields, raise, problems } = checkVisit(input, ground, present);
  if (raise.length > 0) problems.push({ field: 'needs', code: 'RAISE_APART', message: '更正时不能转为督办事项，请保存后在需求旁办理。' });
  problems.push(...reasonProblems(reason));
  if (problems.length > 0) throw new InputError(problems);
  const photos = await keepPhotos(tx, viewer, present, input.photoIds);
  const next: StoredVisit = { ...present, ...fields, photos, version: present.version + 1 };
  if (isSame(present, next)) throw new ActRefusedError('NOTHING_CHANGED', '没有改动任何内容，无需更正。');
  await writeVisits(tx, [next]);
  await appendVisitEvents(tx, actor, 'CORRECT', [next], reason.trim());
}

/** Withdraws a visit: it stays, marked, and no figure counts it any more. Items that its needs became go on. */
export async function withdrawVisit(
  tx: pg.PoolClient,
  viewer: Viewer,
  actor: RecordActor,
  { id, version, reason }: VisitAct,
): Promise<void> {
  const present = await lockVisit(tx, viewer, id, version);
  assertMayKeep(viewer, present, await groundOf(tx, viewer));
  assertInForce(present);
  const problems = reasonProblems(reason);
  if (problems.length > 0) throw new InputError(problems);
  const next: StoredVisit = { ...present, withdrawnOn: clock.today(), withdrawnReason: reason.trim(), version: present.version + 1 };
  await writeVisits(tx, [next]);
  await appendVisitEvents(tx, actor, 'WITHDRAW', [next], reason.trim());
}

function assertMayKeep(viewer: Viewer, visit: StoredVisit, ground: VisitGround): void {
  if (!mayEnterFor(viewer, leaderOf(visit, ground))) throw forbidden();
}

function isSame(before: StoredVisit, after: StoredVisit): boolean {
  const plain = ({ version: _version, ...record }: StoredVisit) => JSON.stringify(record);
  return plain(before) === plain(after);
}
