import type { ItemAction } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { row, sql } from '../../database.ts';
import type { FieldProblem } from '../../graphql/errors.ts';
import type { ActFields } from '../item/acts/act.ts';
import type { LockedItem } from '../item/locked-item.ts';
import type { Viewer } from '../session/viewer.ts';
import { isHandledIn } from './handled-in.ts';
import { canRevealRaiser } from './public-problem.policy.ts';
import { raisersNamedIn } from './raiser-traces.ts';

/** Texts of acts that others than the lead unit and the office read. */
const told = ['title', 'text', 'evidence', 'reason', 'acceptance'] as const;

/**
 * Problems of what an act says of a problem of the public: a topic that isn't one, a trace of who raised it. Only whoever may learn who that
 * is is told of a trace: to others the answer would be a way of guessing.
 */
export async function publicProblemProblems(
  tx: pg.PoolClient,
  viewer: Viewer,
  item: LockedItem,
  action: ItemAction,
  fields: ActFields,
): Promise<FieldProblem[]> {
  if (item.kind !== 'PUBLIC_PROBLEM') {
    const isTopic = action === 'CORRECT' && fields.category;
    return isTopic ? [{ field: 'category', code: 'OTHER_REGISTER', message: '只有群众反映问题能在这里更正问题类别。' }] : [];
  }
  const problems: FieldProblem[] = [];
  if (action === 'CORRECT' && fields.category && !(await isTopic(tx, fields.category)))
    problems.push({ field: 'category', code: 'UNKNOWN', message: '没有这个问题类别，请重新选择。' });
  if (!canRevealRaiser(viewer, item.lead_unit_id)) return problems;
  for (const field of told) {
    const text = fields[field];
    const traces = text ? await raisersNamedIn(tx, item.id, text) : [];
    if (traces.length > 0)
      problems.push({
        field,
        code: 'NAMES_RAISER',
        message: `请删去能认出反映人的信息（${traces.join('、')}），这里的内容会公开给其他单位。`,
      });
  }
  return problems;
}

async function isTopic(tx: pg.PoolClient, code: string): Promise<boolean> {
  const { found } = await row(
    z.object({ found: z.boolean() }),
    sql`SELECT EXISTS (SELECT 1 FROM term WHERE dictionary = 'public-topic' AND code = ${code}) AS found`,
    tx,
  );
  return found;
}

/** Whether all whose problems are handled in an item have been answered; true of every other register. */
export async function areRaisersAnswered(tx: pg.PoolClient, item: LockedItem): Promise<boolean> {
  if (item.kind !== 'PUBLIC_PROBLEM') return true;
  const { waiting } = await row(
    z.object({ waiting: z.number() }),
    sql`SELECT count(*)::int AS waiting FROM public_problem d WHERE ${isHandledIn(sql`${item.id}::uuid`)} AND d.answered_on IS NULL`,
    tx,
  );
  return waiting === 0;
}
