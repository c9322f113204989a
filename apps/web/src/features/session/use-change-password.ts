import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';

const ChangePasswordDocument = graphql(/* GraphQL */ `
  mutation ChangePassword($current: String!, $next: String!) {
    changePassword(current: $current, next: $next) {
      __typename
      ... on Viewer {
        id
        mustChangePassword
      }
      ...Refusal @unmask
    }
  }
`);

/** What is wrong with one field: its code has a text in the language on screen, `message` is the server's Chinese one. */
export type PasswordProblem = { field: string; code: string; message: string };

/** Sets a new password; what can't be taken comes back by field. */
export function useChangePassword() {
  const [mutate, { loading }] = useMutation(ChangePasswordDocument);
  const [problems, setProblems] = useState<readonly PasswordProblem[]>([]);
  const [failure, setFailure] = useState<unknown>(undefined);
  const [changed, setChanged] = useState(false);
  const changePassword = async (current: string, next: string) => {
    setProblems([]);
    setFailure(undefined);
    try {
      const { data } = await mutate({ variables: { current, next } });
      if (data?.changePassword.__typename === 'InputError') setProblems(data.changePassword.fields);
      else setChanged(true);
    } catch (error) {
      setFailure(error);
    }
  };
  return { changePassword, changing: loading, problems, failure, changed };
}
