import { type Day, openEnded } from '@duban/rules/vocabulary';
import type { ActedItem } from './act-document.ts';
import type { ActSpec } from './act-spec.ts';

/** What comes next, and by when: `acts:next.<step>`. */
export type NextStep = {
  step:
    | 'SIGN'
    | 'SIGN_BY'
    | 'WORK'
    | 'WORK_BY'
    | 'SIGN_OFF'
    | 'REVIEW'
    | 'JUDGE'
    | 'OTHERS'
    | 'WRITE_OFF'
    | 'CALL_BACK'
    | 'REASSIGN'
    | 'RESUME'
    | 'DECIDE'
    | 'DRAFT'
    | 'APPROVE'
    | 'ANSWER';
  day?: Day;
};

/** What the matter waits for after an act; null when it waits for nothing. */
export function nextStep({ action }: ActSpec, item: ActedItem, partId: string | null): NextStep | null {
  const part = item.parts.find(({ id }) => id === partId) ?? null;
  if (action === 'REQUEST_EXTENSION') return { step: 'DECIDE' };
  if (action === 'RECORD_FINDING') return { step: 'ANSWER' };
  if (action === 'STEP_ASIDE') return null;
  const lead = item.parts[0];
  const dueOn = part?.dueOn ?? item.standing?.dueOn ?? openEnded;
  switch (part?.state ?? item.standing?.state) {
    case 'DRAFT':
      return { step: 'DRAFT' };
    case 'PENDING_APPROVAL':
      return { step: 'APPROVE' };
    case 'ASSIGNED': {
      const signDueOn = (part ?? lead)?.signDueOn;
      return signDueOn ? { step: 'SIGN_BY', day: signDueOn } : { step: 'SIGN' };
    }
    case 'SIGNED':
    case 'IN_PROGRESS':
    case 'REWORK':
      return dueOn === openEnded ? { step: 'WORK' } : { step: 'WORK_BY', day: dueOn };
    case 'REPORTED': {
      const open = part?.reports.find(({ verdict }) => verdict === null);
      return { step: open && !open.isSignedOff ? 'SIGN_OFF' : 'REVIEW' };
    }
    case 'UNDER_REVIEW':
      return { step: 'JUDGE' };
    case 'RETURNED':
      return { step: 'REASSIGN' };
    case 'SUSPENDED':
      return { step: 'RESUME' };
    case 'CLOSED':
      return { step: item.standing?.state === 'CLOSED' ? 'WRITE_OFF' : 'OTHERS' };
    case 'CALL_BACK':
      return { step: 'CALL_BACK' };
    default:
      return null;
  }
}
