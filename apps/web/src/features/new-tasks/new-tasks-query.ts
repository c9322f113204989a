import { graphql } from '../../gql/gql.ts';

/** Adds tasks, all or none. */
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
      ...Refusal @unmask
    }
  }
`);
