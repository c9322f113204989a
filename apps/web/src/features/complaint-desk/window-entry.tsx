import { useState } from 'react';
import { useSession } from '../../ui/session.ts';
import { EntryForm } from './entry-form.tsx';
import { QuerySlip, type Registered } from './query-slip.tsx';

/** 登记投诉: the form, then the slip with what the complainant needs to see the answer, then the next one. */
export function WindowEntry() {
  const { viewer } = useSession();
  const [channel, setChannel] = useState(viewer.role === 'SERVICE_CENTRE' ? 'window' : 'phone');
  const [registered, setRegistered] = useState<Registered | null>(null);
  if (registered) return <QuerySlip registered={registered} onNext={() => setRegistered(null)} />;
  return (
    <EntryForm
      channel={channel}
      onRegistered={(result, used) => {
        // One call after the other: the next most likely comes the same way.
        setChannel(used);
        setRegistered(result);
      }}
    />
  );
}
