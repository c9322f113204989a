import type { FunctionComponent } from 'preact';
import type { ComplaintKey } from '../gql/graphql.ts';
import { type TextKey, useTexts } from '../i18n/i18n.ts';
import type { Answer } from './opened.ts';
import { RateForm } from './rate-form.tsx';
import { ReopenForm, WithdrawForm } from './reason-forms.tsx';
import { SupplementForm } from './supplement-form.tsx';

/** What every act's form is given. */
export interface ActProps {
  complaintKey: ComplaintKey;
  onDone: (answer: Answer, said: TextKey) => void;
}

/** Only what the complainant can do now, each opened where it stands. */
export function AnswerActs({ answer, ...props }: ActProps & { answer: Answer }) {
  const { t } = useTexts();
  const acts: { name: 'rate' | 'reopen' | 'supplement' | 'withdraw'; isOpen: boolean; Form: FunctionComponent<ActProps> }[] = [
    { name: 'rate', isOpen: answer.canRate, Form: RateForm },
    { name: 'reopen', isOpen: answer.canReopen, Form: ReopenForm },
    { name: 'supplement', isOpen: answer.canSupplement, Form: SupplementForm },
    { name: 'withdraw', isOpen: answer.canWithdraw, Form: WithdrawForm },
  ];
  const open = acts.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return null;
  return (
    <section class="no-print">
      <h2>{t('answer.acts')}</h2>
      {open.map(({ name, Form }) => (
        <details key={name} id={name}>
          <summary>{t(`acts.${name}.title`)}</summary>
          <Form {...props} />
        </details>
      ))}
    </section>
  );
}
