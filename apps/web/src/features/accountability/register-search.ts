import type { AccountabilityFilter } from '../../gql/graphql.ts';
import {
  dayParam,
  flagParam,
  ledgerParams,
  listParam,
  oneOfParam,
  type SearchReader,
  searchOf,
  stringifySearch,
  textParam,
} from '../../ui/search-params.ts';

export const statuses = ['IN_FORCE', 'REVOKED'] as const;

/** Search parameters of `/accountability`: the filter, the page, the record on show, and whether a new one is being entered. */
export const accountabilityParams = {
  ...ledgerParams,
  units: listParam,
  forms: listParam,
  head: oneOfParam(['yes', 'no']),
  from: dayParam,
  to: dayParam,
  item: textParam,
  status: oneOfParam(statuses),
  followsComplaint: flagParam,
  record: textParam,
  new: flagParam,
} as const;

type ReaderOf<Reader> = Reader extends SearchReader<infer Read> ? Read : never;
const reader = searchOf(accountabilityParams);
export type AccountabilitySearch = ReaderOf<typeof reader>;

/** The server's filter of an address; `scope` is the unit chosen in the frame. */
export function filterOf(search: AccountabilitySearch, scope: string | undefined): AccountabilityFilter {
  const { units, forms, head, from, to, item, status, followsComplaint } = search;
  return {
    units: units ?? null,
    within: scope ?? null,
    forms: forms ?? null,
    administrativeHead: head ? head === 'yes' : null,
    from: from ?? null,
    to: to ?? null,
    itemNumber: item ?? null,
    status: status ?? null,
    followsComplaint: followsComplaint ?? null,
  };
}

/** True when the address narrows the register. */
export function isFiltered({ units, forms, head, from, to, item, status, followsComplaint }: AccountabilitySearch): boolean {
  return [units, forms, head, from, to, item, status, followsComplaint].some(Boolean);
}

/** Route that downloads what is filtered. */
export function exportHref(
  search: AccountabilitySearch,
  { asOf, scope }: { asOf?: string | undefined; scope?: string | undefined },
): string {
  const { units, forms, head, from, to, item, status, followsComplaint } = search;
  const parameters = { asOf, scope, units, forms, head, from, to, item, status, followsComplaint };
  return `/files/accountability/data.xlsx${stringifySearch(parameters)}`;
}
