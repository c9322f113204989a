import { useApolloClient } from '@apollo/client/react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { LiveContext, type Signal } from '../../ui/live.ts';
import { useSession } from '../../ui/session.ts';
import { lead } from './leader.ts';
import { LiveNotice } from './live-notice.tsx';
import { readAnew } from './read-anew.ts';
import { createRefresh } from './refresh.ts';
import { keepStream } from './stream.ts';

type Message = { signal: Signal } | { stands: boolean };

/** The server tells a new stream what happened in the last seconds; a tab that takes over later than this may have missed something. */
const freshMs = 3000;

/** The live connection of the browser, for all its tabs, and what a signal does by default: the page on screen is read anew. */
export function LiveUpdates({ children }: { children: ReactNode }) {
  const client = useApolloClient();
  const { isPast, viewer } = useSession();
  const [stands, setStands] = useState(true);
  const hub = useMemo(createHub, []);

  useEffect(() => {
    const begun = performance.now();
    // Per person: a tab left open under a former sign-in neither leads the others nor is led by them.
    const channel = new BroadcastChannel(`duban-live-${viewer.id}`);
    const take = (message: Message) => ('signal' in message ? hub.tell(message.signal) : setStands(message.stands));
    // A channel doesn't speak to its own tab.
    const spread = (message: Message) => {
      channel.postMessage(message);
      take(message);
    };
    channel.onmessage = ({ data }: MessageEvent<Message>) => take(data);
    const stepDown = lead(`duban-live-leader-${viewer.id}`, (signal) => {
      const mayHaveMissed = performance.now() - begun > freshMs;
      const events = { hear: (told: Signal) => spread({ signal: told }), stands: (now: boolean) => spread({ stands: now }) };
      void keepStream(signal, events, { mayHaveMissed });
    });
    return () => {
      stepDown();
      channel.close();
    };
  }, [hub, viewer.id]);

  useRefresh(
    useMemo(() => () => readAnew(client), [client]),
    hub,
    isPast,
  );

  return (
    <LiveContext.Provider value={hub}>
      <LiveNotice stands={stands} />
      {children}
    </LiveContext.Provider>
  );
}

/** Reads the page anew when items changed. The past does not change while it is looked at; back from it, the page catches up. */
function useRefresh(read: () => Promise<unknown>, hub: ReturnType<typeof createHub>, isPast: boolean): void {
  const missed = useMemo(() => ({ any: false }), []);
  useEffect(() => {
    if (isPast)
      return hub.subscribe(({ kind }) => {
        missed.any ||= kind !== 'INBOX';
      });
    const refresh = createRefresh(read);
    if (missed.any) refresh.ask();
    missed.any = false;
    const unsubscribe = hub.subscribe(({ kind }) => kind !== 'INBOX' && refresh.ask());
    return () => {
      unsubscribe();
      refresh.stop();
    };
  }, [read, hub, isPast, missed]);
}

function createHub() {
  const listeners = new Set<(signal: Signal) => void>();
  return {
    tell: (signal: Signal) => {
      for (const hear of listeners) hear(signal);
    },
    subscribe: (hear: (signal: Signal) => void) => {
      listeners.add(hear);
      return () => {
        listeners.delete(hear);
      };
    },
  };
}
