import type { ApolloClient, OperationVariables } from '@apollo/client';

/** No item changes what these read: who is here and which units there are, words, and the inbox, which hears of its own changes. */
const lasting = new Set(['Frame', 'Words', 'Inbox', 'NotificationSettings']);

/**
 * Reads the queries on screen anew, past the cache and into it: what changed is drawn anew, and nothing else moves. A reading that fails leaves
 * the screen as it is; a refetch of the query itself would put an error, or a skeleton, in its place. The session isn't kept alive by it.
 */
export async function readAnew(client: ApolloClient): Promise<void> {
  const readings = new Map<string, () => Promise<unknown>>();
  for (const { query, variables, queryName, options } of client.getObservableQueries('active')) {
    if (lasting.has(queryName ?? '') || options.fetchPolicy === 'no-cache') continue;
    readings.set(`${queryName} ${JSON.stringify(variables)}`, () => read(client, { query, variables }));
  }
  await Promise.allSettled([...readings.values()].map((begin) => begin()));
}

type Reading = Pick<ApolloClient.QueryOptions<unknown, OperationVariables>, 'query' | 'variables'>;

/** Never shared with a reading under way, which may be of before the change. */
function read(client: ApolloClient, { query, variables }: Reading): Promise<unknown> {
  const context = { queryDeduplication: false, headers: { 'x-duban-background': '1' } };
  return client.query({ query, variables: variables ?? {}, fetchPolicy: 'network-only', context });
}
