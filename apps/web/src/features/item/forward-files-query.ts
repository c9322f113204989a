import { graphql } from '../../gql/gql.ts';

/** Hands copies of a complainant's files on to those who handle the matter. */
export const forwardFilesMutation = graphql(/* GraphQL */ `
  mutation ForwardFiles($input: ForwardFilesInput!) {
    forwardFiles(input: $input) {
      __typename
      ... on ItemActed {
        item {
          id
          version
        }
      }
      ...Refusal @unmask
    }
  }
`);
