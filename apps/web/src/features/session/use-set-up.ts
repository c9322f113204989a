import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { useEnter } from './use-enter.ts';

const SetUpDocument = graphql(/* GraphQL */ `
  mutation SetUp($account: String!, $password: String!) {
    setUp(account: $account, password: $password) {
      __typename
      ... on Viewer {
        id
      }
      ...Refusal @unmask
    }
  }
`);

/** Makes the first administrator of a new city; what can't be taken comes back by field. */
export function useSetUp() {
  const [mutate, { loading }] = useMutation(SetUpDocument);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<unknown>(undefined);
  const enter = useEnter('/admin');
  const setUp = async (account: string, password: string) => {
    setProblems({});
    setFailure(undefined);
    try {
      const { data } = await mutate({ variables: { account, password } });
      if (data?.setUp.__typename === 'InputError') {
        setProblems(Object.fromEntries(data.setUp.fields.map(({ field, message }) => [field, message])));
      } else await enter();
    } catch (error) {
      setFailure(error);
    }
  };
  return { setUp, settingUp: loading, problems, failure };
}
