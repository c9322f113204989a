import { graphql } from '../../gql/gql.ts';

/** Shows who complained to inspection; each look is recorded. */
export const revealComplainantMutation = graphql(/* GraphQL */ `
  mutation RevealComplainant($complaintId: ID!, $reason: String!) {
    revealComplainant(complaintId: $complaintId, reason: $reason) {
      __typename
      ... on Complainant {
        complaintId
        name
        phone
        identityNumber
        address
      }
      ...Refusal @unmask
    }
  }
`);
