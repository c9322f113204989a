import { useApolloClient, useMutation } from '@apollo/client/react';
import { useRouter } from '@tanstack/react-router';
import { graphql } from '../gql/gql.ts';

const SignOutDocument = graphql(/* GraphQL */ `
  mutation SignOut {
    signOut
  }
`);

/** Ends the session, forgets everything that was read under it, and goes to the sign-in page. */
export function useSignOut(): () => void {
  const client = useApolloClient();
  const router = useRouter();
  const [signOut] = useMutation(SignOutDocument);
  return () => {
    void signOut().then(async () => {
      await router.navigate({ to: '/sign-in', search: {} });
      await client.clearStore();
      router.clearCache();
    });
  };
}
