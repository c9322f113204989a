import { addDays } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import type { FieldProblem } from '../../graphql/errors.ts';
import { checkNeeds, type NeedInput, type RaiseWish } from './need-fields.ts';
import type { StoredNeed, StoredVisit } from './stored-visit.ts';
import type { ContactPoint, VisitGround } from './visit-ground.ts';

/** A visit as it came in. Texts as typed; days `YYYY-MM-DD`. */
export interface VisitInput {
  postId: string;
  contactPointId?: string | null | undefined;
  /** By default the contact point's name. */
  place?: string | null | undefined;
  countyId?: string | null | undefined;
  visitedOn: Day;
  /** Codes of the dictionary `visit-kind`. */
  kinds: readonly string[];
  isFrontLine: boolean;
  peopleMet: number;
  met?: string | null | undefined;
  opinions?: string | null | undefined;
  decision?: string | null | undefined;
  needs: readonly NeedInput[];
  /** Of a new visit the uploads taken; of a correction also the photos that stay. Absent: none, or those there are. */
  photoIds?: readonly string[] | null | undefined;
}

/** Sound fields: texts trimmed, empty ones null, ids of the needs those they have or will have. */
export type VisitFields = Pick<
  StoredVisit,
  'postId' | 'contactPointId' | 'place' | 'countyId' | 'visitedOn' | 'kinds' | 'isFrontLine' | 'peopleMet' | 'met' | 'opinions' | 'decision'
> & { needs: StoredNeed[] };

/** Texts of a visit: what each is called, and how long it may be in characters. */
const texts = {
  place: ['地点', 100],
  met: ['走访对象', 200],
  opinions: ['意见建议', 2000],
  decision: ['现场决定', 1000],
} as const satisfies Partial<Record<keyof VisitInput, readonly [string, number]>>;

/** A visit lies at most so many days back. */
const oldestVisit = 366;
const mostPeople = 100_000;
const mostKinds = 6;
export const mostPhotos = 9;

/** Checks a visit; the fields are sound only when there is no problem. `present`: the record that a correction puts right. */
export function checkVisit(
  input: VisitInput,
  ground: VisitGround,
  present: StoredVisit | null = null,
): { fields: VisitFields; raise: RaiseWish[]; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const say = (field: string, code: string, message: string) => problems.push({ field, code, message });
  const textOf = (field: keyof typeof texts): string | null => {
    const [called, most] = texts[field];
    const text = input[field]?.trim() || null;
    const length = text === null ? 0 : [...text].length;
    if (length > most) say(field, 'TOO_LONG', `${called}最多 ${most} 字，现为 ${length} 字。`);
    return text;
  };
  const { postId, visitedOn, isFrontLine, peopleMet } = input;
  const leader = ground.leaders.get(postId);
  if (postId === '') say('postId', 'REQUIRED', '请选择走访领导。');
  else if (!leader) say('postId', 'UNKNOWN', '没有这位领导的岗位，请重新选择。');
  else if (!ground.mayEnterFor(leader)) say('postId', 'NOT_YOURS', '只能录入本人或本单位领导的走访；市领导的由督查室代录。');
  checkDay(visitedOn, ground.today, say);
  const point = pointOf(input, ground, say);
  if (point && point.id !== present?.contactPointId && (visitedOn < point.validFrom || visitedOn > point.validTo))
    say('contactPointId', 'NOT_IN_FORCE', `这个联系点在 ${visitedOn} 未生效，请核对日期或重新选择。`);
  const place = textOf('place') ?? point?.name ?? null;
  if (place === null) say('place', 'REQUIRED', '请选择联系点，或填写地点。');
  const countyId = input.countyId || point?.countyId || null;
  if (countyId !== null && !ground.counties.has(countyId)) say('countyId', 'UNKNOWN', '没有这个县区，请重新选择。');
  const kinds = [...new Set(input.kinds)];
  if (kinds.length === 0) say('kinds', 'REQUIRED', '请至少选择一种走访形式。');
  else if (kinds.length > mostKinds) say('kinds', 'TOO_MANY', `走访形式最多选 ${mostKinds} 种。`);
  else if (!kinds.every((kind) => ground.kinds.has(kind) || present?.kinds.includes(kind)))
    say('kinds', 'UNKNOWN', '有的走访形式已停用或不存在，请重新选择。');
  if (!Number.isInteger(peopleMet) || peopleMet < 0 || peopleMet > mostPeople)
    say('peopleMet', 'OUT_OF_RANGE', `走访人数须是 0 到 ${mostPeople} 的整数。`);
  const [met, opinions, decision] = [textOf('met'), textOf('opinions'), textOf('decision')];
  if (input.photoIds && new Set(input.photoIds).size > mostPhotos) say('photoIds', 'TOO_MANY', `照片最多 ${mostPhotos} 张。`);
  const { needs, raise } = checkNeeds(
    input.needs,
    ground,
    { visitedOn, present: present?.needs ?? [], wasOn: present?.visitedOn ?? null },
    say,
  );
  return {
    fields: {
      ...{ postId, contactPointId: point?.id ?? null, place: place ?? '', countyId, visitedOn, kinds, isFrontLine, peopleMet },
      ...{ met, opinions, decision, needs },
    },
    raise,
    problems,
  };
}

type Say = (field: string, code: string, message: string) => void;

function checkDay(visitedOn: Day, today: Day, say: Say): void {
  if (visitedOn > today) say('visitedOn', 'FUTURE', `走访日期不能晚于今天（${today}）。`);
  else if (visitedOn < addDays(today, -oldestVisit)) say('visitedOn', 'TOO_EARLY', '走访日期太早（超过一年），请核对。');
}

function pointOf({ contactPointId, postId }: VisitInput, { points }: VisitGround, say: Say): ContactPoint | null {
  if (!contactPointId) return null;
  const point = points.get(contactPointId);
  if (point && point.postId === postId) return point;
  say('contactPointId', 'UNKNOWN', '没有这个联系点，或者它不是这位领导的，请重新选择。');
  return null;
}
