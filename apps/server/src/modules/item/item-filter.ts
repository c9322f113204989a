import {
  type ItemKind,
  type ItemState,
  itemKinds,
  type Level,
  type Light,
  type ProblemOrigin,
  type Theme,
  themeOfKind,
} from '@duban/rules/vocabulary';
import { clock } from '../../clock.ts';
import { empty, join, type Sql, sql } from '../../database.ts';
import type { Viewer } from '../session/viewer.ts';
import {
  factsHold,
  isAbout,
  isCollective,
  isDecidedInTime,
  isDecisionDue,
  isReopened,
  isRepeatComplainant,
  isTakenOn,
} from './complaint-predicates.ts';
import { itemsVisibleTo, seesWholeCity } from './item.policy.ts';
import { closedOn, isComplete, isOpen, isPlanned, isRepeat, isReworked, isSettlementDue, writtenOffOn } from './item-predicates.ts';
import { cameThrough, isOfOrigin, isProblemAnswered, isRated } from './public-problem-predicates.ts';

/** Days from and to, both included. */
export interface DayRange {
  from?: string | null;
  to?: string | null;
}

/** Whether anything is still owed. */
export const phases = ['OPEN', 'ENDED'] as const;
export type Phase = (typeof phases)[number];

/** Which items a ledger lists and a report counts. All given conditions hold at once. The same on every screen, in links and exports. */
export interface ItemFilter {
  kinds?: readonly ItemKind[] | null;
  themes?: readonly Theme[] | null;
  leadUnits?: readonly string[] | null;
  /** Units that lead or assist. */
  units?: readonly string[] | null;
  /** `NONE`: those that lie in no county. */
  counties?: readonly string[] | null;
  /** Livelihood works with a target in these counties, programmes of the central city left out (model 18). */
  targetCounties?: readonly string[] | null;
  levels?: readonly Level[] | null;
  /** `NONE`: those without one yet. */
  categories?: readonly string[] | null;
  lights?: readonly Light[] | null;
  states?: readonly ItemState[] | null;
  phase?: Phase | null;
  clauses?: readonly string[] | null;
  dutyPosts?: readonly string[] | null;
  /** Lead units that these posts oversee (分管). */
  overseenBy?: readonly string[] | null;
  found?: DayRange | null;
  assigned?: DayRange | null;
  due?: DayRange | null;
  closed?: DayRange | null;
  writtenOff?: DayRange | null;
  closedOnTime?: boolean | null;
  /** Found again in the same unit and category after an earlier one was written off (style problems). */
  isRepeat?: boolean | null;
  progressClasses?: readonly string[] | null;
  channels?: readonly string[] | null;
  /** Problems of the public: 征求意见 or 自身查找. */
  origins?: readonly ProblemOrigin[] | null;
  /** Problems of the public whose raiser was answered. See `isProblemAnswered`. */
  isAnswered?: boolean | null;
  /** Problems of a rectification with these disorders of the roads, or of enforcement; `NONE`: those with none. */
  roadDisorders?: readonly string[] | null;
  enforcementDisorders?: readonly string[] | null;
  /** Complaints about these units; `NONE`: those that name none. */
  complainedUnits?: readonly string[] | null;
  /** Complaints taken on. See `isTakenOn`. */
  isTakenOn?: boolean | null;
  /** Complaints on which a decision was due by the day, and those decided on in time. See `isDecisionDue`. */
  isDecisionDue?: boolean | null;
  isDecidedInTime?: boolean | null;
  /** 重复投诉. Only who sees the whole city learns of it: a unit could tell from it which of its complaints one person made. */
  isRepeatComplainant?: boolean | null;
  isCollective?: boolean | null;
  /** The complainant asked for it to be handled again. */
  isReopened?: boolean | null;
  /** Complaints whose facts hold this word as it stands. */
  word?: string | null;
  satisfactions?: readonly string[] | null;
  breachKinds?: readonly string[] | null;
  /** Complaints: what was found, as answered. */
  findings?: readonly string[] | null;
  /** Complaints handled again after an answer or review that did not hold. */
  isReworked?: boolean | null;
  /** There is a plan to measure it by. See `isPlanned`. */
  isPlanned?: boolean | null;
  isSolved?: boolean | null;
  /** Done: 整改到位, 办结, 完成. See `isComplete`. */
  isComplete?: boolean | null;
  /** 应办结 by the day. See `isSettlementDue`. */
  isSettlementDue?: boolean | null;
  /** Units whose own part was 应办结 by the day: the denominator of the ranking. */
  settlementDueFrom?: readonly string[] | null;
  /** Part of a title, a number, or pinyin initials. */
  text?: string | null;
}

/** Items as they stood at the end of a day, alias `a`; today's are read from the items themselves. */
export function itemsAt(asOf: string): Sql {
  return asOf >= clock.today() ? sql`item_now(${asOf}::date) a` : sql`item_as_of(${asOf}::date) a`;
}

/** `FROM … WHERE` of everything that lists or counts items: aliases `a` (how it stood) and `i` (the item). */
export function fromItems(viewer: Viewer, asOf: string, filter: ItemFilter = {}, joins: Sql = empty): Sql {
  return sql`FROM ${itemsAt(asOf)} JOIN item i ON i.id = a.item_id ${joins} WHERE ${itemsVisibleTo(viewer)} ${conditions(filter, asOf, seesWholeCity(viewer))}`;
}

/** `AND …` of a filter, on aliases `a` and `i`. `knowsRepeats`: whether 重复投诉 may be told apart; otherwise none is. */
export function conditions(filter: ItemFilter, asOf: string, knowsRepeats = false): Sql {
  const kinds = kindsOf(filter);
  const all: Sql[] = [
    ...(kinds ? [isOfKind(kinds)] : []),
    ...any(filter.leadUnits, (list) => sql`a.lead_unit_id = ANY(${list}::text[])`),
    ...any(
      filter.units,
      (list) =>
        sql`EXISTS (SELECT 1 FROM item_unit p WHERE p.item_id = i.id AND p.superseded_by_id IS NULL AND p.unit_id = ANY(${list}::text[]))`,
    ),
    ...any(filter.counties, (list) => oneOf(sql`a.county_id`, list)),
    ...any(
      filter.targetCounties,
      (list) => sql`EXISTS (SELECT 1 FROM county_target g WHERE g.item_id = i.id AND g.target > 0 AND g.county_id = ANY(${list}::text[]))
        AND NOT EXISTS (SELECT 1 FROM term c WHERE c.dictionary = 'livelihood-programme' AND c.code = a.category
          AND (c.extra->>'centralCityOnly')::boolean)`,
    ),
    ...any(filter.levels, (list) => sql`a.level = ANY(${list}::level[])`),
    ...any(filter.categories, (list) => oneOf(sql`a.category`, list)),
    ...any(filter.lights, (list) => sql`a.light = ANY(${list}::light[])`),
    ...any(filter.states, (list) => sql`a.state = ANY(${list}::item_state[])`),
    ...(filter.phase ? [filter.phase === 'OPEN' ? isOpen : sql`NOT ${isOpen}`] : []),
    ...any(filter.clauses, ofClauses),
    ...any(filter.dutyPosts, (list) => sql`i.duty_post_id = ANY(${list}::text[])`),
    ...any(
      filter.overseenBy,
      (list) => sql`EXISTS (SELECT 1 FROM portfolio o WHERE o.unit_id = a.lead_unit_id AND o.post_id = ANY(${list}::text[]))`,
    ),
    ...range(sql`i.found_on`, filter.found),
    ...range(sql`i.assigned_on`, filter.assigned),
    ...range(sql`a.due_on`, filter.due),
    ...range(closedOn(asOf), filter.closed),
    ...range(writtenOffOn(asOf), filter.writtenOff),
    ...flag(filter.closedOnTime, sql`(${closedOn(asOf)} <= a.due_on)`),
    ...flag(filter.isRepeat, isRepeat),
    ...any(
      filter.progressClasses,
      (list) =>
        sql`EXISTS (SELECT 1 FROM style_problem s WHERE s.item_id = i.id AND s.progress_class = ANY(${list}::rectification_class[]))`,
    ),
    ...any(
      filter.channels,
      (list) =>
        sql`(EXISTS (SELECT 1 FROM complaint c WHERE c.item_id = i.id AND c.channel = ANY(${list}::text[])) OR ${cameThrough(list)})`,
    ),
    ...any(filter.origins, isOfOrigin),
    ...flag(filter.isAnswered, isProblemAnswered(asOf)),
    ...any(filter.roadDisorders, (list) => hasDisorder(sql`d.road_disorder`, list)),
    ...any(filter.enforcementDisorders, (list) => hasDisorder(sql`d.enforcement_disorder`, list)),
    ...any(
      filter.satisfactions,
      (list) =>
        sql`(EXISTS (SELECT 1 FROM complaint c WHERE c.item_id = i.id AND c.satisfaction = ANY(${list}::satisfaction[])
          AND ${knownBy(sql`c.called_back_on`, asOf)}) OR ${isRated(list, asOf)})`,
    ),
    ...any(
      filter.findings,
      (list) =>
        sql`EXISTS (SELECT 1 FROM complaint c WHERE c.item_id = i.id AND c.finding = ANY(${list}::finding[])
          AND ${knownBy(sql`coalesce(c.found_on, c.answered_on)`, asOf)})`,
    ),
    ...any(
      filter.breachKinds,
      (list) =>
        sql`EXISTS (SELECT 1 FROM zero_contact_breach z WHERE z.item_id = i.id AND z.occurred_on <= ${asOf}::date AND z.kind = ANY(${list}::zero_contact_kind[]))`,
    ),
    ...flag(filter.isReworked, isReworked),
    ...any(filter.complainedUnits, isAbout),
    ...flag(filter.isTakenOn, isTakenOn),
    ...flag(filter.isDecisionDue, isDecisionDue(asOf)),
    ...flag(filter.isDecidedInTime, isDecidedInTime),
    ...flag(filter.isRepeatComplainant, knowsRepeats ? isRepeatComplainant : sql`FALSE`),
    ...flag(filter.isCollective, isCollective),
    ...flag(filter.isReopened, isReopened),
    ...(filter.word?.trim() ? [factsHold(filter.word.trim().slice(0, 100))] : []),
    ...flag(filter.isPlanned, isPlanned),
    ...flag(filter.isComplete, isComplete),
    ...flag(filter.isSettlementDue, isSettlementDue(sql`a`, asOf)),
    ...any(
      filter.settlementDueFrom,
      (list) => sql`EXISTS (SELECT 1 FROM part_as_of(${asOf}::date) q
        WHERE q.item_id = i.id AND q.unit_id = ANY(${list}::text[]) AND ${isSettlementDue(sql`q`, asOf)})`,
    ),
    ...flag(filter.isSolved, sql`EXISTS (SELECT 1 FROM hard_problem h WHERE h.item_id = i.id AND h.solved_on <= ${asOf}::date)`),
    ...(filter.text?.trim() ? [matches(filter.text.trim())] : []),
  ];
  return all.length > 0 ? sql`AND ${join(all, ' AND ')}` : empty;
}

/** A problem of a special rectification with one of these disorders. */
function hasDisorder(column: Sql, list: readonly string[]): Sql {
  return sql`EXISTS (SELECT 1 FROM rectification_problem d WHERE d.item_id = i.id AND ${oneOf(column, list)})`;
}

/** What was noted without a day is known at once. */
function knownBy(day: Sql, asOf: string): Sql {
  return sql`coalesce(${day} <= ${asOf}::date, TRUE)`;
}

/**
 * Items of these clauses and of all clauses below them. A style problem also answers the clause of its main category (`extra.clause` of the
 * dictionary, policy 2(1)1 to 2(1)10).
 */
function ofClauses(list: readonly string[]): Sql {
  const below = sql`WITH RECURSIVE below AS (
    SELECT number FROM clause WHERE number = ANY(${list}::text[])
    UNION SELECT c.number FROM clause c JOIN below b ON c.parent_number = b.number)`;
  return sql`(a.clause_number = ANY(ARRAY(${below} SELECT number FROM below))
    OR (a.kind = 'STYLE_PROBLEM' AND a.category = ANY(ARRAY(${below} SELECT m.code FROM term m JOIN below b ON b.number = m.extra ->> 'clause'
      WHERE m.dictionary = 'style-category'))))`;
}

/** An item never changes its register: said of both aliases, so that either's indexes serve. */
function isOfKind(kinds: readonly ItemKind[]): Sql {
  const [kind, ...others] = kinds;
  if (kind === undefined) return sql`FALSE`;
  if (others.length === 0) return sql`a.kind = ${kind}::item_kind AND i.kind = ${kind}::item_kind`;
  return sql`a.kind = ANY(${kinds}::item_kind[]) AND i.kind = ANY(${kinds}::item_kind[])`;
}

function kindsOf({ kinds, themes }: ItemFilter): readonly ItemKind[] | null {
  if (!kinds?.length && !themes?.length) return null;
  return itemKinds.filter(
    (kind) => (!kinds?.length || kinds.includes(kind)) && (!themes?.length || themes.some((theme) => theme === themeOfKind[kind])),
  );
}

function any<T>(list: readonly T[] | null | undefined, condition: (list: readonly T[]) => Sql): Sql[] {
  return list?.length ? [condition(list)] : [];
}

/** `NONE` in the list stands for rows without a code. */
function oneOf(column: Sql, list: readonly string[]): Sql {
  const among = sql`${column} = ANY(${list}::text[])`;
  return list.includes('NONE') ? sql`(${among} OR ${column} IS NULL)` : among;
}

function range(column: Sql, days: DayRange | null | undefined): Sql[] {
  return [...(days?.from ? [sql`${column} >= ${days.from}::date`] : []), ...(days?.to ? [sql`${column} <= ${days.to}::date`] : [])];
}

function flag(wanted: boolean | null | undefined, condition: Sql): Sql[] {
  if (wanted === null || wanted === undefined) return [];
  return [wanted ? condition : sql`coalesce(NOT ${condition}, TRUE)`];
}

function matches(text: string): Sql {
  const part = `%${text.slice(0, 100).replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(i.title ILIKE ${part} OR i.number ILIKE ${part} OR i.pinyin LIKE ${part.toLowerCase()})`;
}
