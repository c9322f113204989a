import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import { forgetAnswers } from '../../ui/kept-answers.ts';

const SignOutDocument = graphql(/* GraphQL */ `
  mutation SignOut {
    signOut
  }
`);

/** Ends the session and loads the sign-in page anew, so that nothing read under it stays in memory or on the device. */
export function useSignOut(): () => void {
  const [signOut] = useMutation(SignOutDocument);
  return () => {
    void signOut().then(() => {
      forgetAnswers();
      window.location.assign('/sign-in');
    });
  };
}
