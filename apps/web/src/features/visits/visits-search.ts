import { visitDutyStates } from '@duban/rules/visit-duty';
import type { VisitFilter, VisitNeedFilter } from '../../gql/graphql.ts';
import {
  dayParam,
  flagParam,
  ledgerParams,
  listParam,
  oneOfParam,
  type SearchReader,
  searchOf,
  someOfParam,
  stringifySearch,
  textParam,
} from '../../ui/search-params.ts';

export const leaderGroups = ['CITY', 'COUNTY', 'DEPARTMENT'] as const;
export const visitStatuses = ['IN_FORCE', 'WITHDRAWN'] as const;
export const needOutcomes = ['ON_THE_SPOT', 'LATER', 'ITEM_DONE', 'ITEM_UNDER_WAY', 'WAITING'] as const;
/** Outcomes that count as answered, as the server counts. */
export const answeredOutcomes = ['ON_THE_SPOT', 'LATER', 'ITEM_DONE'] as const;

/** Search parameters of `/visits`: of the calendar (group, months, state), and of the register below it. */
export const visitsParams = {
  ...ledgerParams,
  group: oneOfParam(leaderGroups),
  fromMonth: textParam,
  toMonth: textParam,
  only: oneOfParam(visitDutyStates),
  list: oneOfParam(['visits', 'needs']),
  posts: listParam,
  counties: listParam,
  kinds: listParam,
  frontLine: oneOfParam(['yes', 'no']),
  from: dayParam,
  to: dayParam,
  status: oneOfParam(visitStatuses),
  units: listParam,
  uncharged: flagParam,
  outcomes: someOfParam(needOutcomes),
  item: oneOfParam(['yes', 'no']),
  points: flagParam,
} as const;

type ReaderOf<Reader> = Reader extends SearchReader<infer Read> ? Read : never;
const reader = searchOf(visitsParams);
export type VisitsSearch = ReaderOf<typeof reader>;

const yesNo = (word: 'yes' | 'no' | undefined) => (word ? word === 'yes' : null);

/** The server's filter of visits; `scope` is the unit chosen in the frame. */
export function visitFilterOf(search: VisitsSearch, scope: string | undefined): VisitFilter {
  const { group, posts, counties, kinds, frontLine, from, to, status } = search;
  return {
    posts: posts ?? null,
    group: group ?? null,
    within: scope ?? null,
    counties: counties ?? null,
    kinds: kinds ?? null,
    frontLine: yesNo(frontLine),
    from: from ?? null,
    to: to ?? null,
    status: status ?? null,
  };
}

/** The server's filter of needs. */
export function needFilterOf(search: VisitsSearch, scope: string | undefined): VisitNeedFilter {
  const { status: _status, ...visit } = visitFilterOf(search, scope);
  const { units, uncharged, outcomes, item } = search;
  return { ...visit, units: units ?? null, uncharged: uncharged ?? null, outcomes: outcomes ?? null, becameItem: yesNo(item) };
}

/** True when the address narrows the register. */
export function isFiltered(search: VisitsSearch): boolean {
  const { group, posts, counties, kinds, frontLine, from, to, status, units, uncharged, outcomes, item } = search;
  return [group, posts, counties, kinds, frontLine, from, to, status, units, uncharged, outcomes, item].some(Boolean);
}

/** Route that downloads what is filtered. */
export function exportHref(search: VisitsSearch, { asOf, scope }: { asOf?: string | undefined; scope?: string | undefined }): string {
  const { group, posts, counties, kinds, frontLine, from, to, status } = search;
  return `/files/visits/data.xlsx${stringifySearch({ asOf, scope, group, posts, counties, kinds, frontLine, from, to, status })}`;
}
