import { graphql } from '../../gql/gql.ts';
import type { LedgerItemsQuery, LedgerItemsQueryVariables } from '../../gql/graphql.ts';
import type { ItemFilter, ItemsSearch } from '../../ui/ledger-link.ts';

/** One page of the ledger, with the count of the whole filter. */
export const LedgerItemsDocument = graphql(/* GraphQL */ `
  query LedgerItems(
    $filter: ItemFilter
    $asOf: Day
    $orderBy: ItemOrder
    $descending: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    items(
      filter: $filter
      asOf: $asOf
      orderBy: $orderBy
      descending: $descending
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        number
        kind
        title
        level
        category {
          name
          nameEn
        }
        leadUnit {
          id
          name
          shortName
        }
        county {
          id
          shortName
        }
        dutyPost {
          id
          title
        }
        dutyLeader
        foundOn
        assignedOn
        closedOn
        writtenOffOn
        isClosedOnTime
        standing(asOf: $asOf) {
          state
          light
          progressPercent
          dueOn
          remainingWorkingDays
          why {
            rule
            dueOn
            overdueWorkingDays
            progressPercent
            planPercent
            periodOn
            usedPercent
            reportDueOn
            reason
          }
        }
      }
    }
  }
`);

/** What 批量催办 needs of a chosen item. */
export const ChosenItemDocument = graphql(/* GraphQL */ `
  query ChosenItem($id: ID!) {
    item(id: $id) {
      id
      number
      title
      version
      parts {
        id
        duty
        viewerActs
        unit {
          id
          name
        }
      }
    }
  }
`);

export type LedgerRow = LedgerItemsQuery['items']['nodes'][number];

/** Rows of a page unless the address says otherwise. */
export const defaultSize = 20;

/** What to ask for: the filter, and the page and order that the address holds. */
export function ledgerVariables(filter: ItemFilter, search: ItemsSearch, asOf: string | undefined): LedgerItemsQueryVariables {
  const size = search.size ?? defaultSize;
  return {
    filter,
    asOf: asOf ?? null,
    orderBy: search.orderBy ?? 'NUMBER',
    descending: search.descending === '1',
    ...(search.before ? { last: size, before: search.before } : { first: size, after: search.after ?? null }),
  };
}
