import { useApolloClient } from '@apollo/client/react';
import { type DescribedError, describeError } from '../error/describe-error.ts';
import { type ActAnswer, type ActedItem, actDocument } from './act-document.ts';
import type { ActMutation } from './act-spec.ts';
import type { ActProblem } from './act-values.ts';

/** What others did since the item was read. */
export type OthersAct = Extract<ActAnswer, { __typename: 'ConflictError' }>['changes'][number];

/** What became of an act. */
export type ActOutcome =
  | { kind: 'DONE'; item: ActedItem | null; task: string | null }
  | { kind: 'PROBLEMS'; problems: readonly ActProblem[] }
  | { kind: 'CONFLICT'; version: number; changes: readonly OthersAct[] }
  | { kind: 'REFUSED'; code: string; message: string }
  | { kind: 'GONE' }
  | { kind: 'FAILED'; error: DescribedError };

export type ActRefusal = Exclude<ActOutcome, { kind: 'DONE' }>;

/** Sends one act and reads its answer. */
export function useAct(): (mutation: ActMutation, input: Record<string, unknown>) => Promise<ActOutcome> {
  const client = useApolloClient();
  return async (mutation, input) => {
    try {
      const { data } = await client.mutate({ mutation: actDocument(mutation), variables: { input } });
      return data ? outcomeOf(data.answer) : { kind: 'FAILED', error: { kind: 'unexpected' } };
    } catch (error) {
      return { kind: 'FAILED', error: describeError(error) };
    }
  };
}

function outcomeOf(answer: ActAnswer): ActOutcome {
  switch (answer.__typename) {
    case 'ItemActed':
      return { kind: 'DONE', item: answer.item, task: null };
    case 'ItemInstructed':
      return { kind: 'DONE', item: null, task: answer.task.number };
    case 'InputError':
      return { kind: 'PROBLEMS', problems: answer.fields };
    case 'ConflictError':
      return { kind: 'CONFLICT', version: answer.version, changes: answer.changes };
    case 'ActRefusedError':
      return { kind: 'REFUSED', code: answer.code, message: answer.message };
    case 'NotFoundError':
      return { kind: 'GONE' };
  }
}
