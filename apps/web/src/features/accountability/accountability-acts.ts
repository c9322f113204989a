import { graphql } from '../../gql/gql.ts';

export const CreateAccountabilityDocument = graphql(/* GraphQL */ `
  mutation CreateAccountability($requestId: String!, $entry: AccountabilityEntry!) {
    answer: createAccountability(requestId: $requestId, entry: $entry) {
      __typename
      ... on Accountability {
        id
        number
      }
      ...Refusal @unmask
    }
  }
`);

export const CorrectAccountabilityDocument = graphql(/* GraphQL */ `
  mutation CorrectAccountability($requestId: String!, $id: ID!, $version: Int!, $reason: String!, $entry: AccountabilityEntry!) {
    answer: correctAccountability(requestId: $requestId, id: $id, version: $version, reason: $reason, entry: $entry) {
      __typename
      ... on Accountability {
        id
        number
      }
      ...Refusal @unmask
    }
  }
`);

export const RevokeAccountabilityDocument = graphql(/* GraphQL */ `
  mutation RevokeAccountability($requestId: String!, $id: ID!, $version: Int!, $reason: String!) {
    answer: revokeAccountability(requestId: $requestId, id: $id, version: $version, reason: $reason) {
      __typename
      ... on Accountability {
        id
        number
      }
      ...Refusal @unmask
    }
  }
`);

/** Shows a name to inspection; each look is recorded with its reason. */
export const RevealAccountablePersonDocument = graphql(/* GraphQL */ `
  mutation RevealAccountablePerson($id: ID!, $reason: String!) {
    answer: revealAccountablePerson(id: $id, reason: $reason) {
      __typename
      ... on AccountablePerson {
        name
      }
      ...Refusal @unmask
    }
  }
`);
