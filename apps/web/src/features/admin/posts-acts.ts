import { graphql } from '../../gql/gql.ts';
import type { AdminPostsQuery } from '../../gql/graphql.ts';

export const AdminPostsDocument = graphql(/* GraphQL */ `
  query AdminPosts {
    posts {
      id
      title
      titleEn
      role
      mayOversee
      version
      unit {
        id
        shortName
      }
      oversees {
        id
        shortName
      }
    }
  }
`);

export type AdminPost = AdminPostsQuery['posts'][number];

export const CreatePostDocument = graphql(/* GraphQL */ `
  mutation CreatePost($input: NewPost!) {
    createPost(input: $input) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const RenamePostDocument = graphql(/* GraphQL */ `
  mutation RenamePost($id: ID!, $version: Int!, $title: String!, $titleEn: String!) {
    renamePost(id: $id, version: $version, title: $title, titleEn: $titleEn) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const SetPortfolioDocument = graphql(/* GraphQL */ `
  mutation SetPortfolio($id: ID!, $version: Int!, $unitIds: [ID!]!) {
    setPortfolio(id: $id, version: $version, unitIds: $unitIds) {
      __typename
      ...Refusal @unmask
    }
  }
`);
