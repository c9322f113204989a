import { transitionOf } from '@duban/rules/item-states';
import { formatItemNumber } from '@duban/rules/numbers';
import { cards, type Rung, type RungRefusal, rungPrefixes, rungRefusal } from '@duban/rules/urging';
import type { Day } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { insertRows, rows, sql } from '../../database.ts';
import { ActRefusedError, type FieldProblem, InputError } from '../../graphql/errors.ts';
import { dayProblem } from '../item/acts/check-fields.ts';
import { changeItems } from '../item/change-items.ts';
import { actorsOf } from '../item/item.policy.ts';
import type { Actor } from '../item/item-change.ts';
import { type LockedItem, type LockedPart, lockItems, lockParts } from '../item/locked-item.ts';
import { orderedId } from '../item/ordered-id.ts';
import type { Viewer } from '../session/viewer.ts';
import { laddersOf } from './ladder.ts';
import { canUrge, urgingsVisibleTo } from './urging.policy.ts';

/** A part to urge, at the version of its item that was seen. */
export interface UrgedPart {
  itemId: string;
  partId: string;
  version: number;
}

/** What the supervision office asks, of one part or of many. */
export interface Urge {
  rung: Rung;
  reason: string;
  /** Last day for the answer; a card must have one. */
  answerDueOn?: Day | null | undefined;
}

/** What became of one part: done with the number of its slip, or refused with the code of why. */
export const urgeResult = z.object({
  itemId: z.string(),
  partId: z.string(),
  /** The item's number; empty where the item is not there for the viewer. */
  number: z.string(),
  slipNumber: z.string().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
});
export type UrgeResult = z.infer<typeof urgeResult>;

export const mostParts = 500;
const longestReason = 500;

const sentences: Record<RungRefusal, string> = {
  NOT_UNDER_WAY: '该单位已反馈、已退回或已办结，目前不在办理中，不能催办。',
  LOWER_THAN_CLIMBED: '本轮已发出更高一级的督办（黄牌后不再催办，红牌后不再发黄牌）。',
  NO_CAUSE_FOR_CARD: '未逾期、未亮红灯，也没有逾期未复的催办，不能发黄牌。',
  YELLOW_FIRST: '未发黄牌，不能直接发红牌。',
};

/**
 * Urges parts in the caller's transaction: each that may be urged gets its slip and its event, the others say why not. The order of the
 * answer is that of the request.
 *
 * Errors: ActRefusedError (role), InputError at each field.
 */
export async function urgeParts(
  tx: pg.PoolClient,
  viewer: Viewer,
  given: Urge,
  parts: readonly UrgedPart[],
  requestId: string,
): Promise<UrgeResult[]> {
  if (!canUrge(viewer)) throw new ActRefusedError('NOT_THIS_ROLE', '只有督查室可以催办、发牌。');
  const urge = checked(given, parts);
  const ids = parts.map(({ itemId }) => itemId).filter((id) => z.uuid().safeParse(id).success);
  const visible = await rows(
    z.object({ id: z.string() }),
    sql`SELECT i.id FROM item i WHERE i.id = ANY(${ids}::uuid[]) AND ${urgingsVisibleTo(viewer)}`,
    tx,
  );
  const locked = await lockItems(
    tx,
    visible.map(({ id }) => id),
  );
  const items = new Map(locked.map((item) => [item.id, item]));
  const inForce = new Map((await lockParts(tx, [...items.keys()])).map((part) => [part.id, part]));
  const ladders = await laddersOf([...inForce.keys()], tx);

  const results: UrgeResult[] = [];
  const climbing: Climb[] = [];
  for (const { itemId, partId, version } of parts) {
    const item = items.get(itemId);
    const part = inForce.get(partId);
    const refuse = (code: string, message: string) =>
      results.push({ itemId, partId, number: item?.number ?? '', slipNumber: null, code, message });
    if (!item || part?.item_id !== itemId) {
      refuse('NOT_FOUND', '没有找到，或者您无权查看。');
      continue;
    }
    if (item.version !== version) {
      refuse('CONFLICT', '这件事项刚被他人修改，请刷新后再办。');
      continue;
    }
    const actors = actorsOf(
      viewer,
      { kind: item.kind, leadUnitId: item.lead_unit_id, dutyPostId: item.duty_post_id },
      toActorsPart(part),
      {},
    );
    const transition = transitionOf(part.state, 'URGE');
    const refusal = rungRefusal(urge.rung, ladders.get(partId)!.facts);
    if (refusal) refuse(refusal, sentences[refusal]);
    else if (!transition?.who.some((actor) => actors.has(actor))) refuse('OWN_UNIT', '承办单位是督查室本身，不能自己催办自己。');
    else {
      const result: UrgeResult = { itemId, partId, number: item.number, slipNumber: null, code: null, message: null };
      results.push(result);
      climbing.push({ item, part, result });
    }
  }
  const numbers = await climb(tx, { userId: viewer.userId, title: viewer.postTitle, requestId }, urge, climbing);
  climbing.forEach(({ result }, index) => {
    if (result) result.slipNumber = numbers[index]!;
  });
  return results;
}

/** One part about to be urged, under lock. */
export interface Climb {
  item: LockedItem;
  part: LockedPart;
  result?: UrgeResult;
}

/** Writes slips and events of parts under lock that may be urged; answers the slips' numbers in their order. */
export async function climb(tx: pg.PoolClient, actor: Actor, urge: Urge, climbing: readonly Climb[]): Promise<string[]> {
  if (climbing.length === 0) return [];
  const serials = await rows(
    z.object({ serial: z.coerce.number() }),
    sql`SELECT nextval('urging_number') AS serial FROM generate_series(1, ${climbing.length}::int)`,
    tx,
  );
  const year = Number(clock.today().slice(0, 4));
  const numbers = serials.map(({ serial }) => formatItemNumber({ prefix: rungPrefixes[urge.rung], year, serial }));
  const at = clock.now().toISOString();
  const answerDueOn = urge.answerDueOn ?? null;
  await insertRows(
    tx,
    'urging',
    climbing.map(({ item, part }, index) => ({
      id: orderedId(),
      number: numbers[index],
      item_id: item.id,
      unit_id: part.unit_id,
      rung: urge.rung,
      reason: urge.reason,
      answer_due_on: answerDueOn,
      by_id: actor.userId,
      by_title: actor.title,
      at,
      recorded_at: new Date().toISOString(),
    })),
  );
  // An item changes once at a time: its second part is in the next wave.
  const waves: { index: number; wave: number }[] = [];
  const seen = new Map<string, number>();
  climbing.forEach(({ item }, index) => {
    const wave = seen.get(item.id) ?? 0;
    seen.set(item.id, wave + 1);
    waves.push({ index, wave });
  });
  const last = Math.max(...waves.map(({ wave }) => wave));
  for (let now = 0; now <= last; now += 1) {
    await changeItems(
      tx,
      actor,
      waves
        .filter(({ wave }) => wave === now)
        .map(({ index }) => {
          const { item, part } = climbing[index]!;
          return {
            action: 'URGE' as const,
            itemId: item.id,
            version: item.version + now,
            partId: part.id,
            payload: {
              rung: urge.rung,
              number: numbers[index],
              reason: urge.reason,
              answerDueOn,
              unitId: part.unit_id,
              dueOn: part.due_on,
              round: item.round,
            },
          };
        }),
    );
  }
  return numbers;
}

function checked(given: Urge, parts: readonly UrgedPart[]): Urge {
  const problems: FieldProblem[] = [];
  const say = (field: string, code: string, message: string) => problems.push({ field, code, message });
  const reason = given.reason.trim();
  const length = [...reason].length;
  const answerDueOn = given.answerDueOn ?? null;
  if (length === 0) say('reason', 'REQUIRED', '请填写督办事由。');
  if (length > longestReason) say('reason', 'TOO_LONG', `督办事由最多 ${longestReason} 字，现为 ${length} 字。`);
  const problem = answerDueOn && dayProblem(answerDueOn);
  if (problem) say('answerDueOn', ...problem);
  if (!answerDueOn && cards.includes(given.rung)) say('answerDueOn', 'REQUIRED', '发黄牌、红牌须填写答复期限。');
  if (parts.length === 0) say('parts', 'EMPTY', '请至少选择一项。');
  if (parts.length > mostParts) say('parts', 'TOO_MANY', `一次最多 ${mostParts} 项。`);
  if (new Set(parts.map(({ partId }) => partId)).size < parts.length) say('parts', 'TWICE', '同一单位的同一事项选了两次。');
  if (problems.length > 0) throw new InputError(problems);
  return { rung: given.rung, reason, answerDueOn };
}

function toActorsPart({ unit_id, duty }: LockedPart) {
  return { unitId: unit_id, duty };
}
