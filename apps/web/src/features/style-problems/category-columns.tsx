import { useTranslation } from 'react-i18next';
import { Columns } from '../../charts/series-chart.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import type { StyleCategory } from './style-query.ts';

/** Found, rectified and written off per category, in the order of the policy. A category leads to all found in it. */
export function CategoryColumns({ categories }: { categories: readonly StyleCategory[] }) {
  const { t } = useTranslation(['style-problems', 'terms']);
  const english = useLanguage() === 'en';
  const href = useHref();
  const nameOf = (category: StyleCategory) => (english ? category.nameEn : category.name);
  return (
    <Columns
      label={t('categories.title')}
      points={categories.map((category) => ({
        x: nameOf(category),
        values: { found: category.found, rectified: category.rectified, writtenOff: category.writtenOff },
      }))}
      series={[
        { id: 'found', label: t('found') },
        { id: 'rectified', label: t('rectified') },
        { id: 'writtenOff', label: t('terms:writeOff'), accent: true },
      ]}
      unit={t('items')}
      xTitle={t('terms:category')}
      height={220}
      href={({ x }) => {
        const category = categories.find((one) => nameOf(one) === x);
        return category && href({ to: '/items', search: ledgerSearch({ kinds: ['STYLE_PROBLEM'], categories: [category.category] }) });
      }}
    />
  );
}
