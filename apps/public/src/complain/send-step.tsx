import { useEffect, useState } from 'preact/hooks';
import { useQuery } from '../api/use-query.ts';
import { Page } from '../app/page.tsx';
import { href } from '../app/router.ts';
import { useSite } from '../app/site.ts';
import { FormDocument } from '../gql/graphql.ts';
import { useTexts } from '../i18n/i18n.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Notice } from '../ui/notice.tsx';
import { problemAt } from '../ui/problem.ts';
import { Reading } from '../ui/reading.tsx';
import { problemsOf } from './check-draft.ts';
import { CheckList } from './check-list.tsx';
import { useDraft } from './draft.ts';
import { OutcomeNotice } from './outcome-notice.tsx';
import { SecretFields } from './secret-fields.tsx';
import { BackLink, KeptNote } from './step-page.tsx';
import { pathOfStep, stepOfField, steps } from './steps.ts';
import { changeSubmission, submitComplaint, useSubmission } from './submission.ts';

const hrefOf = (field: string) => {
  const step = stepOfField(field);
  return step === 'send' ? `#${field}` : `${href(pathOfStep(step))}#${field}`;
};

/** The last step: look through it, choose the secret, send. */
export function SendStep() {
  const { t, language } = useTexts();
  const { draft } = useDraft();
  const { secret, secretAgain, website, isSending, isTried, refused, outcome, attempt } = useSubmission();
  const site = useSite();
  const read = useQuery(FormDocument, {});
  const [ownAttempt, setOwnAttempt] = useState(0);
  const [touched, setTouched] = useState<readonly string[]>([]);
  useEffect(() => changeSubmission({ isChecking: true }), []);

  const form = read.state === 'READ' ? read.data.complaintForm : null;
  const found = form ? problemsOf({ draft, form, secret, secretAgain, today: site?.asOf ?? null, language }) : [];
  const shown = [...(isTried ? found.filter(({ field }) => !touched.includes(field)) : []), ...refused];

  const send = (event: Event) => {
    event.preventDefault();
    if (isSending) return;
    setTouched([]);
    if (found.length > 0) {
      changeSubmission({ isTried: true, outcome: null });
      setOwnAttempt(ownAttempt + 1);
    } else void submitComplaint();
  };

  return (
    <Page title={t('send.title')} over={t('steps.over', { step: steps.length, count: steps.length })} hasErrors={shown.length > 0}>
      <Reading of={read}>
        {({ complaintForm }) => (
          <>
            <ErrorSummary problems={shown} attempt={attempt + ownAttempt} hrefOf={hrefOf} />
            {outcome && <OutcomeNotice outcome={outcome} />}
            {draft.isUnsure && outcome?.kind !== 'UNSURE' && (
              <Notice kind="warn" title={t('send.unsureTitle')}>
                <p>{t('send.unsureAgain')}</p>
              </Notice>
            )}
            <CheckList form={complaintForm} />
            <form noValidate onSubmit={send}>
              <SecretFields problem={(field) => problemAt(t, shown, field)} onTouch={(field) => setTouched(touched.concat(field))} />
              <div class="trap" aria-hidden="true">
                <label for="website">{t('send.website')}</label>
                <input
                  id="website"
                  name="website"
                  type="text"
                  tabIndex={-1}
                  autocomplete="off"
                  value={website}
                  onInput={(event) => changeSubmission({ website: event.currentTarget.value })}
                />
              </div>
              <p class="secrecy">{t('steps.secrecy')}</p>
              <div class="buttons">
                <button type="submit" aria-disabled={isSending}>
                  {t(draft.isUnsure || outcome ? 'send.resubmit' : 'send.submit')}
                </button>
                <BackLink step="send" />
              </div>
              <p role="status">{isSending && t('send.sending')}</p>
              <KeptNote />
            </form>
          </>
        )}
      </Reading>
    </Page>
  );
}
