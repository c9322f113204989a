import { useTranslation } from 'react-i18next';
import { HeatMap } from '../../charts/heat-map.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import type { StyleCategory, StyleUnit } from './style-query.ts';

/** What a cell counts: all found, or those not yet rectified. */
export const heatMeasures = ['found', 'unrectified'] as const;
export type HeatMeasure = (typeof heatMeasures)[number];

type UnitHeatMapProps = { units: readonly StyleUnit[]; categories: readonly StyleCategory[]; measure: HeatMeasure };

/** Unit × category, units with most first; every cell leads to its items. */
export function UnitHeatMap({ units, categories, measure }: UnitHeatMapProps) {
  const { t } = useTranslation(['style-problems', 'terms']);
  const english = useLanguage() === 'en';
  const href = useHref();
  if (units.length === 0) return <EmptyState why={t('none')} next={t('noneNext')} />;
  return (
    <HeatMap
      label={t(`heat.${measure}`)}
      rows={units.map((unit) => ({ id: unit.unitId, label: t('heat.unit', { unit: unit.unitName, count: unit[measure] }) }))}
      columns={categories.map(({ category, name, nameEn }) => ({ id: category, label: english ? nameEn : name }))}
      points={units.flatMap((unit) => unit.cells.map((cell) => ({ row: unit.unitId, column: cell.category, value: cell[measure] })))}
      unit={t('items')}
      rowTitle={t('terms:leadUnit')}
      maxHeight={460}
      href={({ row, column }) =>
        href({
          to: '/items',
          search: ledgerSearch({
            kinds: ['STYLE_PROBLEM'],
            leadUnits: [row],
            categories: [column],
            ...(measure === 'unrectified' ? { isComplete: false } : {}),
          }),
        })
      }
    />
  );
}
