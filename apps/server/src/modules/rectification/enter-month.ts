import { monthEnd } from '@duban/rules/calendar';
import {
  largestMonthFigure,
  type MonthFigures,
  type MonthProblem,
  monthFigures,
  monthProblems,
  monthsAsked,
} from '@duban/rules/rectification-months';
import type { Day } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { insertRows, rows, sql, type TableRow } from '../../database.ts';
import { ActRefusedError, ConflictError, type FieldProblem, forbidden, InputError, NotFoundError } from '../../graphql/errors.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import type { Viewer } from '../session/viewer.ts';
import { periodOf } from './months.ts';
import { canEnterMonth, rectificationsVisibleTo } from './rectification.policy.ts';

/** Figures of a unit's month as they came in. */
export interface MonthInput extends MonthFigures {
  code: string;
  unitId: string;
  /** `2014-08`. */
  month: string;
  note?: string | null | undefined;
  /** The version seen; 0 where nothing was entered yet. */
  version: number;
  /** Why what was entered before is put right; asked for then. */
  reason?: string | null | undefined;
}

/** Who enters, from where; `userId` null: the system, when it loads the demo. */
export interface MonthActor {
  userId: string | null;
  title: string;
  address: string | null;
}

const longestNote = 500;
const longestReason = 200;
const figureNames: Record<(typeof monthFigures)[number], string> = {
  checks: '检查次数',
  spotFixed: '当场整改问题数',
  casesFiled: '立案数',
  peopleHandled: '处理人数',
  lookBacks: '回头看次数',
  relapses: '反弹问题数',
};

/** What is wrong with a month's figures, in a clerk's words. */
export function figureSentence({ field, code }: MonthProblem): string {
  const name = figureNames[field];
  if (code === 'NOT_WHOLE') return `${name}请填写不小于 0 的整数，没有发生填 0。`;
  return code === 'TOO_LARGE' ? `${name}最多 ${largestMonthFigure}，请核对。` : '反弹问题数不能多于回头看次数。';
}

/** What a unit's month is judged by. */
export interface MonthGround {
  firstOn: Day | null;
  takesPart: boolean;
  /** In force; null where nothing was entered. */
  present: (MonthFigures & { version: number; note: string | null }) | null;
}

/** Everything wrong with an entry but its version; none: it can be written. */
function entryProblems(input: MonthInput, { firstOn, takesPart, present }: MonthGround, today: Day): FieldProblem[] {
  const problems: FieldProblem[] = monthProblems(input).map((one) => ({ field: one.field, code: one.code, message: figureSentence(one) }));
  const say = (field: string, code: string, message: string) => problems.push({ field, code, message });
  const periodOn = periodOf(input.month);
  if (periodOn === null) say('month', 'UNKNOWN', '请选择月份。');
  else if (periodOn > monthEnd(today)) say('month', 'FUTURE', '这个月还没有开始，不能填报。');
  else if (firstOn === null) say('month', 'NOT_PLANNED', '该专项还没有阶段安排，请先由督查室设置。');
  else if (!monthsAsked(firstOn, today).includes(periodOn)) say('month', 'BEFORE_BEGIN', `该专项从 ${firstOn.slice(0, 7)} 开始填报。`);
  if (!takesPart && present === null) say('unitId', 'NO_PART', '该单位不在这个专项的参加单位中。');
  const note = input.note?.trim() ?? '';
  if ([...note].length > longestNote) say('note', 'TOO_LONG', `说明最多 ${longestNote} 字，现为 ${[...note].length} 字。`);
  const reason = input.reason?.trim() ?? '';
  if (present !== null && reason === '') say('reason', 'REQUIRED', '更正已报的数，请填写更正理由。');
  if ([...reason].length > longestReason) say('reason', 'TOO_LONG', `更正理由最多 ${longestReason} 字，现为 ${[...reason].length} 字。`);
  return problems;
}

/** True where an entry says what stands already. */
export function saysTheSame(input: MonthInput, present: MonthGround['present']): boolean {
  return (
    present !== null && monthFigures.every((field) => input[field] === present[field]) && (input.note?.trim() || null) === present.note
  );
}

/**
 * Enters the figures of a unit's month, or puts them right: the row before is superseded, never changed. In the caller's transaction.
 * FORBIDDEN for those who don't report for the unit; NotFoundError for a rectification that the viewer doesn't see; InputError at each field;
 * ConflictError when somebody was faster; ActRefusedError where nothing would change.
 */
export async function enterMonth(tx: pg.PoolClient, viewer: Viewer, address: string, input: MonthInput): Promise<void> {
  if (!canEnterMonth(viewer, input.unitId)) throw forbidden();
  await lockMonth(tx, input);
  const ground = await groundOf(tx, viewer, input);
  if (!ground) throw new NotFoundError();
  const problems = entryProblems(input, ground, clock.today());
  const standing = ground.present?.version ?? 0;
  // Before the reason is asked for: whoever saw nothing there has nothing to put right.
  if (standing !== input.version) throw new ConflictError(standing);
  if (problems.length > 0) throw new InputError(problems);
  if (saysTheSame(input, ground.present)) throw new ActRefusedError('NOTHING_CHANGED', '与已报的数相同，没有改动。');
  await writeMonths(tx, { userId: viewer.userId, title: viewer.postTitle, address }, [input]);
}

/** Whoever enters the same unit's month waits for the one before. */
async function lockMonth(tx: pg.PoolClient, { code, unitId, month }: Pick<MonthInput, 'code' | 'unitId' | 'month'>): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`duban rectification ${code} ${unitId} ${month}`]);
}

const groundRow = z.object({ firstOn: z.string().nullable(), takesPart: z.boolean() });
const presentRow = z.object({
  version: z.number(),
  checks: z.number(),
  spotFixed: z.number(),
  casesFiled: z.number(),
  peopleHandled: z.number(),
  lookBacks: z.number(),
  relapses: z.number(),
  note: z.string().nullable(),
});

/** What an entry is judged by; null for a rectification that is not there, or not for the viewer. */
export async function groundOf(
  tx: pg.PoolClient,
  viewer: Viewer,
  { code, unitId, month }: Pick<MonthInput, 'code' | 'unitId' | 'month'>,
): Promise<MonthGround | null> {
  const [ground] = await rows(
    groundRow,
    sql`SELECT (SELECT min(s.planned_from) FROM rectification_stage_plan s WHERE s.code = r.code) AS "firstOn",
          EXISTS (SELECT 1 FROM rectification_unit w WHERE w.code = r.code AND w.unit_id = ${unitId}) AS "takesPart"
        FROM rectification r WHERE r.code = ${code} AND ${rectificationsVisibleTo(viewer, sql`r.code`)}`,
    tx,
  );
  if (!ground) return null;
  const [present] = await rows(
    presentRow,
    sql`SELECT version, checks, spot_fixed AS "spotFixed", cases_filed AS "casesFiled", people_handled AS "peopleHandled",
          look_backs AS "lookBacks", relapses, note
        FROM rectification_month WHERE code = ${code} AND unit_id = ${unitId} AND period_on = ${periodOf(month)}::date AND superseded_at IS NULL`,
    tx,
  );
  return { ...ground, present: present ?? null };
}

/** Writes sound entries: the rows before are superseded, and the system chain witnesses what was entered. `knownOn` by default today. */
export async function writeMonths(
  tx: pg.PoolClient,
  actor: MonthActor,
  inputs: readonly (MonthInput & { knownOn?: Day })[],
  { demo = false } = {},
): Promise<void> {
  if (inputs.length === 0) return;
  const made = inputs.map(({ code, unitId, month, note, reason, version, knownOn, ...input }): TableRow => {
    const { checks, spotFixed, casesFiled, peopleHandled, lookBacks, relapses } = input;
    return {
      ...{ code, unit_id: unitId, period_on: periodOf(month), checks, spot_fixed: spotFixed, cases_filed: casesFiled },
      ...{ people_handled: peopleHandled, look_backs: lookBacks, relapses, note: note?.trim() || null },
      reason: version > 0 ? reason?.trim() || null : null,
      ...{ entered_by_id: actor.userId, entered_by: actor.title, known_on: knownOn ?? clock.today(), version: version + 1, demo },
    };
  });
  await tx.query(
    `UPDATE rectification_month m SET superseded_at = now() FROM jsonb_populate_recordset(NULL::rectification_month, $1::jsonb) r
     WHERE m.code = r.code AND m.unit_id = r.unit_id AND m.period_on = r.period_on AND m.superseded_at IS NULL`,
    [JSON.stringify(made)],
  );
  await insertRows(tx, 'rectification_month', made);
  await recordSystemEvent(tx, {
    kind: 'RECTIFICATION',
    actorId: actor.userId,
    actorTitle: actor.title,
    address: actor.address,
    payload: { act: 'ENTER_MONTHS', months: made.map(({ demo: _demo, entered_by: _by, entered_by_id: _id, ...said }) => said) },
  });
}
