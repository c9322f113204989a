import {
  type Day,
  findings,
  itemKinds,
  itemStates,
  levels,
  lights,
  problemOrigins,
  rectificationClasses,
  satisfactions,
  themes,
  zeroContactKinds,
} from '@duban/rules/vocabulary';
import * as z from 'zod/mini';
import { intParam, listParam, oneOfParam, type SearchRecord, someOfParam, textParam } from './search-params.ts';
import type { UnitChoice } from './session.ts';

/** Days from and to, both included; either may be open. */
export type DayRange = { from?: Day | null | undefined; to?: Day | null | undefined };

/** Orders of a ledger, as the server names them. */
export const itemOrders = [
  'NUMBER',
  'TITLE',
  'LEAD_UNIT',
  'FOUND_ON',
  'ASSIGNED_ON',
  'DUE_ON',
  'CLOSED_ON',
  'PROGRESS',
  'STATE',
  'LIGHT',
] as const;

const dayRangePattern = /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/;
const isDay = (text: string | undefined) => text === undefined || !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** `2014-09-01..2014-09-30`; either end may be missing. */
const rangeParam = z.catch(
  z.optional(
    z.string().check(
      z.refine((text) => {
        const [, from, to] = dayRangePattern.exec(text) ?? [];
        return Boolean(from || to) && isDay(from) && isDay(to);
      }),
    ),
  ),
  undefined,
);

const asYesNo = (value: unknown) => (value === true || value === 'true' ? '1' : value === false || value === 'false' ? '0' : value);
/** Yes `1`, no `0`, absent: not asked. */
const yesNoParam = z.catch(z.pipe(z.transform(asYesNo), z.optional(z.enum(['1', '0']))), undefined);

const listNames = [
  'leadUnits',
  'units',
  'counties',
  'targetCounties',
  'categories',
  'clauses',
  'dutyPosts',
  'overseenBy',
  'channels',
  'roadDisorders',
  'enforcementDisorders',
  'complainedUnits',
  'settlementDueFrom',
] as const;
const wordNames = [
  'kinds',
  'themes',
  'levels',
  'lights',
  'states',
  'progressClasses',
  'origins',
  'satisfactions',
  'findings',
  'breachKinds',
] as const;
export const rangeNames = ['found', 'assigned', 'due', 'closed', 'writtenOff'] as const;
export const yesNoNames = [
  'closedOnTime',
  'isRepeat',
  'isReworked',
  'isPlanned',
  'isSolved',
  'isComplete',
  'isSettlementDue',
  'isTakenOn',
  'isDecisionDue',
  'isDecidedInTime',
  'isRepeatComplainant',
  'isCollective',
  'isReopened',
  'isAnswered',
] as const;
const textNames = ['phase', 'text', 'word'] as const;

/** Search parameters that say which items are listed: the same names as the server's ItemFilter. For `searchOf` of a page. */
export const itemFilterParams = {
  kinds: someOfParam(itemKinds),
  themes: someOfParam(themes),
  leadUnits: listParam,
  units: listParam,
  counties: listParam,
  targetCounties: listParam,
  levels: someOfParam(levels),
  categories: listParam,
  lights: someOfParam(lights),
  states: someOfParam(itemStates),
  phase: oneOfParam(['OPEN', 'ENDED']),
  clauses: listParam,
  dutyPosts: listParam,
  overseenBy: listParam,
  found: rangeParam,
  assigned: rangeParam,
  due: rangeParam,
  closed: rangeParam,
  writtenOff: rangeParam,
  closedOnTime: yesNoParam,
  isRepeat: yesNoParam,
  progressClasses: someOfParam(rectificationClasses),
  channels: listParam,
  origins: someOfParam(problemOrigins),
  isAnswered: yesNoParam,
  roadDisorders: listParam,
  enforcementDisorders: listParam,
  complainedUnits: listParam,
  isTakenOn: yesNoParam,
  isDecisionDue: yesNoParam,
  isDecidedInTime: yesNoParam,
  isRepeatComplainant: yesNoParam,
  isCollective: yesNoParam,
  isReopened: yesNoParam,
  word: textParam,
  satisfactions: someOfParam(satisfactions),
  findings: someOfParam(findings),
  breachKinds: someOfParam(zeroContactKinds),
  isReworked: yesNoParam,
  isPlanned: yesNoParam,
  isSolved: yesNoParam,
  isComplete: yesNoParam,
  isSettlementDue: yesNoParam,
  settlementDueFrom: listParam,
  text: textParam,
} as const;

/** All search parameters of `/items`: the filter, the order and the page. */
export const itemsSearchParams = {
  ...itemFilterParams,
  orderBy: oneOfParam(itemOrders),
  descending: yesNoParam,
  after: textParam,
  before: textParam,
  size: intParam(10, 100),
} as const;

type Read<Shape extends Readonly<Record<string, z.ZodMiniType>>> = { [Name in keyof Shape]?: z.output<Shape[Name]> };

/** The filter as the address holds it. */
export type ItemFilterSearch = Read<typeof itemFilterParams>;
/** The search of `/items`. */
export type ItemsSearch = Read<typeof itemsSearchParams>;

type RangeName = (typeof rangeNames)[number];
type YesNoName = (typeof yesNoNames)[number];

/** Which items are listed or counted: the GraphQL input `ItemFilter`. All given conditions hold at once. */
export type ItemFilter = { -readonly [Name in Exclude<keyof ItemFilterSearch, RangeName | YesNoName>]?: ItemFilterSearch[Name] } & {
  [Name in RangeName]?: DayRange | undefined;
} & { [Name in YesNoName]?: boolean | undefined };

/**
 * The search of a drill into the one ledger, e.g. `<a href={href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], lights: ['RED'] }) })}>`:
 * exactly the items of `filter`. Empty lists count as absent, as on the server.
 */
export function ledgerSearch(filter: ItemFilter): ItemFilterSearch {
  const search: SearchRecord = {};
  for (const name of [...listNames, ...wordNames]) if (filter[name]?.length) search[name] = filter[name];
  for (const name of textNames) if (filter[name]) search[name] = filter[name];
  for (const name of yesNoNames) if (typeof filter[name] === 'boolean') search[name] = filter[name] ? '1' : '0';
  for (const name of rangeNames) {
    const { from, to } = filter[name] ?? {};
    if (from || to) search[name] = `${from ?? ''}..${to ?? ''}`;
  }
  return search as ItemFilterSearch;
}

/** Undoes `ledgerSearch`: the server's filter of an address. */
export function filterOfSearch(search: ItemFilterSearch): ItemFilter {
  const filter: SearchRecord = {};
  for (const name of [...listNames, ...wordNames]) if (search[name]?.length) filter[name] = search[name];
  for (const name of textNames) if (search[name]) filter[name] = search[name];
  for (const name of yesNoNames) if (search[name]) filter[name] = search[name] === '1';
  for (const name of rangeNames) {
    const range = rangeOf(search[name]);
    if (range) filter[name] = range;
  }
  return filter as ItemFilter;
}

/** `2014-09-01..` → `{ from: '2014-09-01' }`; nothing for what is no range. */
export function rangeOf(text: string | undefined): DayRange | undefined {
  const [, from, to] = dayRangePattern.exec(text ?? '') ?? [];
  return from || to ? { ...(from ? { from } : {}), ...(to ? { to } : {}) } : undefined;
}

/**
 * The filter within the scope chosen in the frame: a county's items, or those that a unit leads or assists. Every page that respects the
 * scope uses it, and so does the ledger: applying it twice changes nothing, so a drill keeps its count.
 */
export function scopedFilter(filter: ItemFilter, scope: string | undefined, units: readonly Pick<UnitChoice, 'id' | 'kind'>[]): ItemFilter {
  const unit = units.find(({ id }) => id === scope);
  if (!unit || unit.kind === 'CITY') return filter;
  const name = unit.kind === 'COUNTY' ? 'counties' : 'units';
  const given = filter[name];
  if (!given?.length || (given.length === 1 && given[0] === unit.id)) return { ...filter, [name]: [unit.id] };
  // Another county than the scope's own: nothing matches both. No unit has the code "-".
  if (name === 'counties') return { ...filter, counties: given.includes(unit.id) ? [unit.id] : ['-'] };
  return { ...filter, units: given.filter((id) => id === unit.id).length ? [unit.id] : ['-'] };
}
