import { graphql } from '../../gql/gql.ts';

export const CreateVisitDocument = graphql(/* GraphQL */ `
  mutation CreateVisit($requestId: String!, $entry: VisitEntry!) {
    answer: createVisit(requestId: $requestId, entry: $entry) {
      __typename
      ... on Visit {
        id
        number
      }
      ...Refusal @unmask
    }
  }
`);

export const CorrectVisitDocument = graphql(/* GraphQL */ `
  mutation CorrectVisit($requestId: String!, $id: ID!, $version: Int!, $reason: String!, $entry: VisitEntry!) {
    answer: correctVisit(requestId: $requestId, id: $id, version: $version, reason: $reason, entry: $entry) {
      __typename
      ... on Visit {
        id
        number
      }
      ...Refusal @unmask
    }
  }
`);

export const WithdrawVisitDocument = graphql(/* GraphQL */ `
  mutation WithdrawVisit($requestId: String!, $id: ID!, $version: Int!, $reason: String!) {
    answer: withdrawVisit(requestId: $requestId, id: $id, version: $version, reason: $reason) {
      __typename
      ... on Visit {
        id
        number
      }
      ...Refusal @unmask
    }
  }
`);

export const RaiseNeedDocument = graphql(/* GraphQL */ `
  mutation RaiseNeed($requestId: String!, $visitId: ID!, $version: Int!, $needId: ID!, $topic: ID!, $unitId: ID, $dueOn: Day) {
    answer: raiseNeed(requestId: $requestId, visitId: $visitId, version: $version, needId: $needId, topic: $topic, unitId: $unitId, dueOn: $dueOn) {
      __typename
      ... on Visit {
        id
        number
      }
      ...Refusal @unmask
    }
  }
`);

export const AnswerNeedDocument = graphql(/* GraphQL */ `
  mutation AnswerNeed($requestId: String!, $visitId: ID!, $version: Int!, $needId: ID!, $answer: String!, $answeredOn: Day) {
    answer: answerNeed(requestId: $requestId, visitId: $visitId, version: $version, needId: $needId, answer: $answer, answeredOn: $answeredOn) {
      __typename
      ... on Visit {
        id
        number
      }
      ...Refusal @unmask
    }
  }
`);

export const SaveContactPointDocument = graphql(/* GraphQL */ `
  mutation SaveContactPoint($requestId: String!, $input: ContactPointEntry!) {
    answer: saveContactPoint(requestId: $requestId, input: $input) {
      __typename
      ... on ContactPoint {
        id
        name
      }
      ...Refusal @unmask
    }
  }
`);
