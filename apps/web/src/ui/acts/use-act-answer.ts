import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { describeError } from '../error/describe-error.ts';

/** Problems by field; `form` holds what belongs to none. */
export type Problems = Readonly<Record<string, string>>;

/** What an act came to: done with its answer, or why not; `version`: somebody was faster, and this is the one in force. */
export type Outcome<Done> = { done: Done } | { problems: Problems; version?: number };

/** What a mutation may answer, as far as it is read here. */
export type ActAnswer = {
  __typename: string;
  fields?: readonly { field: string; code: string; message: string }[];
  code?: string;
  message?: string;
  version?: number;
};

/** A room's own words for what the server refuses. */
export type ActWords = {
  /** In English: the sentence of a code, else the server's own. */
  problem: (code: string, message: string) => string;
  /** Why the act as a whole was refused; no code: not there, or not for the viewer. */
  refusal: (refusal: { code?: string | undefined; message?: string | undefined }) => string;
};

/**
 * Reads the answers of mutations: what is no answer of the type asked for becomes sentences at fields. The server's own sentences are Chinese
 * and more exact; in English a code has one sentence.
 */
export function useActAnswer({ problem, refusal }: ActWords) {
  const { t } = useTranslation('errors');
  const english = useLanguage() === 'en';
  return async <Answer extends ActAnswer, Done extends Answer['__typename']>(
    done: Done,
    send: () => Promise<Answer | undefined>,
  ): Promise<Outcome<Extract<Answer, { __typename: Done }>>> => {
    try {
      const answer = await send();
      if (answer?.__typename === done) return { done: answer as Extract<Answer, { __typename: Done }> };
      const { fields, code, message, version } = (answer ?? {}) as ActAnswer;
      if (fields)
        return { problems: Object.fromEntries(fields.map((one) => [one.field, english ? problem(one.code, one.message) : one.message])) };
      return version === undefined ? { problems: { form: refusal({ code, message }) } } : { problems: {}, version };
    } catch (error) {
      const { kind } = describeError(error);
      return { problems: { form: `${t(`${kind}.title`)} ${t(`${kind}.next`)}` } };
    }
  };
}
