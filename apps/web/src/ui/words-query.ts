import { graphql } from '../gql/gql.ts';
import type { WordsQuery } from '../gql/graphql.ts';

/** The words that forms and filters offer: dictionary entries and posts. */
export const WordsDocument = graphql(/* GraphQL */ `
  query Words {
    terms {
      dictionary
      code
      name
      nameEn
    }
    posts {
      id
      title
      titleEn
      role
    }
  }
`);

export type Words = WordsQuery;
