import { graphql } from '../../gql/gql.ts';
import type { ComplaintDossierQuery } from '../../gql/graphql.ts';

/** What only those who decide on a complaint see of it: own words, earlier ones of the same person, and those that read alike. */
export const ComplaintDossierDocument = graphql(/* GraphQL */ `
  query ComplaintDossier($id: ID!) {
    item(id: $id) {
      __typename
      id
      ... on ComplaintItem {
        complaints {
          id
          statement {
            facts
            wish
            concerns
            place
            occurredOn
            supplements {
              at
              text
            }
          }
          similar {
            score
            receivedOn
            item {
              id
              number
              title
              standing {
                state
              }
            }
          }
          earlier {
            id
            number
            title
            foundOn
            standing {
              state
            }
          }
        }
      }
    }
  }
`);

type Found = Extract<NonNullable<ComplaintDossierQuery['item']>, { __typename: 'ComplaintItem' }>;
export type DossierEntry = Found['complaints'][number];
export type Statement = NonNullable<DossierEntry['statement']>;
