import { type StageProblem, stageProblems } from '@duban/rules/rectification-stages';
import { type Day, type RectificationStage, rectificationStages } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { insertRows, rows, sql } from '../../database.ts';
import { ActRefusedError, ConflictError, type FieldProblem, forbidden, InputError, NotFoundError } from '../../graphql/errors.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import type { Viewer } from '../session/viewer.ts';
import { type Board, type BoardStage, boardsOf } from './board.ts';
import { boardAccessOf } from './rectification.policy.ts';

/** A board as it is to be. */
export interface BoardInput {
  code: string;
  /** As seen; 0 where it was not set up yet. */
  version: number;
  leadUnitId: string;
  goal?: string | null | undefined;
  unitIds: readonly string[];
  stages: readonly StageInput[];
}

export interface StageInput {
  stage: RectificationStage;
  plannedFrom: Day;
  plannedTo: Day;
  startedOn?: Day | null | undefined;
  endedOn?: Day | null | undefined;
  summary?: string | null | undefined;
}

const longestGoal = 300;
const longestSummary = 500;
const mostUnits = 80;
const stageNames: Record<RectificationStage, string> = { MOBILISE: '动员', SCREEN: '排查', RECTIFY: '整治', CONSOLIDATE: '巩固' };
const dayNames = { plannedFrom: '计划开始', plannedTo: '计划结束', startedOn: '实际开始', endedOn: '实际结束' } as const;

function stageSentence({ stage, field, code }: StageProblem, today: Day): string {
  const name = `${stageNames[stage]}阶段${dayNames[field]}日期`;
  switch (code) {
    case 'ENDS_BEFORE_BEGIN':
      return `${name}早于开始日期。`;
    case 'BEFORE_STAGE_BEFORE':
      return `${name}早于上一阶段的开始日期。`;
    case 'FUTURE':
      return `${name}不能晚于今天（${today}）。`;
    case 'STAGE_BEFORE_NOT_BEGUN':
      return `上一阶段还没有填写实际开始日期，${stageNames[stage]}阶段不能开始。`;
    case 'NOT_BEGUN':
      return `${stageNames[stage]}阶段还没有填写实际开始日期，不能结束。`;
  }
}

/**
 * Sets a rectification up, or changes it, in the caller's transaction: lead unit, goal, units that take part and all days by the supervision
 * office; by the head of the lead unit only what became of the stages. Each change is a system event with before and after.
 * NotFoundError, FORBIDDEN, InputError (`stages.RECTIFY.endedOn`), ConflictError, ActRefusedError where nothing would change.
 */
export async function setBoard(tx: pg.PoolClient, viewer: Viewer, address: string, input: BoardInput): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`duban rectification board ${input.code}`]);
  const [present] = await boardsOf(viewer, input.code, tx);
  if (!present) throw new NotFoundError();
  const access = boardAccessOf(viewer, present.leadUnit?.id ?? null);
  if (access === 'NONE') throw forbidden();
  if (present.version !== input.version) throw new ConflictError(present.version);
  const board = soundBoard(input);
  const problems = await problemsOf(tx, input, board);
  const changes = changesOf(present, board);
  if (access === 'STAGES' && changes.some(({ field }) => !/\.(?:startedOn|endedOn|summary)$/.test(field)))
    problems.push({ field: 'form', code: 'NOT_YOURS', message: '牵头单位只能填写各阶段的实际日期和小结，其他设置请联系督查室。' });
  if (problems.length > 0) throw new InputError(problems);
  if (changes.length === 0) throw new ActRefusedError('NOTHING_CHANGED', '没有改动任何内容。');
  await writeBoard(tx, { ...board, version: present.version });
  await recordSystemEvent(tx, {
    kind: 'RECTIFICATION',
    actorId: viewer.userId,
    actorTitle: viewer.postTitle,
    address,
    payload: { act: 'SET_BOARD', code: board.code, version: present.version + 1, changes },
  });
}

type SoundBoard = Omit<BoardInput, 'goal' | 'stages'> & { goal: string | null; stages: BoardStage[] };

function soundBoard({ goal, stages, unitIds, ...input }: BoardInput): SoundBoard {
  return {
    ...input,
    goal: goal?.trim() || null,
    unitIds: [...new Set(unitIds)],
    stages: stages.map(({ startedOn, endedOn, summary, ...stage }) => ({
      ...stage,
      startedOn: startedOn ?? null,
      endedOn: endedOn ?? null,
      summary: summary?.trim() || null,
    })),
  };
}

async function problemsOf(tx: pg.PoolClient, { stages: given }: BoardInput, board: SoundBoard): Promise<FieldProblem[]> {
  const today = clock.today();
  const problems: FieldProblem[] = [];
  const say = (field: string, code: string, message: string) => problems.push({ field, code, message });
  const known = new Set(
    (
      await rows(
        z.object({ id: z.string() }),
        sql`SELECT id FROM unit WHERE kind <> 'CITY' AND ${today}::date BETWEEN valid_from AND valid_to OR id IN (SELECT unit_id FROM rectification_unit WHERE code = ${board.code})`,
        tx,
      )
    ).map(({ id }) => id),
  );
  if (board.leadUnitId === '') say('leadUnitId', 'REQUIRED', '请选择牵头单位。');
  else if (!known.has(board.leadUnitId)) say('leadUnitId', 'UNKNOWN', '没有这个单位，请重新选择。');
  if (board.unitIds.length === 0) say('unitIds', 'REQUIRED', '请选择参加单位，月报由参加单位填报。');
  else if (board.unitIds.length > mostUnits) say('unitIds', 'TOO_MANY', `参加单位最多 ${mostUnits} 个。`);
  else if (!board.unitIds.every((id) => known.has(id))) say('unitIds', 'UNKNOWN', '有的参加单位不存在，请重新选择。');
  const lengthOf = (text: string | null) => [...(text ?? '')].length;
  if (lengthOf(board.goal) > longestGoal) say('goal', 'TOO_LONG', `整治目标最多 ${longestGoal} 字，现为 ${lengthOf(board.goal)} 字。`);
  const isWhole =
    given.length === rectificationStages.length && rectificationStages.every((stage) => given.some((one) => one.stage === stage));
  if (!isWhole) say('stages', 'REQUIRED', '四个阶段都要填写。');
  for (const { stage, summary } of board.stages)
    if (lengthOf(summary) > longestSummary)
      say(`stages.${stage}.summary`, 'TOO_LONG', `阶段小结最多 ${longestSummary} 字，现为 ${lengthOf(summary)} 字。`);
  for (const one of stageProblems(board.stages, today)) say(`stages.${one.stage}.${one.field}`, one.code, stageSentence(one, today));
  return problems;
}

/** One thing that a change of the board changes. */
export interface BoardChange {
  /** E.g. `leadUnitId`, `stages.SCREEN.endedOn`. */
  field: string;
  before: unknown;
  after: unknown;
}

function changesOf(present: Board, board: SoundBoard): BoardChange[] {
  const before = flat({ ...present, leadUnitId: present.leadUnit?.id ?? null, unitIds: present.units.map(({ id }) => id) });
  const after = flat(board);
  return Object.keys({ ...before, ...after })
    .filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

function flat({
  leadUnitId,
  goal,
  unitIds,
  stages,
}: {
  leadUnitId: string | null;
  goal: string | null;
  unitIds: readonly string[];
  stages: readonly BoardStage[];
}): Record<string, unknown> {
  const ofStages = stages.flatMap(({ stage, ...rest }) => Object.entries(rest).map(([name, value]) => [`stages.${stage}.${name}`, value]));
  return { leadUnitId, goal, unitIds: [...unitIds].sort(), ...Object.fromEntries(ofStages) };
}

/** Writes a sound board over the one there is. Days of months reported stay, also of units that leave. */
export async function writeBoard(tx: pg.PoolClient, board: SoundBoard, { demo = false } = {}): Promise<void> {
  const { code, version, leadUnitId, goal, unitIds, stages } = board;
  await tx.query(
    `INSERT INTO rectification (code, lead_unit_id, goal, demo, version) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (code) DO UPDATE SET lead_unit_id = excluded.lead_unit_id, goal = excluded.goal, version = excluded.version`,
    [code, leadUnitId, goal, demo, version + 1],
  );
  await tx.query('DELETE FROM rectification_stage_plan WHERE code = $1', [code]);
  await tx.query('DELETE FROM rectification_unit WHERE code = $1', [code]);
  await insertRows(
    tx,
    'rectification_stage_plan',
    stages.map(({ stage, plannedFrom, plannedTo, startedOn, endedOn, summary }) => ({
      ...{ code, stage, planned_from: plannedFrom, planned_to: plannedTo, started_on: startedOn, ended_on: endedOn, summary },
    })),
  );
  await insertRows(
    tx,
    'rectification_unit',
    unitIds.map((unitId) => ({ code, unit_id: unitId })),
  );
}
