import { levels, lights } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { FilterBar } from '../../ui/filters/filter-bar.tsx';
import type { SearchRecord } from '../../ui/search-params.ts';
import { useSession } from '../../ui/session.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import type { MatrixCell } from './hard-problems-query.ts';

/** Filters of the whole page: charts, lists and ledger. */
export function ProblemFilters({ cells, values }: { cells: readonly MatrixCell[]; values: SearchRecord }) {
  const { t } = useTranslation(['hard-problems', 'terms']);
  const english = useLanguage() === 'en';
  const { units } = useSession();
  const patch = useSearchPatch();
  const themes = cells.flatMap(({ level, theme, themeName, themeNameEn }) =>
    level === null && theme !== null ? [{ value: theme, label: (english ? themeNameEn : themeName) ?? theme }] : [],
  );
  return (
    <FilterBar
      fields={[
        {
          kind: 'some',
          id: 'levels',
          label: t('terms:level'),
          options: levels.map((value) => ({ value, label: t(`terms:levels.${value}`) })),
        },
        { kind: 'some', id: 'categories', label: t('terms:theme'), options: themes },
        {
          kind: 'some',
          id: 'lights',
          label: t('terms:light'),
          options: lights.map((value) => ({ value, label: t(`terms:lights.${value}`) })),
        },
        {
          kind: 'some',
          id: 'counties',
          label: t('terms:county'),
          options: units.filter(({ kind }) => kind === 'COUNTY').map(({ id, shortName }) => ({ value: id, label: shortName })),
        },
      ]}
      values={values}
      onChange={patch}
    />
  );
}
