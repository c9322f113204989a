import { useEffect, useState } from 'preact/hooks';
import { ask } from '../api/ask.ts';
import { type ComplaintKey, OpenDocument } from '../gql/graphql.ts';
import { AnswerView } from './answer-view.tsx';
import { KeyForm } from './key-form.tsx';
import type { Answer } from './opened.ts';

/** A complaint opened by its code and secret. Both stay in this component's memory: leaving the page forgets them. */
export function AnswerPage() {
  const [open, setOpen] = useState<{ key: ComplaintKey; answer: Answer } | null>(null);

  useEffect(() => {
    // Browsers freeze a page that is left and show it again on the way back: whoever sits there then must not read on.
    const forget = (event: PageTransitionEvent) => {
      if (event.persisted) setOpen(null);
    };
    window.addEventListener('pageshow', forget);
    return () => window.removeEventListener('pageshow', forget);
  }, []);

  if (!open) return <KeyForm onOpen={(key, answer) => setOpen({ key, answer })} />;
  const { key } = open;
  const show = (answer: Answer) => setOpen({ key, answer });
  const refresh = async () => {
    const { openComplaint } = await ask(OpenDocument, { key });
    if (openComplaint.__typename === 'ComplaintAnswer') show(openComplaint);
  };
  return (
    <AnswerView key={key.code} complaintKey={key} answer={open.answer} onAnswer={show} onRefresh={refresh} onLeave={() => setOpen(null)} />
  );
}
