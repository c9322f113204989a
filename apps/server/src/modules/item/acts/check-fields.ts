import { CalendarYearMissing, isWorkingDay } from '@duban/rules/calendar';
import type { Need } from '@duban/rules/item-transitions';
import { type Day, openEnded } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { calendar, clock } from '../../../clock.ts';
import { rows, sql } from '../../../database.ts';
import { type FieldProblem, InputError } from '../../../graphql/errors.ts';
import type { Act, ActFields } from './act.ts';

/** Longest texts, in characters. */
const longest = {
  reason: 500,
  acceptance: 500,
  text: 5000,
  evidence: 1000,
  title: 200,
  dutyPerson: 50,
  facts: 4000,
  measures: 2000,
  sanction: 1000,
  answer: 4000,
} as const;
const fieldNames: Record<keyof typeof longest, string> = {
  reason: '理由',
  acceptance: '审核意见',
  text: '办理情况',
  evidence: '佐证说明',
  title: '事项名称',
  dutyPerson: '责任人',
  facts: '投诉内容',
  measures: '整改措施',
  sanction: '处理结果',
  answer: '答复内容',
};
const farthestYears = 5;

const unitRow = z.object({ id: z.string() });

/**
 * Checks what an act brings against what the state table asks of it: InputError with a problem at each field. Answers the fields with texts
 * trimmed and empty ones null.
 */
export async function checkFields(tx: pg.PoolClient, act: Act, needs: readonly Need[]): Promise<ActFields> {
  const fields = trimmed(act.fields);
  const problems: FieldProblem[] = [];
  const say = (field: keyof ActFields, code: string, message: string) => problems.push({ field, code, message });
  for (const [name, most] of Object.entries(longest) as [keyof typeof longest, number][]) {
    const text = fields[name];
    if (text && [...text].length > most) say(name, 'TOO_LONG', `${fieldNames[name]}最多 ${most} 字，现为 ${[...text].length} 字。`);
  }
  for (const need of needs) {
    if (need === 'REASON' && !fields.reason) say('reason', 'REQUIRED', '请填写理由。');
    if (need === 'REPORT_TEXT' && !fields.text) say('text', 'REQUIRED', '请填写办理情况。');
    if (need === 'EVIDENCE' && !fields.evidence && !fields.attachmentIds?.length)
      say('evidence', 'REQUIRED', '请上传佐证材料，或填写佐证说明（文号、台账名称等）。');
    if (need === 'LIGHT' && !fields.light) say('light', 'REQUIRED', '请选择灯色。');
    if (need === 'ACCEPTANCE' && !fields.acceptance) say('acceptance', 'REQUIRED', '请填写审核意见。');
    if (need === 'SATISFACTION' && !fields.satisfaction) say('satisfaction', 'REQUIRED', '请选择回访结果。');
    if (need === 'DUE_ON' && !fields.dueOn) say('dueOn', 'REQUIRED', '请填写办理时限。');
    if (need === 'NEW_UNIT' && !fields.unitId) say('unitId', 'REQUIRED', '请选择承办单位。');
    if (need === 'LEAD_UNIT' && !fields.leadUnitId) say('leadUnitId', 'REQUIRED', '请选择牵头单位。');
    if (need === 'COMPLAINT_CLASS' && !fields.category) say('category', 'REQUIRED', '请选择投诉类别。');
    if (need === 'HANDLING_MODE' && !fields.mode) say('mode', 'REQUIRED', '请选择办理方式。');
    if (need === 'FACTS' && !fields.facts) say('facts', 'REQUIRED', '请填写交承办单位办理的投诉内容。');
    if (need === 'FINDING' && !fields.finding) say('finding', 'REQUIRED', '请选择调查结论。');
    if (need === 'ANSWER_TEXT' && !fields.answer) say('answer', 'REQUIRED', '请填写答复内容。');
    if (need === 'TARGET_ITEM' && !fields.targetId) say('targetId', 'REQUIRED', '请选择并入的事项。');
  }
  if (fields.dueOn) {
    const problem = dayProblem(fields.dueOn);
    if (problem) say('dueOn', ...problem);
  }
  if (fields.leadUnitId && fields.assistUnitIds?.includes(fields.leadUnitId))
    say('assistUnitIds', 'LEAD_ASSISTS', '牵头单位不能同时为配合单位。');
  await checkUnits(tx, fields, say);
  if (problems.length > 0) throw new InputError(problems);
  return fields;
}

/** A limit lies after today, in a year that the calendar knows, and is no day of the far future. */
export function dayProblem(day: Day): [code: string, message: string] | null {
  const today = clock.today();
  if (day === openEnded) return null;
  if (day < today) return ['PAST', `日期不能早于今天（${today}）。`];
  if (Number(day.slice(0, 4)) > Number(today.slice(0, 4)) + farthestYears) return ['TOO_FAR', `日期不能超过 ${farthestYears} 年。`];
  try {
    isWorkingDay(calendar, day);
    return null;
  } catch (error) {
    if (error instanceof CalendarYearMissing) return ['NO_CALENDAR', `系统尚无 ${day.slice(0, 4)} 年的工作日历，请联系管理员录入后再选。`];
    throw error;
  }
}

async function checkUnits(
  tx: pg.PoolClient,
  fields: ActFields,
  say: (field: keyof ActFields, code: string, message: string) => void,
): Promise<void> {
  const asked = [fields.leadUnitId, fields.unitId, ...(fields.assistUnitIds ?? [])].filter((id): id is string => Boolean(id));
  if (asked.length === 0) return;
  const today = clock.today();
  const found = await rows(
    unitRow,
    sql`SELECT id FROM unit WHERE id = ANY(${asked}::text[]) AND kind <> 'CITY' AND ${today}::date BETWEEN valid_from AND valid_to`,
    tx,
  );
  const known = new Set(found.map(({ id }) => id));
  const isWrong = (id: string | null | undefined) => Boolean(id) && !known.has(id!);
  if (isWrong(fields.leadUnitId)) say('leadUnitId', 'UNKNOWN', '没有这个单位，请重新选择。');
  if (isWrong(fields.unitId)) say('unitId', 'UNKNOWN', '没有这个单位，请重新选择。');
  if (fields.assistUnitIds?.some(isWrong)) say('assistUnitIds', 'UNKNOWN', '有的配合单位不存在，请重新选择。');
}

function trimmed(fields: ActFields): ActFields {
  const entries = Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value.trim() || null : (value ?? null)]);
  const clean = Object.fromEntries(entries) as ActFields;
  return clean.assistUnitIds ? { ...clean, assistUnitIds: [...new Set(clean.assistUnitIds)] } : clean;
}
