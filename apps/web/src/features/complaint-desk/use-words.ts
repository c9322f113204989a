import { useQuery } from '@apollo/client/react';
import { useLanguage } from '../../i18n/use-language.ts';
import { WordsDocument } from '../../ui/words-query.ts';

type Word = { value: string; label: string };

/** The channels and classes of complaints, as the dictionaries name them. */
function useDictionary(dictionary: string): { words: readonly Word[]; nameOf: (code: string) => string } {
  const language = useLanguage();
  const { data } = useQuery(WordsDocument);
  const words = (data?.terms ?? [])
    .filter((term) => term.dictionary === dictionary)
    .map(({ code, name, nameEn }) => ({ value: code, label: language === 'en' ? nameEn : name }));
  return { words, nameOf: (code) => words.find(({ value }) => value === code)?.label ?? (data ? code : '') };
}

export const useChannels = () => useDictionary('complaint-channel');
export const useClasses = () => useDictionary('complaint-class');
