import { lights } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { FilterBar } from '../../ui/filters/filter-bar.tsx';
import type { SearchRecord } from '../../ui/search-params.ts';
import { useSession } from '../../ui/session.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import type { Funds } from './livelihood-query.ts';

/** Filters of the whole page: charts, lists and ledger. Programmes are those with funds, and the ones chosen. */
export function WorkFilters({ funds, values }: { funds: readonly Funds[]; values: SearchRecord }) {
  const { t } = useTranslation(['livelihood-works', 'terms']);
  const english = useLanguage() === 'en';
  const { units } = useSession();
  const patch = useSearchPatch();
  const programmes = funds.flatMap(({ programme, number, programmeName, programmeNameEn }) =>
    programme !== null && number === null ? [{ value: programme, label: (english ? programmeNameEn : programmeName) ?? programme }] : [],
  );
  const unitOptions = (counties: boolean) =>
    units
      .filter(({ kind }) => (kind === 'COUNTY') === counties && kind !== 'CITY')
      .map(({ id, shortName }) => ({ value: id, label: shortName }));
  return (
    <FilterBar
      fields={[
        { kind: 'some', id: 'categories', label: t('programme'), options: programmes },
        {
          kind: 'some',
          id: 'lights',
          label: t('terms:light'),
          options: lights.map((value) => ({ value, label: t(`terms:lights.${value}`) })),
        },
        { kind: 'some', id: 'leadUnits', label: t('terms:leadUnit'), options: unitOptions(false) },
        { kind: 'some', id: 'targetCounties', label: t('targetCounty'), options: unitOptions(true) },
      ]}
      values={values}
      onChange={patch}
    />
  );
}
