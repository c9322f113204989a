import { graphql } from '../../gql/gql.ts';
import type { ImportRunPageQuery, ImportRunRowsQuery, ImportRunsQuery } from '../../gql/graphql.ts';

/** The registers, and what this person may do with their ledgers. */
export const LedgerRightsDocument = graphql(/* GraphQL */ `
  query LedgerRights {
    ledgers {
      kind
      viewerCanImport
      viewerCanExport
    }
  }
`);

/** One upload: where it stands and what it would do. */
export const ImportRunDocument = graphql(/* GraphQL */ `
  query ImportRunPage($id: ID!) {
    importRun(id: $id) {
      id
      kind
      fileName
      actorTitle
      state
      totalRows
      doneRows
      createCount
      updateCount
      unchangedCount
      refuseCount
      createdAt
      finishedAt
      viewerCanAct
      mappingNote {
        source
        by
        at
      }
      failure {
        code
        message
        messageEn
        id
      }
      fileProblems {
        sheet
        row
        column
        code
        severity
        message
        messageEn
      }
      summary {
        sheet
        verdict
        rows
      }
    }
  }
`);

/** A page of what the dry run says of each row. */
export const ImportRowsDocument = graphql(/* GraphQL */ `
  query ImportRunRows($id: ID!, $verdict: RowVerdict, $first: Int, $after: String, $last: Int, $before: String) {
    importRun(id: $id) {
      id
      rows(verdict: $verdict, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        edges {
          cursor
          node {
            sheet
            row
            verdict
            itemNumber
            title
            problems {
              column
              code
              severity
              message
              messageEn
            }
            changes {
              column
              before
              after
            }
          }
        }
      }
    }
  }
`);

/** What was uploaded before, the newest first. */
export const ImportRunsDocument = graphql(/* GraphQL */ `
  query ImportRuns($first: Int!, $after: String) {
    importRuns(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          fileName
          actorTitle
          state
          totalRows
          createCount
          updateCount
          unchangedCount
          refuseCount
          createdAt
          failure {
            code
          }
        }
      }
    }
  }
`);

export const ApplyImportDocument = graphql(/* GraphQL */ `
  mutation ApplyImport($id: ID!, $requestId: String!) {
    applyImport(importRunId: $id, requestId: $requestId) {
      __typename
      ... on ImportRun {
        id
        state
        doneRows
      }
      ...Refusal @unmask
      ... on ImportNotReady {
        message
      }
      ... on ImportHasRefusals {
        message
      }
    }
  }
`);

export const DiscardImportDocument = graphql(/* GraphQL */ `
  mutation DiscardImport($id: ID!) {
    discardImport(importRunId: $id) {
      __typename
      ... on ImportRun {
        id
        state
        failure {
          code
          message
          messageEn
          id
        }
      }
      ...Refusal @unmask
      ... on ImportNotReady {
        message
      }
    }
  }
`);

export type ImportRun = NonNullable<ImportRunPageQuery['importRun']>;
export type ImportRow = NonNullable<ImportRunRowsQuery['importRun']>['rows']['edges'][number]['node'];
export type PastRun = ImportRunsQuery['importRuns']['edges'][number]['node'];

/** True while the server is at work on it. */
export const isUnderWay = ({ state }: Pick<ImportRun, 'state'>) => state === 'CHECKING' || state === 'APPLYING';
