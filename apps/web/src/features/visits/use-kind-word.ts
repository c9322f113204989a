import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { VisitKindsDocument } from './entry-query.ts';

/** The word of a kind of visit, with the mark of one whose meaning is to be confirmed; the code while the words are on their way. */
export function useKindWord(): (code: string) => string {
  const { t } = useTranslation('visits');
  const english = useLanguage() === 'en';
  const { data } = useQuery(VisitKindsDocument);
  return (code) => {
    const term = data?.kinds.find((kind) => kind.code === code);
    if (!term) return code;
    const name = english ? term.nameEn : term.name;
    return term.isUnconfirmed ? t('unconfirmed', { name }) : name;
  };
}
