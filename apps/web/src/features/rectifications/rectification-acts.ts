import { graphql } from '../../gql/gql.ts';

export const EnterRectificationMonthDocument = graphql(/* GraphQL */ `
  mutation EnterRectificationMonth($requestId: String!, $entry: RectificationMonthInput!) {
    answer: enterRectificationMonth(requestId: $requestId, entry: $entry) {
      __typename
      ... on Rectification {
        rectification: code
      }
      ...Refusal @unmask
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
      ...Refusal @unmask
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
      ...Refusal @unmask
    }
  }
`);
