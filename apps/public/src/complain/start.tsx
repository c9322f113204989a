import { useState } from 'preact/hooks';
import { forget, useQuery } from '../api/use-query.ts';
import { Page } from '../app/page.tsx';
import { go } from '../app/router.ts';
import { FormDocument } from '../gql/graphql.ts';
import { useTexts } from '../i18n/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import type { Form } from './check-draft.ts';
import { changeDraft, clearDraft, isStarted, useDraft } from './draft.ts';
import { pathOfStep } from './steps.ts';
import { forgetSubmission } from './submission.ts';

/** What to know before complaining: what for, how it goes on, and how the complainant is protected. */
export function StartPage() {
  const { t } = useTexts();
  const read = useQuery(FormDocument, {});
  const form = read.state === 'READ' ? read.data.complaintForm : null;
  return (
    <Page title={t('start.title')}>
      <Notice kind="warn">
        <p>{t('steps.secrecy')}</p>
      </Notice>
      <h2>{t('start.what')}</h2>
      <p>{t('start.whatText')}</p>
      <h2>{t('start.not')}</h2>
      <p>{t('start.notText')}</p>
      <h2>{t('start.how')}</h2>
      <ol class="list">
        <li>{t('start.how1')}</li>
        <li>{form?.acceptWorkingDays ? t('start.how2', { days: form.acceptWorkingDays }) : t('start.how2Plain')}</li>
        <li>{form?.finishDays ? t('start.how3', { days: form.finishDays }) : t('start.how3Plain')}</li>
        <li>{t('start.how4')}</li>
      </ol>
      <h2>{t('start.privacy')}</h2>
      <ul class="list">
        {(['privacy1', 'privacy2', 'privacy3', 'privacy4', 'privacy5', 'privacy6'] as const).map((key) => (
          <li key={key}>{t(`start.${key}`)}</li>
        ))}
      </ul>
      {read.state === 'FAILED' ? (
        <Notice kind="warn">
          <p>{t('start.noForm')}</p>
          <button type="button" class="second" onClick={read.again}>
            {t('read.again')}
          </button>
        </Notice>
      ) : (
        <Begin form={form} />
      )}
    </Page>
  );
}

/** The way in, or on with what was begun in this tab. */
function Begin({ form }: { form: Form | null }) {
  const { t } = useTexts();
  const { draft } = useDraft();
  const [isCleared, setCleared] = useState(false);
  const begin = () => {
    if (form && !draft.ticket) changeDraft({ ticket: form.ticket });
    go(pathOfStep('whom'));
  };
  const clear = () => {
    clearDraft();
    forgetSubmission();
    // The ticket of what was cleared may have been sent.
    forget(FormDocument);
    setCleared(true);
  };
  const hasDraft = isStarted(draft);
  return (
    <>
      {hasDraft && <p>{t('start.draft')}</p>}
      {isCleared && !hasDraft && <p role="status">{t('start.cleared')}</p>}
      <div class="buttons">
        <button type="button" onClick={begin}>
          {t(hasDraft ? 'start.goOn' : 'start.go')}
        </button>
        {hasDraft && (
          <button type="button" class="second" onClick={clear}>
            {t('start.clear')}
          </button>
        )}
      </div>
    </>
  );
}
