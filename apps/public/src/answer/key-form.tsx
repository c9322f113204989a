import { useState } from 'preact/hooks';
import { ask } from '../api/ask.ts';
import { Page } from '../app/page.tsx';
import { useSubmission } from '../complain/submission.ts';
import { type ComplaintKey, OpenDocument } from '../gql/graphql.ts';
import { useTexts } from '../i18n/i18n.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { type Problem, problemAt } from '../ui/problem.ts';
import { type Answer, type Hindrance, hindranceOf, hindranceOfFailure } from './opened.ts';

const failures = { notSent: 'query.notSent', unsure: 'query.failed', refused: 'query.failed' } as const;

/** Asks for code and secret. They go in the body of a request, never into the address. */
export function KeyForm({ onOpen }: { onOpen: (key: ComplaintKey, answer: Answer) => void }) {
  const { t } = useTexts();
  // Whoever has just complained need not type the code again.
  const { receipt } = useSubmission();
  const [code, setCode] = useState(receipt?.code ?? '');
  const [secret, setSecret] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [hindrance, setHindrance] = useState<Hindrance | null>(null);
  const shown = hindrance ? hindrance.problems : problems;

  const open = async (event: Event) => {
    event.preventDefault();
    if (isAsking) return;
    const found: Problem[] = [];
    if (code.trim() === '') found.push({ field: 'code', key: 'problem.codeNeeded' });
    if (secret === '') found.push({ field: 'secret', key: 'problem.keyNeeded' });
    setProblems(found);
    setHindrance(null);
    if (found.length > 0) return setAttempt(attempt + 1);
    setAsking(true);
    const key = { code: code.normalize('NFKC').replace(/\s/g, ''), secret };
    const hindered = await ask(OpenDocument, { key }).then(
      ({ openComplaint }) => {
        if (openComplaint.__typename === 'ComplaintAnswer') onOpen(key, openComplaint);
        return hindranceOf(t, openComplaint);
      },
      (error) => hindranceOfFailure(t, error, failures),
    );
    setAsking(false);
    setHindrance(hindered);
    setAttempt(attempt + 1);
  };

  return (
    <Page title={t('answer.title')} hasErrors={shown.length > 0 || hindrance?.sentence != null}>
      <ErrorSummary problems={shown} attempt={attempt} />
      {hindrance?.sentence && (
        <Notice kind="warn" takesFocus>
          <p>{hindrance.sentence}</p>
        </Notice>
      )}
      <p class="lead">{t('answer.lead')}</p>
      <form noValidate onSubmit={open}>
        <TextField
          id="code"
          width={20}
          label={t('answer.code')}
          hint={t('answer.codeHint')}
          error={problemAt(t, shown, 'code')}
          value={code}
          onInput={setCode}
        />
        <TextField
          id="secret"
          type="password"
          width={20}
          label={t('answer.secret')}
          error={problemAt(t, shown, 'secret')}
          value={secret}
          onInput={setSecret}
        />
        <div class="buttons">
          <button type="submit" aria-disabled={isAsking}>
            {t('answer.submit')}
          </button>
        </div>
        <p role="status">{isAsking && t('answer.asking')}</p>
      </form>
      <p class="hint">{t('answer.noRecover')}</p>
      <p class="hint">{t('answer.privacy')}</p>
    </Page>
  );
}
