import { addDays } from '@duban/rules/calendar';
import { type DisorderList, disorderListOf } from '@duban/rules/rectification';
import { type Day, openEnded } from '@duban/rules/vocabulary';
import type { FieldProblem } from '../../graphql/errors.ts';
import type { LedgerContext } from '../../registers/ledger-context.ts';
import { TextFields } from '../complaint/text-fields.ts';
import { dayProblem } from '../item/acts/check-fields.ts';

/** A problem found, as it came in. Texts as typed; days `YYYY-MM-DD`. */
export interface ProblemInput {
  /** The rectification: code of the dictionary `rectification-campaign`. */
  code: string;
  title: string;
  content: string;
  /** Code of the rectification's own list of disorders, where it has one. */
  disorder?: string | null | undefined;
  place?: string | null | undefined;
  foundBy?: string | null | undefined;
  /** By default the county of the unit. */
  countyId?: string | null | undefined;
  /** By default today. */
  foundOn?: Day | null | undefined;
  leadUnitId: string;
  dutyPerson?: string | null | undefined;
  measure?: string | null | undefined;
  dueOn: Day;
}

/** A sound problem. */
export interface ProblemFields {
  code: string;
  title: string;
  content: string;
  disorder: { list: DisorderList; code: string } | null;
  place: string | null;
  foundBy: string | null;
  countyId: string | null;
  foundOn: Day;
  leadUnitId: string;
  dutyPerson: string | null;
  measure: string | null;
  dueOn: Day;
}

/** A problem was found at most so many days ago. */
const oldestDays = 366;

/** Checks a problem against the units, dictionaries and calendar in force. `units`: those for which the viewer may list one. */
export function checkProblem(
  input: ProblemInput,
  { today, lookupData, countyOf }: LedgerContext,
  units: readonly string[] | 'ALL',
): { fields: ProblemFields; problems: FieldProblem[] } {
  const texts = new TextFields();
  const { problems } = texts;
  const say = (field: keyof ProblemInput, code: string, message: string) => problems.push({ field, code, message });
  const title = texts.line('title', input.title, { most: 200, required: true }) ?? '';
  const content = texts.text('content', input.content, { most: 2000, required: true }) ?? '';
  const place = texts.line('place', input.place, { most: 200 });
  const foundBy = texts.line('foundBy', input.foundBy, { most: 100 });
  const dutyPerson = texts.line('dutyPerson', input.dutyPerson, { most: 50 });
  const measure = texts.text('measure', input.measure, { most: 2000 });

  const list = disorderListOf(input.code);
  const isKnown = (dictionary: string, code: string) =>
    lookupData.terms.some((term) => term.dictionary === dictionary && term.code === code);
  if (input.disorder && !list) say('disorder', 'DISORDER_OF_ANOTHER', '这个专项不分三乱类型，请清空这一项。');
  else if (input.disorder && list && !isKnown(list, input.disorder)) say('disorder', 'UNKNOWN', '这个专项没有这种三乱类型，请重新选择。');
  const disorder = input.disorder && list ? { list, code: input.disorder } : null;

  const lead = lookupData.units.find(({ id }) => id === input.leadUnitId);
  if (input.leadUnitId.trim() === '') say('leadUnitId', 'REQUIRED', '请选择整改单位。');
  else if (!lead || lead.kind === 'CITY') say('leadUnitId', 'UNKNOWN', '没有这个单位，请重新选择。');
  else if (units !== 'ALL' && !units.includes(lead.id))
    say('leadUnitId', 'NOT_YOUR_UNIT', '您只能登记由本单位（牵头单位可为参加单位）整改的问题。');
  const countyId = input.countyId || (countyOf.get(input.leadUnitId) ?? null);
  if (input.countyId && lookupData.units.find(({ id }) => id === input.countyId)?.kind !== 'COUNTY')
    say('countyId', 'UNKNOWN', '没有这个县（区），请重新选择。');

  const foundOn = input.foundOn ?? today;
  if (foundOn > today) say('foundOn', 'FUTURE', `发现日期不能晚于今天（${today}）。`);
  else if (foundOn < addDays(today, -oldestDays)) say('foundOn', 'TOO_EARLY', '发现日期太早，请核对年份。');
  const dueProblem: [string, string] | null = input.dueOn === openEnded ? ['TOO_FAR', '整改问题须有整改时限。'] : dayProblem(input.dueOn);
  if (dueProblem) say('dueOn', ...dueProblem);
  const { code, leadUnitId, dueOn } = input;
  return {
    fields: { code, title, content, disorder, place, foundBy, countyId, foundOn, leadUnitId, dutyPerson, measure, dueOn },
    problems,
  };
}
