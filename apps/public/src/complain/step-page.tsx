import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useQuery } from '../api/use-query.ts';
import { Page } from '../app/page.tsx';
import { go, href } from '../app/router.ts';
import { useSite } from '../app/site.ts';
import { FormDocument } from '../gql/graphql.ts';
import { useTexts } from '../i18n/i18n.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { type Problem, problemAt } from '../ui/problem.ts';
import { Reading } from '../ui/reading.tsx';
import { type Form, problemsOfStep } from './check-draft.ts';
import { changeDraft, type Draft, useDraft } from './draft.ts';
import { pathOfStep, type Step, stepOfField, steps } from './steps.ts';
import { settle, useSubmission } from './submission.ts';

/** What the fields of a step work with. */
export interface StepTools {
  draft: Draft;
  form: Form;
  /** The sentence against a field, if one is to be shown. */
  problem: (field: string) => string | undefined;
  /** Writes into the draft: the field's name, and the change. */
  set: (field: string, change: Partial<Draft>) => void;
}

interface Props {
  step: Exclude<Step, 'send'>;
  /** Problems that only the page knows, such as a file still on its way. */
  ownProblems?: readonly Problem[];
  children: (tools: StepTools) => ComponentChildren;
}

/** One step of the form: its heading, what is wrong, its fields, and the way on. */
export function StepPage({ step, ownProblems = [], children }: Props) {
  const { t, language } = useTexts();
  const { draft } = useDraft();
  const { refused, isTried, isChecking } = useSubmission();
  const site = useSite();
  const read = useQuery(FormDocument, {});
  const [attempt, setAttempt] = useState(0);
  // What is being corrected isn't complained about until the next try.
  const [touched, setTouched] = useState<readonly string[]>([]);

  const ticket = read.state === 'READ' && !draft.ticket ? read.data.complaintForm.ticket : null;
  useEffect(() => {
    if (ticket) changeDraft({ ticket });
  }, [ticket]);

  const found =
    read.state === 'READ'
      ? problemsOfStep(step, { draft, form: read.data.complaintForm, secret: '', secretAgain: '', today: site?.asOf ?? null, language })
      : [];
  const blocking = [...found, ...ownProblems];
  const ofServer = refused.filter(({ field }) => stepOfField(field) === step);
  const shown = [...(attempt > 0 || isTried ? blocking.filter(({ field }) => !touched.includes(field)) : []), ...ofServer];

  const goOn = (event: Event) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    setTouched([]);
    if (blocking.length > 0) return;
    go(isChecking ? pathOfStep('send') : pathOfStep(steps[steps.indexOf(step) + 1] ?? 'send'));
  };
  const set = (field: string, change: Partial<Draft>) => {
    changeDraft(change);
    settle(field);
    setTouched(touched.concat(field));
  };

  return (
    <Page
      title={t(`${step}.title`)}
      over={t('steps.over', { step: steps.indexOf(step) + 1, count: steps.length })}
      hasErrors={shown.length > 0}
    >
      <Reading of={read}>
        {({ complaintForm }) => (
          <>
            <ErrorSummary problems={shown} attempt={attempt} />
            <form noValidate onSubmit={goOn}>
              {children({ draft, form: complaintForm, problem: (field) => problemAt(t, shown, field), set })}
              <p class="secrecy">{t('steps.secrecy')}</p>
              <div class="buttons">
                <button type="submit">{t('steps.next')}</button>
                <BackLink step={step} />
              </div>
              <KeptNote />
            </form>
          </>
        )}
      </Reading>
    </Page>
  );
}

/** To the step before; from the first to the start. */
export function BackLink({ step }: { step: Step }) {
  const { t } = useTexts();
  const before = steps[steps.indexOf(step) - 1];
  return <a href={href(before ? pathOfStep(before) : '/complain')}>{t('steps.back')}</a>;
}

/** Where what is typed is kept. */
export function KeptNote() {
  const { t } = useTexts();
  const { isKept } = useDraft();
  return <p class={isKept ? 'hint' : 'error'}>{t(isKept ? 'steps.kept' : 'steps.notKept')}</p>;
}
