import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '../../ui/acts/act-draft.ts';
import { attemptFor } from '../../ui/acts/attempt.ts';
import { type ActAnswer, type Problems, useActAnswer } from '../../ui/acts/use-act-answer.ts';

/**
 * Does an act on a visit and says what is wrong with it, at its fields; undefined when it is done. `content` is what is sent: the same again
 * goes under the same request id, so that a repeat after a lost answer acts once.
 */
export function useVisitAct(done: string, refresh: () => Promise<unknown>) {
  const { t } = useTranslation('visits');
  const answer = useActAnswer({
    problem: (code, message) => t(`problems.${code}` as 'problems.REQUIRED', { defaultValue: message }),
    refusal: ({ message }) => message ?? t('problems.notFound'),
  });
  const attempt = useRef<Attempt>(undefined);
  return async (content: unknown, send: (requestId: string) => Promise<ActAnswer | undefined>): Promise<Problems | undefined> => {
    const now = attemptFor(JSON.stringify(content), attempt.current);
    attempt.current = now;
    const outcome = await answer(done, () => send(now.requestId));
    const isOther = 'version' in outcome;
    if ('done' in outcome || isOther) await refresh().catch(() => undefined);
    if ('done' in outcome) return undefined;
    return isOther ? { form: t('problems.conflict') } : outcome.problems;
  };
}
