import { lights, zeroContactKinds } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { FilterBar } from '../../ui/filters/filter-bar.tsx';
import type { SearchRecord } from '../../ui/search-params.ts';
import { useSession } from '../../ui/session.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import type { Stage } from './projects-query.ts';

/** Filters of the whole page: charts, board and ledger. */
export function ProjectFilters({ stages, values }: { stages: readonly Stage[]; values: SearchRecord }) {
  const { t } = useTranslation(['service-projects', 'terms']);
  const english = useLanguage() === 'en';
  const { units } = useSession();
  const patch = useSearchPatch();
  const stageOptions = stages.flatMap(({ stage, stageName, stageNameEn }) =>
    stage === null ? [] : [{ value: stage, label: (english ? stageNameEn : stageName) ?? stage }],
  );
  return (
    <FilterBar
      fields={[
        { kind: 'some', id: 'categories', label: t('stage'), options: stageOptions },
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
        {
          kind: 'some',
          id: 'breachKinds',
          label: t('zero.short'),
          options: zeroContactKinds.map((value) => ({ value, label: t(`zero.kinds.${value}`) })),
        },
      ]}
      values={values}
      onChange={patch}
    />
  );
}
