import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../ui/error/describe-error.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** Runs an administrative mutation, and reads the shown list anew after it: also after a conflict, whose form then has the new version. */
export function useAct<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  refetch: () => Promise<unknown>,
): (variables: Variables) => Promise<Outcome> {
  const client = useApolloClient();
  const { t } = useTranslation('errors');
  return async (variables) => {
    try {
      const { data } = await client.mutate<Data>({ mutation: document, variables, fetchPolicy: 'no-cache' });
      const [answer] = Object.values(data ?? {}) as [Parameters<typeof outcomeOf>[0]];
      const outcome = outcomeOf(answer);
      if (!outcome || outcome.message) await refetch();
      return outcome;
    } catch (error) {
      const { kind } = describeError(error);
      return { problems: {}, message: `${t(`${kind}.title`)}。${t(`${kind}.next`)}` };
    }
  };
}
