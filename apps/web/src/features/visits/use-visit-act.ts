import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '../../ui/acts/act-draft.ts';
import { attemptFor } from '../../ui/acts/attempt.ts';
import { describeError } from '../../ui/error/describe-error.ts';

/** Problems by field; `form` holds what belongs to none. */
export type Problems = Readonly<Record<string, string>>;

type Answer = {
  __typename: string;
  fields?: readonly { field: string; message: string }[];
  message?: string;
  version?: number;
};

/**
 * Does an act on a visit and says what is wrong with it, at its fields; undefined when it is done. `content` is what is sent: the same again
 * goes under the same request id, so that a repeat after a lost answer acts once.
 */
export function useVisitAct(done: string, refresh: () => Promise<unknown>) {
  const { t } = useTranslation(['visits', 'errors']);
  const attempt = useRef<Attempt>(undefined);
  return async (content: unknown, send: (requestId: string) => Promise<Answer | undefined>): Promise<Problems | undefined> => {
    attempt.current = attemptFor(JSON.stringify(content), attempt.current);
    try {
      const answer = await send(attempt.current.requestId);
      if (answer?.__typename === done) {
        await refresh().catch(() => undefined);
        return undefined;
      }
      const { fields, message, version } = answer ?? ({} as Partial<Answer>);
      if (fields) return Object.fromEntries(fields.map(({ field, message: said }) => [field, said]));
      if (version === undefined) return { form: message ?? t('problems.notFound') };
      await refresh().catch(() => undefined);
      return { form: t('problems.conflict') };
    } catch (error) {
      const { kind } = describeError(error);
      return { form: `${t(`errors:${kind}.title`)} ${t(`errors:${kind}.next`)}` };
    }
  };
}
