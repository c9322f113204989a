import { addDays } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import type { FieldProblem } from '../../graphql/errors.ts';

/** A record as it came in. Texts as typed; days `YYYY-MM-DD`. */
export interface RecordInput {
  unitId: string;
  post: string;
  /** Code of the dictionary `post-level`. */
  postLevel: string;
  administrativeHead: boolean;
  /** The person. Of a correction: absent keeps the name there is. */
  name?: string | null | undefined;
  /** Of a correction: takes the name out. */
  removeName?: boolean | null | undefined;
  fact: string;
  rule: string;
  /** Code of the dictionary `accountability-form`. */
  form: string;
  decidedBy: string;
  decidedOn: Day;
  effect?: string | null | undefined;
  effectUntil?: Day | null | undefined;
  /** Number of the item that it follows from, as typed. */
  itemNumber?: string | null | undefined;
  enforcementRecord?: string | null | undefined;
  source?: string | null | undefined;
}

/** Sound fields: texts trimmed, empty ones null. */
export interface RecordFields {
  unitId: string;
  post: string;
  postLevel: string;
  administrativeHead: boolean;
  fact: string;
  rule: string;
  form: string;
  decidedBy: string;
  decidedOn: Day;
  effect: string | null;
  effectUntil: Day | null;
  enforcementRecord: string | null;
  source: string | null;
}

/** Texts of a record: what each is called, how long it may be in characters, and whether it must be there. */
const texts = {
  post: ['职务', 60, true],
  fact: ['主要事实', 2000, true],
  rule: ['违反规定', 500, true],
  decidedBy: ['决定机关', 100, true],
  effect: ['执行情况', 500, false],
  enforcementRecord: ['执法记录', 200, false],
  source: ['来源依据', 200, false],
} as const satisfies Partial<Record<keyof RecordInput, readonly [string, number, boolean]>>;
type TextField = keyof typeof texts;

const longestName = 50;
/** A decision lies at most so many days back, an effect ends at most so many days after it. */
const oldestDecision = 5 * 366;
const longestEffect = 10 * 366;

/** What the words and the item of a record are checked against. */
export interface RecordGround {
  today: Day;
  /** Units, forms and levels that may be chosen. */
  units: ReadonlySet<string>;
  forms: ReadonlySet<string>;
  levels: ReadonlySet<string>;
  /** The name that will stand, so that no text repeats it. */
  name: string | null;
  /** Day of the item's own beginning, when it follows from one. */
  itemFoundOn: Day | null;
  hasItem: boolean;
}

/** Checks a record; the fields are sound only when there is no problem. */
export function checkRecord(input: RecordInput, ground: RecordGround): { fields: RecordFields; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const say = (field: keyof RecordInput, code: string, message: string) => problems.push({ field, code, message });
  const textOf = (field: TextField): string | null => {
    const [called, most, needed] = texts[field];
    const text = input[field]?.trim() || null;
    const length = text === null ? 0 : [...text].length;
    if (text === null && needed) say(field, 'REQUIRED', `请填写${called}。`);
    if (length > most) say(field, 'TOO_LONG', `${called}最多 ${most} 字，现为 ${length} 字。`);
    // The register names posts; a name in a text would be read by all who read the register.
    if (text !== null && ground.name !== null && [...ground.name].length > 1 && text.includes(ground.name))
      say(field, 'NAMES_PERSON', `${called}中写有当事人姓名，请改用职务。`);
    return text;
  };
  if (input.unitId === '') say('unitId', 'REQUIRED', '请选择单位。');
  else if (!ground.units.has(input.unitId)) say('unitId', 'UNKNOWN', '没有这个单位，请重新选择。');
  const post = textOf('post') ?? '';
  if (input.postLevel === '') say('postLevel', 'REQUIRED', '请选择职务层次。');
  else if (!ground.levels.has(input.postLevel)) say('postLevel', 'UNKNOWN', '没有这个职务层次，请重新选择。');
  if ([...(input.name?.trim() ?? '')].length > longestName) say('name', 'TOO_LONG', `姓名最多 ${longestName} 字。`);
  const fact = textOf('fact') ?? '';
  const rule = textOf('rule') ?? '';
  if (input.form === '') say('form', 'REQUIRED', '请选择追究方式。');
  else if (!ground.forms.has(input.form)) say('form', 'UNKNOWN', '没有这种追究方式，请重新选择。');
  const decidedBy = textOf('decidedBy') ?? '';
  checkDays(input, ground, say);
  const effect = textOf('effect');
  const enforcementRecord = textOf('enforcementRecord');
  const source = textOf('source');
  if (!ground.hasItem && !input.itemNumber?.trim() && enforcementRecord === null && source === null)
    say('source', 'REQUIRED', '请写明依据：关联事项、执法记录、来源依据至少填一项。');
  const { unitId, postLevel, administrativeHead, form, decidedOn } = input;
  const effectUntil = input.effectUntil ?? null;
  return {
    fields: {
      ...{ unitId, post, postLevel, administrativeHead, fact, rule, form, decidedBy, decidedOn },
      ...{ effect, effectUntil, enforcementRecord, source },
    },
    problems,
  };
}

function checkDays(
  { decidedOn, effectUntil }: RecordInput,
  { today, itemFoundOn }: RecordGround,
  say: (field: keyof RecordInput, code: string, message: string) => void,
): void {
  if (decidedOn > today) say('decidedOn', 'FUTURE', `决定日期不能晚于今天（${today}）。`);
  else if (decidedOn < addDays(today, -oldestDecision)) say('decidedOn', 'TOO_EARLY', '决定日期太早，请核对。');
  else if (itemFoundOn !== null && decidedOn < itemFoundOn)
    say('decidedOn', 'BEFORE_ITEM', `决定日期早于关联事项的受理（发现）日期（${itemFoundOn}）。`);
  if (!effectUntil) return;
  if (effectUntil < decidedOn) say('effectUntil', 'BEFORE_DECISION', '影响期截止日不能早于决定日期。');
  else if (effectUntil > addDays(decidedOn, longestEffect)) say('effectUntil', 'TOO_FAR', '影响期最长十年，请核对。');
}
