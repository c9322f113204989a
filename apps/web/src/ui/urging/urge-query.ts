import { graphql } from '../../gql/gql.ts';

/** Which rungs are open for the parts of an item. */
export const UrgeFormPartDocument = graphql(/* GraphQL */ `
  query UrgeFormPart($itemId: ID!) {
    item(id: $itemId) {
      id
      parts {
        id
        highestRung
        openRungs {
          rung
          isOpen
          refusal
        }
      }
    }
  }
`);

/** Urges parts; each answers for itself. */
export const UrgePartsDocument = graphql(/* GraphQL */ `
  mutation UrgeParts($requestId: String!, $rung: Rung!, $reason: String!, $answerDueOn: Day, $parts: [UrgedPart!]!) {
    urgeParts(requestId: $requestId, rung: $rung, reason: $reason, answerDueOn: $answerDueOn, parts: $parts) {
      __typename
      ... on PartsUrged {
        results {
          itemId
          partId
          number
          done
          slipNumber
          code
          message
        }
      }
      ...Refusal @unmask
    }
  }
`);
