import { useState } from 'preact/hooks';
import { ask } from '../api/ask.ts';
import { type OpenedFragment, ReopenDocument, WithdrawDocument } from '../gql/graphql.ts';
import { useTexts } from '../i18n/i18n.ts';
import { TextArea } from '../ui/field.tsx';
import { lengthOf } from '../ui/problem.ts';
import { ActForm, fieldId } from './act-form.tsx';
import type { ActProps } from './answer-acts.tsx';
import { textProblem } from './text-problem.ts';

/** Greatest length of a reason, in characters. */
const longest = 1000;

interface Props extends ActProps {
  act: 'withdraw' | 'reopen';
  send: (input: { requestId: string; reason: string }) => Promise<OpenedFragment>;
}

function ReasonForm({ act, onDone, send }: Props) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  return (
    <ActForm
      act={act}
      onDone={onDone}
      found={textProblem('reason', reason, longest, act === 'withdraw' ? 'problem.withdrawNeeded' : 'problem.reopenNeeded')}
      send={(requestId) => send({ requestId, reason: reason.trim() })}
    >
      {(problem) => (
        <TextArea
          id={fieldId(act, 'reason')}
          label={t(`acts.${act}.label`)}
          hint={t(`acts.${act}.hint`)}
          error={problem('reason')}
          value={reason}
          onInput={setReason}
          limit={longest}
          count={lengthOf(reason)}
        />
      )}
    </ActForm>
  );
}

/** Takes the complaint back, with the reason. */
export const WithdrawForm = (props: ActProps) => (
  <ReasonForm
    {...props}
    act="withdraw"
    send={async (input) => (await ask(WithdrawDocument, { key: props.complaintKey, input })).withdrawComplaint}
  />
);

/** Asks that it be handled again, with the reason. */
export const ReopenForm = (props: ActProps) => (
  <ReasonForm
    {...props}
    act="reopen"
    send={async (input) => (await ask(ReopenDocument, { key: props.complaintKey, input })).reopenComplaint}
  />
);
