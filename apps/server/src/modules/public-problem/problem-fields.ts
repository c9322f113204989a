import { addDays } from '@duban/rules/calendar';
import { type Day, openEnded, type ProblemOrigin, problemOrigins } from '@duban/rules/vocabulary';
import type { FieldProblem } from '../../graphql/errors.ts';
import { normalPhone } from '../../registers/complainant.ts';
import type { LedgerContext } from '../../registers/ledger-context.ts';
import { dueDay } from '../../registers/public-problem.ts';
import type { Raiser } from '../../registers/raiser.ts';
import { TextFields } from '../complaint/text-fields.ts';
import { dayProblem } from '../item/acts/check-fields.ts';
import type { Viewer } from '../session/viewer.ts';
import { mayLead } from './public-problem.policy.ts';
import { raiserTracesIn } from './raiser-traces.ts';

/** Longest texts, in characters. */
const longest = { title: 200, content: 4000, name: 50, phone: 40 } as const;
const mostPeople = 9_999_999;
/** A problem was raised at most so many days ago. */
const oldestDays = 2 * 366;

/** A problem as it came in. Texts as typed; days `YYYY-MM-DD`. */
export interface ProblemInput {
  title: string;
  content: string;
  /** Code of the dictionary `public-topic`; none: 分类待定. */
  topic?: string | null | undefined;
  origin: ProblemOrigin;
  /** Code of the dictionary `public-problem-channel`. */
  channel: string;
  peopleAffected?: number | null | undefined;
  /** By default the county of the lead unit. */
  countyId?: string | null | undefined;
  /** By default today. */
  raisedOn?: Day | null | undefined;
  leadUnitId: string;
  /** By default the limit in force, from today. */
  dueOn?: Day | null | undefined;
  raiserName?: string | null | undefined;
  raiserPhone?: string | null | undefined;
}

/** A sound problem. */
export interface ProblemFields extends Raiser {
  title: string;
  content: string;
  topic: string | null;
  origin: ProblemOrigin;
  channel: string;
  peopleAffected: number | null;
  countyId: string | null;
  raisedOn: Day;
  leadUnitId: string;
  dueOn: Day;
}

/** Checks a problem against the units, dictionaries and calendar in force. The fields are sound only when there is no problem. */
export function checkProblem(
  viewer: Viewer,
  input: ProblemInput,
  context: LedgerContext,
): { fields: ProblemFields; problems: FieldProblem[] } {
  const texts = new TextFields();
  const { problems } = texts;
  const say = (field: keyof ProblemInput, code: string, message: string) => problems.push({ field, code, message });
  const isTerm = (dictionary: string, code: string) =>
    context.lookupData.terms.some((term) => term.dictionary === dictionary && term.code === code);

  const title = texts.line('title', input.title, { most: longest.title, required: true }) ?? '';
  const content = texts.text('content', input.content, { most: longest.content, required: true }) ?? '';
  const raiserName = texts.line('raiserName', input.raiserName, { most: longest.name });
  const raiserPhone = phoneOf(texts, input.raiserPhone);
  const { origin, channel, leadUnitId } = input;
  const topic = input.topic || null;
  if (topic && !isTerm('public-topic', topic)) say('topic', 'UNKNOWN', '没有这个问题类别，请重新选择。');
  if (!problemOrigins.includes(origin)) say('origin', 'UNKNOWN', '请选择来源。');
  if (!isTerm('public-problem-channel', channel)) say('channel', 'UNKNOWN', '请选择反映渠道。');
  else if (origin === 'SELF_FOUND' && channel !== 'self-found') say('channel', 'SELF_FOUND', '单位自身查找的问题，反映渠道请选自身查找。');
  else if (origin === 'ASKED_FOR' && channel === 'self-found') say('channel', 'ASKED_FOR', '征求意见得来的问题，请选择收集的渠道。');
  if (origin === 'SELF_FOUND' && (raiserName || raiserPhone))
    say(raiserName ? 'raiserName' : 'raiserPhone', 'SELF_FOUND', '单位自身查找的问题没有反映人，请清空这一项。');
  sayTraces(say, { title, content }, { raiserName, raiserPhone });

  const peopleAffected = input.peopleAffected ?? null;
  if (peopleAffected !== null && !(Number.isInteger(peopleAffected) && peopleAffected >= 1 && peopleAffected <= mostPeople))
    say('peopleAffected', 'PEOPLE', `涉及人数应为 1 至 ${mostPeople} 的整数。`);
  const units = new Map(context.lookupData.units.map((unit) => [unit.id, unit]));
  const countyId = input.countyId || (context.countyOf.get(leadUnitId) ?? null);
  if (input.countyId && units.get(input.countyId)?.kind !== 'COUNTY') say('countyId', 'UNKNOWN', '没有这个县（区），请重新选择。');
  const lead = units.get(leadUnitId);
  if (leadUnitId.trim() === '') say('leadUnitId', 'REQUIRED', '请选择责任单位。');
  else if (!lead || lead.kind === 'CITY') say('leadUnitId', 'UNKNOWN', '没有这个单位，请重新选择。');
  else if (!mayLead(viewer, leadUnitId)) say('leadUnitId', 'NOT_YOUR_UNIT', '您只能登记由本单位承办的问题。');

  const { today } = context;
  const raisedOn = input.raisedOn ?? today;
  if (raisedOn > today) say('raisedOn', 'FUTURE', `反映日期不能晚于今天（${today}）。`);
  else if (raisedOn < addDays(today, -oldestDays)) say('raisedOn', 'TOO_EARLY', '反映日期太早，请核对年份。');
  const dueOn = input.dueOn ?? dueDay(context, today);
  if (dueOn === null) say('dueOn', 'REQUIRED', '没有规定时限可以推算，请填写办结时限。');
  else if (dueOn === openEnded) say('dueOn', 'TOO_FAR', '群众反映问题须有办结时限。');
  else {
    const problem = dayProblem(dueOn);
    if (problem) say('dueOn', ...problem);
  }
  const fields = { title, content, topic, origin, channel, peopleAffected, countyId, raisedOn, leadUnitId, dueOn: dueOn ?? today };
  return { fields: { ...fields, raiserName, raiserPhone }, problems };
}

/** As typed: with area code, blanks, or an extension. */
function phoneOf(texts: TextFields, given: string | null | undefined): string | null {
  const phone = texts.line('raiserPhone', given, { most: longest.phone });
  if (phone === null) return null;
  const isPhone = /^[\d\s()+\-,;#*x转]+$/i.test(phone.normalize('NFKC')) && /^\d{7,20}$/.test(normalPhone(phone));
  return isPhone ? phone : texts.fail('raiserPhone', 'PHONE');
}

/** Everybody who sees the item reads title and content: neither may name whoever raised it. */
function sayTraces(
  say: (field: keyof ProblemInput, code: string, message: string) => unknown,
  texts: Record<'title' | 'content', string>,
  raiser: Raiser,
): void {
  for (const field of ['title', 'content'] as const) {
    const traces = raiserTracesIn(texts[field], raiser);
    if (traces.length > 0) say(field, 'NAMES_RAISER', `各有关单位会看到这里的内容，请删去能认出反映人的信息（${traces.join('、')}）。`);
  }
}
