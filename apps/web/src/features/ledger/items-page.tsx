import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page-head.tsx';
import { useSession } from '../../ui/session.ts';
import { useStateWord } from '../../ui/use-state-word.ts';
import { Ledger } from './ledger.tsx';

/** The one ledger of all registers: what the address asks for, and how many. */
export function ItemsPage() {
  const { t } = useTranslation(['ledger', 'terms', 'common']);
  const search = useSearch({ from: '/frame/items' });
  const { asOf } = useSession();
  const stateWord = useStateWord();
  const kinds = search.kinds ?? [];
  const ledger =
    kinds.length > 0 ? t('ofKinds', { kinds: kinds.map((kind) => t(`terms:kinds.${kind}`)).join(t('common:listSeparator')) }) : t('all');
  const marks = [
    ...(search.lights ?? []).map((light) => t(`terms:lights.${light}`)),
    ...(search.states ?? []).map((state) => stateWord(state, kinds.length === 1 ? kinds[0] : undefined)),
    ...(search.phase ? [t(`phases.${search.phase}`)] : []),
  ];
  const title = marks.length > 0 ? t('marked', { ledger, marks: marks.join(t('common:listSeparator')) }) : ledger;
  return (
    <Ledger
      search={search}
      head={(count) => (
        <PageHead title={count === null ? title : t('titleCount', { title, count })} subtitle={t('common:asOf', { day: asOf })} />
      )}
    />
  );
}
