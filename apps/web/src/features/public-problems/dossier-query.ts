import { graphql } from '../../gql/gql.ts';
import type { ProblemDossierQuery, RevealRaiserMutation } from '../../gql/graphql.ts';

/** Who waits for an answer, without a name, and what reads alike. */
export const ProblemDossierDocument = graphql(/* GraphQL */ `
  query ProblemDossier($id: ID!) {
    item(id: $id) {
      __typename
      id
      ... on PublicProblemItem {
        raised: detail {
          viewerCanRevealRaiser
          raisings {
            itemId
            number
            raisedOn
            channel
            answeredOn
            hasRaiser
            maskedPhone
          }
          similar {
            score
            raisedOn
            isSameTopic
            isSameCounty
            item {
              id
              number
              title
              standing {
                state
              }
            }
          }
        }
      }
    }
  }
`);

/** Shows who raised a problem; each look is recorded with its reason. */
export const RevealRaiserDocument = graphql(/* GraphQL */ `
  mutation RevealRaiser($itemId: ID!, $reason: String!) {
    answer: revealRaiser(itemId: $itemId, reason: $reason) {
      __typename
      ... on Raiser {
        itemId
        name
        phone
      }
      ...Refusal @unmask
    }
  }
`);

type Found = Extract<NonNullable<ProblemDossierQuery['item']>, { __typename: 'PublicProblemItem' }>;
type Dossier = NonNullable<Found['raised']>;
export type Raising = Dossier['raisings'][number];
export type Similar = Dossier['similar'][number];
export type Raiser = Extract<RevealRaiserMutation['answer'], { __typename: 'Raiser' }>;
