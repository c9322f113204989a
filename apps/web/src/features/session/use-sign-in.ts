import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { useEnter } from './use-enter.ts';

const SignInDocument = graphql(/* GraphQL */ `
  mutation SignIn($account: String!, $password: String!) {
    signIn(account: $account, password: $password) {
      __typename
      ... on Viewer {
        id
      }
      ... on SignInRefused {
        reason
        until
      }
    }
  }
`);

type Refusal = { reason: 'WRONG' | 'LOCKED' | 'BUSY'; until: string | null };

/** Opens a session; a refusal comes back as data. */
export function useSignIn(from: string | undefined) {
  const [mutate, { loading }] = useMutation(SignInDocument);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [failure, setFailure] = useState<unknown>(undefined);
  const enter = useEnter(from);
  const signIn = async (account: string, password: string) => {
    setRefusal(null);
    setFailure(undefined);
    try {
      const { data } = await mutate({ variables: { account, password } });
      if (data?.signIn.__typename === 'SignInRefused') setRefusal({ reason: data.signIn.reason, until: data.signIn.until });
      else await enter();
    } catch (error) {
      setFailure(error);
    }
  };
  return { signIn, signingIn: loading, refusal, failure };
}
