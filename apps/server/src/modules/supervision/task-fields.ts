import { addDays } from '@duban/rules/calendar';
import { type Day, openEnded } from '@duban/rules/vocabulary';
import type { FieldProblem } from '../../graphql/errors.ts';
import type { LedgerContext } from '../../registers/ledger-context.ts';
import { dayProblem } from '../item/acts/check-fields.ts';

/** A task as it came in. Texts as typed; days `YYYY-MM-DD`. */
export interface TaskInput {
  title: string;
  /** Code of the dictionary `supervision-source`. */
  source: string;
  /** Which meeting, document or inspection. */
  basis?: string | null | undefined;
  instructedBy?: string | null | undefined;
  instruction?: string | null | undefined;
  instructedOn?: Day | null | undefined;
  standard?: string | null | undefined;
  leadUnitId: string;
  assistUnitIds?: readonly string[] | null | undefined;
  dueOn: Day;
}

/** A sound task: texts trimmed, empty ones null, units once each. */
export interface TaskFields {
  title: string;
  source: string;
  basis: string | null;
  instructedBy: string | null;
  instruction: string | null;
  instructedOn: Day | null;
  standard: string | null;
  leadUnitId: string;
  assistUnitIds: string[];
  dueOn: Day;
}

/** Texts of a task: what each is called, and how long it may be, in characters. */
const texts = {
  title: ['事项', 200],
  basis: ['来源依据', 100],
  instructedBy: ['批示人', 60],
  instruction: ['批示内容', 2000],
  standard: ['办理要求', 1000],
} as const satisfies Partial<Record<keyof TaskInput, readonly [string, number]>>;

const mostAssisting = 30;
/** An instruction lies at most so many days back. */
const oldestInstruction = 5 * 366;

/**
 * Checks a task against the units, sources and calendar in force; problems stand at `path` + field.
 * The fields are sound only when there is no problem.
 */
export function checkTask(
  task: TaskInput,
  { today, lookupData }: LedgerContext,
  path = '',
): { fields: TaskFields; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const say = (field: keyof TaskInput, code: string, message: string) => problems.push({ field: `${path}${field}`, code, message });
  const textOf = (field: keyof typeof texts): string | null => {
    const [name, most] = texts[field];
    const text = task[field]?.trim() || null;
    const length = text === null ? 0 : [...text].length;
    if (length > most) say(field, 'TOO_LONG', `${name}最多 ${most} 字，现为 ${length} 字。`);
    return text;
  };
  const title = textOf('title')?.replace(/\s+/g, ' ') ?? '';
  if (title === '') say('title', 'REQUIRED', '请填写事项。');
  const basis = textOf('basis');
  const instructedBy = textOf('instructedBy');
  const instruction = textOf('instruction');
  const standard = textOf('standard');

  const sources = lookupData.terms.filter(({ dictionary }) => dictionary === 'supervision-source').map(({ code }) => code);
  if (!sources.includes(task.source)) say('source', 'UNKNOWN', '没有这种来源，请重新选择。');
  if (task.source === 'instruction') {
    if (instruction === null) say('instruction', 'REQUIRED', '来源是领导批示，请填写批示内容。');
    if (instructedBy === null) say('instructedBy', 'REQUIRED', '来源是领导批示，请填写批示人（职务）。');
  }
  const instructedOn = task.instructedOn ?? null;
  if (instructedOn !== null && instructedOn > today) say('instructedOn', 'FUTURE', `批示日期不能晚于今天（${today}）。`);
  if (instructedOn !== null && instructedOn < addDays(today, -oldestInstruction))
    say('instructedOn', 'TOO_EARLY', '批示日期太早，请核对。');

  const units = new Map(lookupData.units.map((unit) => [unit.id, unit]));
  const isKnown = (id: string) => units.has(id) && units.get(id)!.kind !== 'CITY';
  const assistUnitIds = [...new Set(task.assistUnitIds ?? [])];
  if (task.leadUnitId.trim() === '') say('leadUnitId', 'REQUIRED', '请选择牵头单位。');
  else if (!isKnown(task.leadUnitId)) say('leadUnitId', 'UNKNOWN', '没有这个单位，请重新选择。');
  if (assistUnitIds.length > mostAssisting) say('assistUnitIds', 'TOO_MANY', `配合单位最多 ${mostAssisting} 个。`);
  else if (!assistUnitIds.every(isKnown)) say('assistUnitIds', 'UNKNOWN', '有的配合单位不存在，请重新选择。');
  if (assistUnitIds.includes(task.leadUnitId)) say('assistUnitIds', 'LEAD_ASSISTS', '牵头单位不能同时为配合单位。');

  const dueProblem: [string, string] | null = task.dueOn === openEnded ? ['TOO_FAR', '督查事项须有办结时限。'] : dayProblem(task.dueOn);
  if (dueProblem) say('dueOn', ...dueProblem);
  const { source, leadUnitId, dueOn } = task;
  return {
    fields: { title, source, basis, instructedBy, instruction, instructedOn, standard, leadUnitId, assistUnitIds, dueOn },
    problems,
  };
}
