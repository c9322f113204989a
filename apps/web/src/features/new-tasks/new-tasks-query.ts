import { graphql } from '../../gql/gql.ts';

/** Where a task may come from, and who may have instructed it. */
export const NewTaskWordsDocument = graphql(/* GraphQL */ `
  query NewTaskWords {
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

export const CreateTasksDocument = graphql(/* GraphQL */ `
  mutation CreateTasks($input: CreateTasksInput!) {
    createTasks(input: $input) {
      __typename
      ... on TasksCreated {
        items {
          id
          number
          title
        }
      }
      ... on InputError {
        fields {
          field
          code
          message
        }
      }
    }
  }
`);
