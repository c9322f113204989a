import type { ApolloCache } from '@apollo/client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { ImportRunDocument, ImportRunsDocument, isUnderWay } from './exchange-query.ts';

const interval = 700;

/** The run `id`, looked at again and again while the server is at work on it. Once it is applied, all that was read before counts as old. */
export function useRun(id: string) {
  const client = useApolloClient();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ImportRunDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const run = data?.importRun;
  const state = run?.state;
  const before = useRef(state);
  useEffect(() => {
    if (!state || !isUnderWay({ state })) return;
    startPolling(interval);
    return stopPolling;
  }, [state, startPolling, stopPolling]);
  useEffect(() => {
    const isChanged = before.current !== undefined && before.current !== state;
    before.current = state;
    if (!state) return;
    if (isChanged) {
      // The list of runs, or an act, may tell the new state before the run itself is looked at again: the rest of it is as old as the state was.
      refetch().catch(() => undefined);
      // Rows as an earlier check judged them count no more.
      if (state === 'CHECKED') forgetRows(client.cache, id);
    }
    if (isChanged && state === 'APPLIED') forgetFigures(client.cache);
    else void client.refetchQueries({ include: [ImportRunsDocument] });
  }, [id, state, client, refetch]);
  return { run, error, refetch };
}

/** Drops the rows of a run that were read before. */
function forgetRows(cache: ApolloCache, id: string): void {
  cache.evict({ id: cache.identify({ __typename: 'ImportRun', id }) ?? '', fieldName: 'rows' });
  cache.gc();
}

/** What an import doesn't change. */
const kept: ReadonlySet<string> = new Set([
  '__typename',
  'viewer',
  'campaign',
  'units',
  'terms',
  'posts',
  'clauses',
  'ledgers',
  'importRun',
  'importRuns',
]);

/** Drops every list, count and figure read before; pages ask again when they are opened. */
export function forgetFigures(cache: ApolloCache): void {
  const { ROOT_QUERY = {} } = cache.extract() as { ROOT_QUERY?: Record<string, unknown> };
  const names = new Set(Object.keys(ROOT_QUERY).map((key) => key.split(/[({:@]/)[0] ?? key));
  for (const fieldName of names) if (!kept.has(fieldName)) cache.evict({ id: 'ROOT_QUERY', fieldName });
  cache.gc();
}
