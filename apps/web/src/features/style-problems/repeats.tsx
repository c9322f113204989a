import { useTranslation } from 'react-i18next';
import { BarList } from '../../charts/bar-list.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import type { StyleRepeat } from './style-query.ts';

/** Where problems come back after 销号, by unit and category. */
export function Repeats({ repeats }: { repeats: readonly StyleRepeat[] }) {
  const { t } = useTranslation(['style-problems', 'terms']);
  const english = useLanguage() === 'en';
  const href = useHref();
  if (repeats.length === 0) return <EmptyState why={t('repeats.none')} />;
  const idOf = ({ unitId, category }: StyleRepeat) => `${unitId}/${category}`;
  return (
    <BarList
      label={t('repeats.title')}
      points={repeats.map((repeat) => ({
        id: idOf(repeat),
        label: t('repeats.row', { unit: repeat.unitName, category: english ? repeat.categoryNameEn : repeat.categoryName }),
        value: repeat.count,
      }))}
      unit={t('items')}
      rowTitle={t('repeats.rowTitle')}
      href={({ id }) => {
        const repeat = repeats.find((one) => idOf(one) === id);
        return (
          repeat &&
          href({
            to: '/items',
            search: ledgerSearch({
              kinds: ['STYLE_PROBLEM'],
              isRepeat: true,
              leadUnits: [repeat.unitId],
              categories: [repeat.category],
            }),
          })
        );
      }}
    />
  );
}
