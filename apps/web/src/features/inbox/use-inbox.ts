import { useMutation, useQuery } from '@apollo/client/react';
import { useLive } from '../../ui/live.ts';
import { InboxDocument, type InboxLine, type inboxVariables, MarkAllReadDocument, MarkReadDocument } from './inbox-query.ts';

/** Where the live signal can't come through. */
const pollMs = 60_000;
const background = { headers: { 'x-duban-background': '1' } };

/** A page of the inbox, kept fresh, and how to mark its lines. */
export function useInbox(variables: ReturnType<typeof inboxVariables>) {
  const { data, previousData, error, refetch } = useQuery(InboxDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
    pollInterval: pollMs,
    // Reading by itself is no use of the session: an open tab must not keep it alive.
    context: background,
  });
  useLive(({ kind }) => {
    if (kind !== 'ITEMS') refetch().catch(() => undefined);
  });
  // Both the bell and the page show it.
  const refetchQueries = [InboxDocument];
  const [markRead] = useMutation(MarkReadDocument, { refetchQueries });
  const [markAllRead, { loading: marking }] = useMutation(MarkAllReadDocument, { refetchQueries });
  return {
    inbox: (data ?? previousData)?.inbox,
    error,
    refetch,
    marking,
    /** What can't be marked now stays unread: nothing is lost. */
    open: (line: InboxLine) => void (line.isRead || markRead({ variables: { ids: [line.id] } }).catch(() => undefined)),
    markAll: () => void markAllRead().catch(() => undefined),
  };
}
