import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';

const SignOutDocument = graphql(/* GraphQL */ `
  mutation SignOut {
    signOut
  }
`);

/** Ends the session and loads the sign-in page anew, so that nothing read under it stays in memory. */
export function useSignOut(): () => void {
  const [signOut] = useMutation(SignOutDocument);
  return () => {
    void signOut().then(() => window.location.assign('/sign-in'));
  };
}
