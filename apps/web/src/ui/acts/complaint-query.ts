import { graphql } from '../../gql/gql.ts';
import type { ActComplaintQuery } from '../../gql/graphql.ts';

/** What the forms of a complaint's acts start with, and what they tell. Own words among it: fetched for the form, kept in no cache. */
export const ActComplaintDocument = graphql(/* GraphQL */ `
  query ActComplaint($id: ID!) {
    item(id: $id) {
      __typename
      id
      category {
        code
      }
      links {
        why
        isOrigin
        item {
          __typename
          id
          ... on ComplaintItem {
            complaints {
              id
            }
          }
        }
      }
      ... on ComplaintItem {
        complaints {
          id
          complainedUnit {
            id
            name
          }
          mode
          facts
          finding
          measures
          sanction
          answer
          statement {
            wish
            concerns
            place
            occurredOn
            draftFacts
            supplements {
              at
              text
            }
          }
        }
      }
    }
  }
`);

type Item = NonNullable<ActComplaintQuery['item']>;
export type ActComplaintItem = Extract<Item, { __typename: 'ComplaintItem' }>;
