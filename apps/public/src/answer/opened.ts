import { Failed } from '../api/ask.ts';
import type { AnswerFragment, OpenedFragment } from '../gql/graphql.ts';
import { formatWait } from '../i18n/format.ts';
import type { TextKey, Translate } from '../i18n/i18n.ts';
import type { Problem } from '../ui/problem.ts';

/** The answer page of one complaint. */
export type Answer = AnswerFragment & { __typename: 'ComplaintAnswer' };

/** Why a request did not lead to the answer page: something in its fields, or a sentence. */
export interface Hindrance {
  problems: Problem[];
  /** A sentence where it is about no field. */
  sentence: string | null;
}

/** What stood in the way; null where the answer came. Fields are named as the server names them. */
export function hindranceOf(t: Translate, opened: OpenedFragment): Hindrance | null {
  switch (opened.__typename) {
    case 'ComplaintAnswer':
      return null;
    case 'UnknownComplaint':
    case 'NotPossible':
      return { problems: [], sentence: opened.message };
    case 'InputError': {
      const ofForm = opened.fields.find(({ field }) => field === 'form' || field === 'requestId');
      const problems = ofForm ? [] : opened.fields.map(({ field, message }) => ({ field, message }));
      return { problems, sentence: problems.length > 0 ? null : (ofForm?.message ?? opened.message) };
    }
    case 'TooManyRequests':
      return { problems: [], sentence: t('wait.tooMany', { wait: formatWait(t, opened.retryAfterSeconds) }) };
  }
}

/** What to say when no answer came at all. */
export interface FailureTexts {
  notSent: TextKey;
  unsure: TextKey;
  refused: TextKey;
}

export function hindranceOfFailure(t: Translate, error: unknown, texts: FailureTexts): Hindrance {
  const failed = error instanceof Failed ? error : new Failed('UNSURE');
  const busy = () =>
    failed.retryAfterSeconds ? t('wait.tooMany', { wait: formatWait(t, failed.retryAfterSeconds) }) : t('wait.tooManyPlain');
  const sentences = {
    NOT_SENT: () => t(texts.notSent),
    REFUSED: () => failed.message || t(texts.refused),
    BUSY: busy,
    UNSURE: () => t(texts.unsure),
  };
  return { problems: [], sentence: sentences[failed.kind]() };
}
