import type { Day } from '@duban/rules/vocabulary';
import { dayProblem } from '../item/acts/check-fields.ts';
import { orderedId } from '../item/ordered-id.ts';
import type { StoredNeed } from './stored-visit.ts';
import type { VisitGround } from './visit-ground.ts';

/** A need as it came in. */
export interface NeedInput {
  /** Of a correction: the need that it is; absent: a new one. */
  id?: string | null | undefined;
  text: string;
  /** Department charged. */
  unitId?: string | null | undefined;
  dueOn?: Day | null | undefined;
  /** Answered on the spot with these words; of a need answered later, the words of that answer. */
  answer?: string | null | undefined;
  /** 转为督办事项: it becomes a supervised item as soon as the visit is entered. */
  raise?: boolean | null | undefined;
  /** Of one that is raised: code of the dictionary `public-topic`. */
  topic?: string | null | undefined;
}

/** A need that is to become an item with the visit's own entry. */
export interface RaiseWish {
  needId: string;
  topic: string;
}

const mostNeeds = 20;
export const longestNeed = 500;
export const longestAnswer = 1000;

type Say = (field: string, code: string, message: string) => void;

/** Checks the needs of a visit, in their order; problems stand at `needs.2.text` and so on. */
export function checkNeeds(
  inputs: readonly NeedInput[],
  ground: VisitGround,
  { visitedOn, present, wasOn }: { visitedOn: Day; present: readonly StoredNeed[]; wasOn: Day | null },
  say: Say,
): { needs: StoredNeed[]; raise: RaiseWish[] } {
  if (inputs.length > mostNeeds) say('needs', 'TOO_MANY', `群众需求最多 ${mostNeeds} 条。`);
  const raise: RaiseWish[] = [];
  const known = new Map(present.map((need) => [need.id, need]));
  const needs = inputs.map((input, at) => {
    const sayHere = (field: keyof NeedInput, code: string, message: string) => say(`needs.${at}.${field}`, code, message);
    const before = input.id ? known.get(input.id) : undefined;
    if (input.id && !before) sayHere('text', 'UNKNOWN', '这条需求已不在记录中，请刷新后再改。');
    // What became an item goes on there; its words stay as they were raised.
    if (before?.itemId) return before;
    const need = soundNeed(input, ground, { visitedOn, before, wasOn }, sayHere);
    if (input.raise) {
      const topic = input.topic ?? '';
      if (need.answer !== null) sayHere('raise', 'ANSWERED', '已当场答复的需求不必转为督办事项。');
      if (need.unitId === null) sayHere('unitId', 'REQUIRED', '转为督办事项须选择承办单位。');
      if (!ground.topics.has(topic)) sayHere('topic', 'REQUIRED', '转为督办事项须选择问题类别。');
      const problem = need.dueOn === null ? null : dayProblem(need.dueOn);
      if (problem) sayHere('dueOn', ...problem);
      raise.push({ needId: need.id, topic });
    }
    return need;
  });
  const kept = new Set(needs.map(({ id }) => id));
  if (present.some(({ id, itemId }) => itemId !== null && !kept.has(id))) say('needs', 'RAISED', '已转为督办事项的需求不能删去。');
  if (kept.size < needs.length) say('needs', 'TWICE', '同一条需求写了两次，请刷新后再改。');
  return { needs, raise };
}

function soundNeed(
  input: NeedInput,
  { today, units }: VisitGround,
  { visitedOn, before, wasOn }: { visitedOn: Day; before: StoredNeed | undefined; wasOn: Day | null },
  say: (field: keyof NeedInput, code: string, message: string) => void,
): StoredNeed {
  const sized = (field: 'text' | 'answer', called: string, most: number): string | null => {
    const text = input[field]?.trim() || null;
    const length = text === null ? 0 : [...text].length;
    if (length > most) say(field, 'TOO_LONG', `${called}最多 ${most} 字，现为 ${length} 字。`);
    return text;
  };
  const text = sized('text', '需求内容', longestNeed);
  if (text === null) say('text', 'REQUIRED', '请填写需求内容。');
  const answer = sized('answer', '答复', longestAnswer);
  const unitId = input.unitId || null;
  if (unitId !== null && unitId !== before?.unitId && !units.has(unitId)) say('unitId', 'UNKNOWN', '没有这个单位，请重新选择。');
  if (unitId === null && answer === null) say('unitId', 'REQUIRED', '请选择承办单位，或填写当场答复。');
  const dueOn = input.dueOn ?? null;
  if (dueOn !== null && dueOn < visitedOn) say('dueOn', 'BEFORE_VISIT', '办结时限不能早于走访日期。');
  else if (dueOn !== null && dueOn !== before?.dueOn && Number(dueOn.slice(0, 4)) > Number(today.slice(0, 4)) + 5)
    say('dueOn', 'TOO_FAR', '办结时限不能超过 5 年。');
  // What was answered on the spot stays so when the day of the visit is put right.
  const later = before?.answeredOn && before.answeredOn !== wasOn ? before.answeredOn : null;
  const answeredOn = answer === null ? null : (later ?? visitedOn);
  return { id: before?.id ?? orderedId(), text: text ?? '', unitId, dueOn, answer, answeredOn, itemId: null };
}
