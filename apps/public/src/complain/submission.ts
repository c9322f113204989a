import { ask, Failed } from '../api/ask.ts';
import { forget } from '../api/use-query.ts';
import { go } from '../app/router.ts';
import { createStore } from '../app/store.ts';
import { FormDocument, SubmitDocument } from '../gql/graphql.ts';
import type { Problem } from '../ui/problem.ts';
import { changeDraft, clearDraft, currentDraft } from './draft.ts';
import { inputOf } from './input-of.ts';

/** What came of the last attempt to send; `wait` in seconds, where the server told. */
export type Outcome =
  | { kind: 'NOT_SENT' | 'EXPIRED' }
  | { kind: 'REFUSED' | 'UNSURE'; message: string }
  | { kind: 'BUSY'; wait: number | undefined };

export interface Receipt {
  code: string;
  receivedOn: string;
  acceptBy: string | null;
}

/** What is kept in memory alone while a complaint is written and sent. */
interface Submission {
  secret: string;
  secretAgain: string;
  /** The trap for machines: people don't see it. */
  website: string;
  isSending: boolean;
  outcome: Outcome | null;
  /** What the server said against fields. */
  refused: Problem[];
  /** Sending was tried: every step now shows what is wrong on it. */
  isTried: boolean;
  /** The last step was seen: a step that is gone back to then leads there again. */
  isChecking: boolean;
  /** Counts attempts, so that each puts the focus on what came of it. */
  attempt: number;
  receipt: Receipt | null;
}

const fresh: Submission = {
  secret: '',
  secretAgain: '',
  website: '',
  isSending: false,
  outcome: null,
  refused: [],
  isTried: false,
  isChecking: false,
  attempt: 0,
  receipt: null,
};

const store = createStore(fresh);

export const useSubmission = () => store.use();
export const changeSubmission = (change: Partial<Submission>) => store.set({ ...store.get(), ...change });

/** Forgets receipt and secret. */
export const forgetSubmission = () => store.set(fresh);

/** A field was changed: what the server said against it is no longer about what stands there. */
export function settle(field: string): void {
  const { refused } = store.get();
  if (refused.some((problem) => problem.field === field)) changeSubmission({ refused: refused.filter((one) => one.field !== field) });
}

/**
 * Sends the complaint. The attempt lives here and not on the page, so that its answer isn't lost when the person moves on meanwhile.
 * The ticket is also the request's id: sent again after a broken connection, the complaint is registered once.
 */
export async function submitComplaint(): Promise<void> {
  const { isSending, secret, website, attempt } = store.get();
  if (isSending) return;
  changeSubmission({ isSending: true, outcome: null, refused: [], isTried: true });
  const end = (change: Partial<Submission>) => changeSubmission({ isSending: false, attempt: attempt + 1, ...change });
  if (!currentDraft().ticket && !(await renewTicket())) return end({ outcome: { kind: 'REFUSED', message: '' } });
  try {
    const { submitComplaint: result } = await ask(SubmitDocument, { input: inputOf(currentDraft(), secret, website) });
    if (result.__typename === 'ComplaintSubmitted') {
      const { code, receivedOn, acceptBy } = result;
      clearDraft();
      forget(FormDocument);
      store.set({ ...fresh, receipt: { code, receivedOn, acceptBy } });
      go('/complain/done', { replace: true });
    } else if (result.__typename === 'TooManyRequests') {
      end({ outcome: { kind: 'BUSY', wait: result.retryAfterSeconds } });
    } else if (result.fields.some(({ code }) => code === 'TICKET' || code === 'EXPIRED')) {
      await renewTicket();
      end({ outcome: { kind: 'EXPIRED' } });
    } else {
      // The server looks for a complaint with this ticket before it judges: there is none.
      changeDraft({ isUnsure: false });
      // What is about no field of ours has only its sentence. The trap is emptied: a browser may have filled it in.
      const [other] = result.fields.filter(({ field }) => field === 'form');
      const refused = other ? [] : result.fields.map(({ field, message }) => ({ field, message }));
      const outcome: Outcome | null = refused.length > 0 ? null : { kind: 'REFUSED', message: other?.message ?? result.message };
      end({ refused, outcome, website: '' });
    }
  } catch (error) {
    const failed = error instanceof Failed ? error : new Failed('UNSURE');
    if (failed.kind === 'UNSURE') changeDraft({ isUnsure: true });
    end({ outcome: outcomeOf(failed) });
  }
}

/** Takes a new ticket, as of a form just opened. False where the server gives none now. */
async function renewTicket(): Promise<boolean> {
  try {
    const { complaintForm } = await ask(FormDocument, {});
    changeDraft({ ticket: complaintForm.ticket, isUnsure: false });
    return true;
  } catch {
    return false;
  }
}

function outcomeOf(failed: Failed): Outcome {
  if (failed.kind === 'NOT_SENT') return { kind: 'NOT_SENT' };
  if (failed.kind === 'BUSY') return { kind: 'BUSY', wait: failed.retryAfterSeconds };
  return { kind: failed.kind, message: failed.message };
}
