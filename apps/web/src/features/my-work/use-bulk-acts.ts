import { useApolloClient } from '@apollo/client/react';
import type { WorkNeed } from '@duban/rules/vocabulary';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../ui/error/describe-error.ts';
import { newRequestId } from '../../ui/request-id.ts';
import {
  AssignItemsDocument,
  SignOffReportsDocument,
  SignPartsDocument,
  TakePartsIntoReviewDocument,
  type WorkRow,
} from './my-work-query.ts';

/** Kinds of work that many at once can be done with: they ask for nothing, or for one day. */
export const bulkNeeds: readonly WorkNeed[] = ['SIGN_IN', 'SIGN_OFF', 'REVIEW', 'ASSIGN'];

export type BulkResults = readonly { itemId: string; number: string; done: boolean; message: string | null }[];
export type Outcome = { done: number; refused: BulkResults } | { failure: string };

/** Does one kind of work for many rows. A repeat after a lost answer carries the same request id, so nothing is done twice. */
export function useBulkActs(refetch: () => Promise<unknown>) {
  const client = useApolloClient();
  const { t } = useTranslation('errors');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [running, setRunning] = useState(false);
  const attempt = useRef({ content: '', requestId: '' });

  async function run(need: WorkNeed, chosen: readonly WorkRow[], dueOn: string | null): Promise<BulkResults | null> {
    const rows = chosen.map(({ item, part }) => ({ itemId: item.id, partId: part?.id ?? null, version: item.version }));
    const content = JSON.stringify([need, rows, dueOn]);
    if (attempt.current.content !== content) attempt.current = { content, requestId: newRequestId() };
    const { requestId } = attempt.current;
    setRunning(true);
    try {
      const answer = await answerOf(need, { requestId, rows, dueOn: dueOn ?? '' });
      if (answer?.__typename === 'InputError') {
        setOutcome({ failure: answer.message });
        return null;
      }
      const results: BulkResults = answer?.results ?? [];
      setOutcome({ done: results.filter(({ done }) => done).length, refused: results.filter(({ done }) => !done) });
      await refetch();
      return results;
    } catch (error) {
      const { kind } = describeError(error);
      setOutcome({ failure: `${t(`${kind}.title`)}。${t(`${kind}.next`)}` });
      return null;
    } finally {
      setRunning(false);
    }
  }

  async function answerOf(
    need: WorkNeed,
    variables: { requestId: string; rows: { itemId: string; partId: string | null; version: number }[]; dueOn: string },
  ) {
    const { dueOn: _dueOn, ...without } = variables;
    switch (need) {
      case 'SIGN_IN':
        return (await client.mutate({ mutation: SignPartsDocument, variables: without })).data?.signParts;
      case 'SIGN_OFF':
        return (await client.mutate({ mutation: SignOffReportsDocument, variables: without })).data?.signOffReports;
      case 'REVIEW':
        return (await client.mutate({ mutation: TakePartsIntoReviewDocument, variables: without })).data?.takePartsIntoReview;
      case 'ASSIGN':
        return (await client.mutate({ mutation: AssignItemsDocument, variables })).data?.assignItems;
      default:
        throw new TypeError(`${need} is not done in bulk`);
    }
  }

  return { run, running, outcome, clear: () => setOutcome(null) };
}
