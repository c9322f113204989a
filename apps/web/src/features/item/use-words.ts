import { useQuery } from '@apollo/client/react';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatNumber } from '../../ui/format.ts';
import { WordsDocument } from '../../ui/words-query.ts';

/** Names of dictionary codes, and figures with their unit, in the language on screen. */
export function useWords() {
  const language = useLanguage();
  const { data } = useQuery(WordsDocument);
  const term = (dictionary: string, code: string) => {
    const found = data?.terms.find((one) => one.dictionary === dictionary && one.code === code);
    return (language === 'en' ? found?.nameEn : found?.name) ?? code;
  };
  const amount = (value: number | null | undefined, unit: string) =>
    typeof value === 'number' ? `${formatNumber(value, language)} ${unit}` : null;
  return { term, amount, english: language === 'en' };
}
