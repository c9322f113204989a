import { graphql } from '../../gql/gql.ts';
import type { ItemSearchQuery } from '../../gql/graphql.ts';

/** The first few items whose number, title or pinyin initials hold the text. */
export const ItemSearchDocument = graphql(/* GraphQL */ `
  query ItemSearch($text: String!, $asOf: Day) {
    items(filter: { text: $text }, asOf: $asOf, first: 8, orderBy: NUMBER) {
      nodes {
        id
        number
        title
        kind
        leadUnit {
          id
          shortName
        }
        standing(asOf: $asOf) {
          light
        }
      }
    }
  }
`);

export type FoundItem = ItemSearchQuery['items']['nodes'][number];
