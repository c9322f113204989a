import type { WorkNeed } from '@duban/rules/vocabulary';
import { graphql } from '../../gql/gql.ts';
import type { MyWorkQuery } from '../../gql/graphql.ts';

/** What waits on the viewer, and how much of each kind. */
export const MyWorkDocument = graphql(/* GraphQL */ `
  query MyWork($needs: [WorkNeed!], $first: Int!, $skip: Int!) {
    myWork(needs: $needs, first: $first, skip: $skip) {
      id
      need
      bitesOn
      remainingWorkingDays
      light
      item {
        id
        number
        title
        kind
        version
        leadUnit {
          id
          shortName
        }
      }
      part {
        id
        duty
        state
        extensionAskedTo
        extensionReason
        returnReason
        unit {
          id
          shortName
        }
        viewerActs
      }
    }
    myWorkCounts {
      need
      count
      late
    }
  }
`);

export const SignPartsDocument = graphql(/* GraphQL */ `
  mutation SignParts($requestId: String!, $rows: [BulkRow!]!) {
    signParts(requestId: $requestId, rows: $rows) {
      __typename
      ... on BulkDone {
        results {
          itemId
          number
          done
          message
        }
      }
      ...Refusal @unmask
    }
  }
`);

export const SignOffReportsDocument = graphql(/* GraphQL */ `
  mutation SignOffReports($requestId: String!, $rows: [BulkRow!]!) {
    signOffReports(requestId: $requestId, rows: $rows) {
      __typename
      ... on BulkDone {
        results {
          itemId
          number
          done
          message
        }
      }
      ...Refusal @unmask
    }
  }
`);

export const TakePartsIntoReviewDocument = graphql(/* GraphQL */ `
  mutation TakePartsIntoReview($requestId: String!, $rows: [BulkRow!]!) {
    takePartsIntoReview(requestId: $requestId, rows: $rows) {
      __typename
      ... on BulkDone {
        results {
          itemId
          number
          done
          message
        }
      }
      ...Refusal @unmask
    }
  }
`);

export const AssignItemsDocument = graphql(/* GraphQL */ `
  mutation AssignItems($requestId: String!, $rows: [BulkRow!]!, $dueOn: Day!) {
    assignItems(requestId: $requestId, rows: $rows, dueOn: $dueOn) {
      __typename
      ... on BulkDone {
        results {
          itemId
          number
          done
          message
        }
      }
      ...Refusal @unmask
    }
  }
`);

export type WorkRow = MyWorkQuery['myWork'][number];
export type WorkCount = MyWorkQuery['myWorkCounts'][number];

export const defaultSize = 50;

/** The page that the address asks for. `after` and `before` are places in the list: it is short, and what bites first moves. */
export function workVariables(search: {
  need?: readonly WorkNeed[] | undefined;
  after?: string | undefined;
  before?: string | undefined;
  size?: number | undefined;
}) {
  const first = search.size ?? defaultSize;
  const place = (text: string | undefined) => Math.max(0, Number.parseInt(text ?? '0', 10) || 0);
  const skip = search.before ? Math.max(0, place(search.before) - first) : place(search.after);
  return { needs: search.need?.length ? [...search.need] : null, first, skip };
}
