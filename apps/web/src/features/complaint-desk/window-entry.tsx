import { useState } from 'react';
import { useSession } from '../../ui/session.ts';
import styles from './complaint-desk.module.css';
import { EntryForm } from './entry-form.tsx';
import { OwnRegistrations } from './own-registrations.tsx';
import { QuerySlip, type Registered } from './query-slip.tsx';

/** 登记投诉: the form, then the slip with what the complainant needs to see the answer, then the next one; under the form what was registered. */
export function WindowEntry() {
  const { viewer } = useSession();
  const [channel, setChannel] = useState(viewer.role === 'SERVICE_CENTRE' ? 'window' : 'phone');
  const [registered, setRegistered] = useState<Registered | null>(null);
  const [receipt, setReceipt] = useState<string | null>(null);
  if (registered) return <QuerySlip registered={registered} onNext={() => setRegistered(null)} />;
  return (
    <div className={styles.page}>
      {/* What is typed stays while a receipt is printed, and off its paper. */}
      <div className={receipt ? 'no-print' : undefined}>
        <EntryForm
          channel={channel}
          onRegistered={(result, used) => {
            // One call after the other: the next most likely comes the same way.
            setChannel(used);
            setReceipt(null);
            setRegistered(result);
          }}
        />
      </div>
      <OwnRegistrations receipt={receipt} onReceipt={setReceipt} />
    </div>
  );
}
