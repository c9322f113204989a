import { useTranslation } from 'react-i18next';

const codes = ['REQUIRED', 'PHOTO_GONE'] as const;
const kinds = ['forbidden', 'badInput', 'tooLarge', 'notFound'] as const;

/** Problems as sentences: codes and kinds of error become words, what the server said stays as it said it. */
export function useProblemWords(): (problems: Readonly<Record<string, string>>) => Record<string, string> {
  const { t } = useTranslation(['visits', 'errors']);
  const word = (problem: string) => {
    const code = codes.find((one) => one === problem);
    if (code) return t(`problems.${code}`);
    const kind = kinds.find((one) => one === problem);
    return kind ? `${t(`errors:${kind}.title`)} ${t(`errors:${kind}.next`)}` : problem;
  };
  return (problems) => Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, word(problem)]));
}
