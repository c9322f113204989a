import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { describeError } from '../../ui/error/describe-error.ts';

/** Problems by field; `form` holds what belongs to none. */
export type Problems = Readonly<Record<string, string>>;

/** What an act came to: done with its answer, or why not; `version`: somebody was faster, and this is the one in force. */
export type Outcome<Done> = { done: Done } | { problems: Problems; version?: number };

type Refusal = {
  __typename: string;
  fields?: readonly { field: string; code: string; message: string }[];
  code?: string;
  version?: number;
};

/** Reads the answers of the room's mutations: what is no answer of the type asked for becomes sentences at fields. */
export function useBoardAct() {
  const { t } = useTranslation(['rectifications', 'errors']);
  const english = useLanguage() === 'en';
  return async <Answer extends Refusal, Done extends Answer['__typename']>(
    done: Done,
    send: () => Promise<Answer | undefined>,
  ): Promise<Outcome<Extract<Answer, { __typename: Done }>>> => {
    try {
      const answer = await send();
      if (answer?.__typename === done) return { done: answer as Extract<Answer, { __typename: Done }> };
      const { fields, code, version } = (answer ?? {}) as Refusal;
      if (fields) {
        const said = fields.map(({ field, code: of, message }): [string, string] => [
          field,
          english ? t(`problemsOf.${of}` as 'problemsOf.REQUIRED', { defaultValue: message }) : message,
        ]);
        return { problems: Object.fromEntries(said) };
      }
      if (version !== undefined) return { problems: {}, version };
      return { problems: { form: t(code === 'NOTHING_CHANGED' ? 'refusals.NOTHING_CHANGED' : 'refusals.notFound') } };
    } catch (error) {
      const { kind } = describeError(error);
      return { problems: { form: `${t(`errors:${kind}.title`)} ${t(`errors:${kind}.next`)}` } };
    }
  };
}
