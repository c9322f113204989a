import { graphql } from '../../gql/gql.ts';

export const EnterRectificationMonthDocument = graphql(/* GraphQL */ `
  mutation EnterRectificationMonth($requestId: String!, $entry: RectificationMonthInput!) {
    answer: enterRectificationMonth(requestId: $requestId, entry: $entry) {
      __typename
      ... on Rectification {
        rectification: code
      }
      ... on InputError {
        fields {
          field
          code
          message
        }
      }
      ... on ConflictError {
        version
      }
      ... on ActRefusedError {
        code
      }
    }
  }
`);

export const SetRectificationDocument = graphql(/* GraphQL */ `
  mutation SetRectification($requestId: String!, $board: RectificationInput!) {
    answer: setRectification(requestId: $requestId, board: $board) {
      __typename
      ... on Rectification {
        rectification: code
      }
      ... on InputError {
        fields {
          field
          code
          message
        }
      }
      ... on ConflictError {
        version
      }
      ... on ActRefusedError {
        code
      }
    }
  }
`);

export const ListRectificationProblemDocument = graphql(/* GraphQL */ `
  mutation ListRectificationProblem($requestId: String!, $problem: RectificationProblemInput!) {
    answer: listRectificationProblem(requestId: $requestId, problem: $problem) {
      __typename
      ... on RectificationProblemListed {
        item {
          id
          number
        }
      }
      ... on InputError {
        fields {
          field
          code
          message
        }
      }
    }
  }
`);
