import { graphql } from '../../gql/gql.ts';

/** All that may be read while a password change is due. */
export const PasswordPageDocument = graphql(/* GraphQL */ `
  query PasswordPage {
    viewer {
      id
      account
      mustChangePassword
    }
  }
`);
