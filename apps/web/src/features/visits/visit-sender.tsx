import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { useSession } from '../../ui/session.ts';
import { onSubmittedChange, readSubmitted } from './kept-visits.ts';

const again = 20_000;

/** Sends visits that were submitted without a network as soon as there is one, whichever page is open. Shows nothing. */
export function VisitSender() {
  const client = useApolloClient();
  const { id } = useSession().viewer;
  useEffect(() => {
    const send = () => {
      if (!navigator.onLine || !readSubmitted(id).some(({ state }) => state === 'WAITING')) return;
      void import('./send-visits.ts').then(({ sendSubmitted }) => sendSubmitted(client, id)).catch(() => undefined);
    };
    send();
    const timer = window.setInterval(send, again);
    const stop = onSubmittedChange(send);
    window.addEventListener('online', send);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', send);
      stop();
    };
  }, [client, id]);
  return null;
}
