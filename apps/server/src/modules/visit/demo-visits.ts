import { addDays } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { Dice } from '../../../../../prisma/seed/demo/dice.ts';
import { type DemoLeader, type DemoNeed, type DemoVisit, demoPoint, demoVisits } from '../../../../../prisma/seed/demo/visits.ts';
import { clock } from '../../clock.ts';
import { insertRows, rows, sql, transaction } from '../../database.ts';
import { InputError } from '../../graphql/errors.ts';
import { type LedgerContext, loadLedgerContext } from '../../registers/ledger-context.ts';
import { openItems } from '../../registers/open-items.ts';
import { dueDay } from '../../registers/public-problem.ts';
import type { RecordActor } from '../audit/chained-records.ts';
import { orderedId } from '../item/ordered-id.ts';
import { type LoadedLife, newProblemEntry } from '../public-problem/new-problem.ts';
import { addVisits } from './keep-visits.ts';
import { raisedOnVisit } from './raise-needs.ts';
import { type StoredVisit, writeVisits } from './stored-visit.ts';
import { appendVisitEvents } from './visit-chain.ts';
import { checkVisit } from './visit-fields.ts';
import { type ContactPoint, loadVisitGround } from './visit-ground.ts';

/** Contact points are in force from the month after the policy. */
const since = '2014-06-01';
/** Visits lie at most so far back. */
const oldest = 360;
const actor: RecordActor = { userId: null, title: '示例数据', address: null };

const leaderRow = z.object({ postId: z.string(), unitId: z.string(), countyId: z.string().nullable() });
const countyRow = z.object({ id: z.string(), shortName: z.string() });

/**
 * The demo's contact points and visits, by post only: every leader of the city and head of a county, zone or department has a point; visits go in
 * through the checks and the writing that people's entries go through. Goes in whole or not at all, and only where no contact point is there yet.
 */
export async function loadDemoVisits(say: (line: string) => void): Promise<void> {
  const started = Date.now();
  const made = await transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('duban visit numbers'))`);
    const { rowCount } = await tx.query('SELECT 1 FROM contact_point LIMIT 1');
    if (rowCount) return null;
    const leaders = await rows(
      leaderRow,
      sql`SELECT p.id AS "postId", p.unit_id AS "unitId", CASE WHEN u.kind = 'COUNTY' THEN u.id END AS "countyId"
          FROM post p JOIN unit u ON u.id = p.unit_id
          WHERE (p.role IN ('CITY_LEADER', 'VICE_MAYOR') OR (p.id = u.id || '-head' AND u.kind IN ('COUNTY', 'ZONE', 'DEPARTMENT')))
            AND u.valid_to >= ${clock.today()}::date ORDER BY u.position, p.position, p.id`,
      tx,
    );
    const dice = new Dice('duban visits');
    const points = await addPoints(tx, dice, leaders);
    const today = clock.today();
    const told = leaders
      .flatMap((leader) => demoVisits(dice.fork(leader.postId), leader, today))
      .filter(({ visitedOn }) => visitedOn > addDays(today, -oldest))
      .sort((a, b) => a.knownOn.localeCompare(b.knownOn) || a.visitedOn.localeCompare(b.visitedOn) || a.postId.localeCompare(b.postId));
    return addAll(tx, told, points);
  });
  if (made) say(`  走访联系：${made.visits} 次走访、${made.needs} 条需求，${((Date.now() - started) / 1000).toFixed(1)} 秒`);
}

async function addPoints(
  tx: pg.PoolClient,
  dice: Dice,
  leaders: readonly DemoLeader[],
): Promise<Map<string, Pick<ContactPoint, 'id' | 'name'>>> {
  const counties = await rows(
    countyRow,
    sql`SELECT id, short_name AS "shortName" FROM unit WHERE kind = 'COUNTY' ORDER BY position, id`,
    tx,
  );
  const points = leaders.map((leader) => ({
    ...demoPoint(dice.fork(`point/${leader.postId}`), leader, counties),
    id: orderedId(),
    postId: leader.postId,
  }));
  await insertRows(
    tx,
    'contact_point',
    points.map(({ id, postId, name, countyId }) => ({
      ...{ id, name, post_id: postId, county_id: countyId, valid_from: since, valid_to: '9999-12-31', demo: true, version: 1 },
    })),
  );
  return new Map(points.map((point) => [point.postId, point]));
}

async function addAll(tx: pg.PoolClient, told: readonly DemoVisit[], points: ReadonlyMap<string, { id: string }>) {
  const ground = await loadVisitGround(tx, () => true);
  const sound = told.map((visit) => {
    const { needs, knownOn, ...facts } = visit;
    const input = {
      ...facts,
      contactPointId: points.get(visit.postId)!.id,
      needs: needs.map(({ text, unitId, dueOn, answer, outcome }) => ({
        text,
        unitId,
        dueOn,
        answer: outcome === 'ON_THE_SPOT' ? answer : null,
      })),
    };
    const { fields, problems } = checkVisit(input, ground);
    if (problems.length > 0) throw new InputError(problems);
    return { fields, knownOn, demo: true };
  });
  const entered = await addVisits(tx, actor, sound);
  await appendVisitEvents(tx, actor, 'CREATE', entered);
  const raised = await raiseSome(tx, entered, told);
  await answerSome(
    tx,
    entered.map(({ id }, at) => raised.get(id) ?? entered[at]!),
    told,
  );
  return { visits: entered.length, needs: told.reduce((sum, { needs }) => sum + needs.length, 0) };
}

/** Those of the needs that became items, with the life that their days tell. */
async function raiseSome(
  tx: pg.PoolClient,
  entered: readonly StoredVisit[],
  told: readonly DemoVisit[],
): Promise<Map<string, StoredVisit>> {
  const context = await loadLedgerContext(tx);
  const wishes = entered.flatMap((visit, at) =>
    told[at]!.needs.flatMap((need, position) =>
      need.outcome === 'ITEM' ? [{ visit, need, position, stored: visit.needs[position]! }] : [],
    ),
  );
  const lives = wishes.map(({ visit, need, stored }) => lifeOf(visit, need, stored.dueOn, context));
  const items = await openItems(
    tx,
    actor,
    'PUBLIC_PROBLEM',
    wishes.map(({ visit, need }, at) => {
      const { dueOn, life } = lives[at]!;
      const content = `走访中群众反映：${need.text}。`;
      const { topic, unitId: leadUnitId } = need;
      const problem = { title: need.text, content, topic, ...raisedOnVisit(visit), leadUnitId, countyId: visit.countyId, dueOn };
      const payload = { visit: visit.number, content };
      return { entry: newProblemEntry(problem, context, life), year: Number(life.assignedOn.slice(0, 4)), payload, demo: true };
    }),
    context,
  );
  const itemOf = new Map(wishes.map(({ stored }, at) => [stored.id, items[at]!.id]));
  const changed = entered
    .filter(({ needs }) => needs.some(({ id }) => itemOf.has(id)))
    .map((visit) => ({
      ...visit,
      needs: visit.needs.map((need) => ({ ...need, itemId: itemOf.get(need.id) ?? null })),
      version: visit.version + 1,
    }));
  await writeVisits(tx, changed);
  await appendVisitEvents(tx, actor, 'RAISE_NEED', changed);
  return new Map(changed.map((visit) => [visit.id, visit]));
}

function lifeOf(
  { visitedOn, knownOn }: StoredVisit,
  need: DemoNeed,
  wished: Day | null,
  context: LedgerContext,
): { dueOn: Day; life: LoadedLife } {
  const assignedOn = knownOn > visitedOn ? knownOn : visitedOn;
  const dueOn = dueDay(context, assignedOn) ?? wished ?? addDays(assignedOn, 45);
  const closedOn = addDays(assignedOn, need.after);
  const isClosed = closedOn <= context.today;
  const age = Math.round((Date.parse(context.today) - Date.parse(assignedOn)) / 86_400_000);
  const state = isClosed ? 'CLOSED' : age > 9 ? 'IN_PROGRESS' : age > 4 ? 'SIGNED' : 'ASSIGNED';
  const done = isClosed ? { answer: need.answer, answeredOn: closedOn, closedOn } : { answer: null, answeredOn: null, closedOn: null };
  return { dueOn, life: { state, assignedOn, ...done } };
}

/** Those of the needs that were answered later, by the day of the ledgers. */
async function answerSome(tx: pg.PoolClient, visits: readonly StoredVisit[], told: readonly DemoVisit[]): Promise<void> {
  const today = clock.today();
  const changed = visits.flatMap((visit, at): StoredVisit[] => {
    const needs = visit.needs.map((need, position) => {
      const { outcome, answer, after } = told[at]!.needs[position]!;
      const answeredOn = addDays(visit.visitedOn, after);
      return outcome === 'LATER' && answeredOn <= today ? { ...need, answer, answeredOn } : need;
    });
    return needs.some((need, position) => need !== visit.needs[position]) ? [{ ...visit, needs, version: visit.version + 1 }] : [];
  });
  await writeVisits(tx, changed);
  await appendVisitEvents(tx, actor, 'ANSWER_NEED', changed);
}
