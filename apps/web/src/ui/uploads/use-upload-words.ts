import { useTranslation } from 'react-i18next';
import type { UploadProblem } from './upload-file.ts';

/** The sentence of each problem, in the language chosen. */
export function useUploadWords() {
  const { t, i18n } = useTranslation('files');
  const has = (key: string) => i18n.exists(key, { ns: 'files' });
  const problemText = ({ code, message, content, extension = '' }: UploadProblem): string => {
    if (code === undefined) return message || t('notSent');
    if (!has(`refusals.${code}`)) return message || t('notSent');
    const words = content && has(`contents.${content}`) ? t(`contents.${content as 'PDF'}`) : (content ?? '');
    return t(`refusals.${code as 'NOT_ALLOWED'}`, { content: words, extension });
  };
  /** A file that the server refused for what it is stays refused. */
  const canRetry = ({ code }: UploadProblem) => code === undefined || code === 'TOO_MANY';
  return { problemText, canRetry };
}
