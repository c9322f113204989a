import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { newRequestId } from '../api/request-id.ts';
import type { OpenedFragment } from '../gql/graphql.ts';
import { useTexts } from '../i18n/i18n.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Notice } from '../ui/notice.tsx';
import { type Problem, problemAt } from '../ui/problem.ts';
import type { ActProps } from './answer-acts.tsx';
import { type Hindrance, hindranceOf, hindranceOfFailure } from './opened.ts';

interface Props extends Pick<ActProps, 'onDone'> {
  act: 'supplement' | 'withdraw' | 'rate' | 'reopen';
  /** What is wrong now; fields are named as the server names them. */
  found: readonly Problem[];
  send: (requestId: string) => Promise<OpenedFragment>;
  /** Gives the sentence against a field. */
  children: (problem: (field: string) => string | undefined) => ComponentChildren;
}

const failures = { notSent: 'acts.notSent', unsure: 'acts.unsure', refused: 'acts.refused' } as const;

/** Id of an act's field on the page. */
export const fieldId = (act: Props['act'], field: string) => `${act}-${field}`;

/** One act: what is typed stays until the server has surely taken it, and every attempt carries the same request id. */
export function ActForm({ act, found, send, onDone, children }: Props) {
  const { t } = useTexts();
  const requestId = useRef('');
  const [attempt, setAttempt] = useState(0);
  const [isTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [hindrance, setHindrance] = useState<Hindrance | null>(null);
  const shown = [...(isTried ? found : []), ...(hindrance?.problems ?? [])];

  const submit = async (event: Event) => {
    event.preventDefault();
    if (isSending) return;
    setTried(true);
    setHindrance(null);
    if (found.length > 0) return setAttempt(attempt + 1);
    setSending(true);
    requestId.current = requestId.current || newRequestId();
    const hindered = await send(requestId.current).then(
      (opened) => {
        if (opened.__typename === 'ComplaintAnswer') {
          requestId.current = '';
          setTried(false);
          onDone(opened, `acts.${act}.done`);
        }
        return hindranceOf(t, opened);
      },
      (error) => hindranceOfFailure(t, error, failures),
    );
    setSending(false);
    setHindrance(hindered);
    if (hindered) setAttempt(attempt + 1);
  };

  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary problems={shown} attempt={attempt} hrefOf={(field) => `#${fieldId(act, field)}`} />
      {hindrance?.sentence && (
        <Notice kind="warn" takesFocus>
          <p>{hindrance.sentence}</p>
        </Notice>
      )}
      {children((field) => problemAt(t, shown, field))}
      <div class="buttons">
        <button type="submit" aria-disabled={isSending}>
          {t(`acts.${act}.submit`)}
        </button>
      </div>
      <p role="status">{isSending && t('acts.sending')}</p>
    </form>
  );
}
