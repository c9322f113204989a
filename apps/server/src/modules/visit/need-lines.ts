import type { Lookup } from '@duban/ledger/lookup';
import { type FieldProblem, InputError } from '../../graphql/errors.ts';
import type { NeedInput } from './need-fields.ts';
import type { ListedNeed } from './need-list.ts';
import type { StoredNeed } from './stored-visit.ts';

const bar = '｜';
const outcomeWords: Record<ListedNeed['outcome'], string> = {
  ON_THE_SPOT: '当场答复',
  LATER: '事后答复',
  ITEM_DONE: '督办已办结',
  ITEM_UNDER_WAY: '督办办理中',
  WAITING: '待办',
};

/** A text in a place of its own on a line: without bars and line breaks. */
const plain = (text: string) => text.replace(/[|｜]/g, '/').replace(/\s*\n\s*/g, ' ');

/** The needs as a cell says them, one a line: need, department, due day, answer. */
export function needLines(needs: readonly StoredNeed[], { unitName }: Pick<Lookup, 'unitName'>): string | null {
  const lines = needs.map(({ text, unitId, dueOn, answer }) =>
    [plain(text), unitId === null ? '' : unitName(unitId), dueOn ?? '', answer === null ? '' : plain(answer)].join(bar),
  );
  return lines.join('\n') || null;
}

/** What became of each, in the same order. */
export function outcomeLines(needs: readonly ListedNeed[]): string | null {
  const lines = needs.map(({ outcome, answeredOn, itemNumber }) =>
    [outcomeWords[outcome], answeredOn, itemNumber].filter(Boolean).join(' '),
  );
  return lines.join('\n') || null;
}

/**
 * Reads the needs of a cell. A line that a need already there would be written as stands for that need; of the others, one with the words of a
 * need there changes it. InputError at `needs` for a department that nobody has, or a day that is none.
 */
export function readNeedLines(cell: string | null, present: readonly StoredNeed[], lookup: Lookup): NeedInput[] {
  const problems: FieldProblem[] = [];
  const say = (line: number, code: string, message: string) =>
    problems.push({ field: 'needs', code, message: `第 ${line} 行：${message}` });
  const left = [...present];
  const take = (fits: (need: StoredNeed) => boolean): StoredNeed | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const lines = (cell ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const needs = lines.map((line, at): NeedInput => {
    const same = take((need) => needLines([need], lookup) === line);
    if (same) return { id: same.id, text: same.text, unitId: same.unitId, dueOn: same.dueOn, answer: same.answer };
    const [text = '', unit = '', due = '', answer = ''] = line.split(/[|｜]/).map((part) => part.trim());
    const found = unit ? lookup.unit(unit) : null;
    if (found && !('id' in found)) say(at + 1, 'UNKNOWN', `没有“${unit}”这个承办单位。`);
    if (due && !isDay(due)) say(at + 1, 'NO_DAY', `办结时限“${due}”不是日期，请写作 2014-10-31。`);
    const worded = take((need) => plain(need.text) === text);
    return {
      id: worded?.id,
      text: worded?.text ?? text,
      unitId: found && 'id' in found ? found.id : null,
      dueOn: due || null,
      answer: answer || null,
    };
  });
  if (problems.length > 0) throw new InputError(problems);
  return needs;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}
