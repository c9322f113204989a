import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import type { FilterField } from '../../ui/filters/filter-field.ts';
import { useSession } from '../../ui/session.ts';
import { ContactPointsDocument, VisitKindsDocument } from './entry-query.ts';
import { useKindWord } from './use-kind-word.ts';

/** The filters that visits and needs share: leader, county, kind, front line, days. */
export function useVisitFields(): FilterField[] {
  const { t } = useTranslation('visits');
  const english = useLanguage() === 'en';
  const { units } = useSession();
  const kindWord = useKindWord();
  const { data: words } = useQuery(VisitKindsDocument);
  const { data } = useQuery(ContactPointsDocument);
  return [
    {
      kind: 'some',
      id: 'posts',
      label: t('columns.leader'),
      options: (data?.visitingLeaders ?? []).map(({ postId, title, titleEn }) => ({ value: postId, label: english ? titleEn : title })),
    },
    {
      kind: 'some',
      id: 'counties',
      label: t('columns.county'),
      options: units.filter(({ kind }) => kind === 'COUNTY').map(({ id, shortName }) => ({ value: id, label: shortName })),
    },
    {
      kind: 'some',
      id: 'kinds',
      label: t('columns.kinds'),
      options: (words?.kinds ?? []).map(({ code }) => ({ value: code, label: kindWord(code) })),
    },
    {
      kind: 'one',
      id: 'frontLine',
      label: t('frontLine'),
      options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`yesNo.${value}`) })),
    },
    { kind: 'days', id: 'days', label: t('columns.visitedOn'), fromId: 'from', toId: 'to' },
  ];
}
