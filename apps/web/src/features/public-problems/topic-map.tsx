import { useTranslation } from 'react-i18next';
import { HeatMap } from '../../charts/heat-map.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { HeatCell } from './public-problems-query.ts';
import { useDrill } from './use-drill.ts';

/** What a cell counts: all raised, or those still open. */
export const heatMeasures = ['raised', 'open'] as const;
export type HeatMeasure = (typeof heatMeasures)[number];

/** Topic × county; every cell leads to its problems. */
export function TopicMap({ cells, measure }: { cells: readonly HeatCell[]; measure: HeatMeasure }) {
  const { t } = useTranslation(['public-problems', 'ledger']);
  const english = useLanguage() === 'en';
  const drill = useDrill();
  if (cells.every(({ raised }) => raised === 0)) return <EmptyState why={t('none')} next={t('noneNext')} />;
  const topics = new Map(
    cells.map(({ topic, topicName, topicNameEn }) => [topic, (english ? topicNameEn : topicName) ?? t('ledger:without.categories')]),
  );
  const counties = new Map(cells.map(({ countyId, countyName }) => [countyId, countyName ?? t('noCounty')]));
  return (
    <HeatMap
      label={t(`heat.${measure}`)}
      rows={[...topics].map(([id, label]) => ({ id, label }))}
      columns={[...counties].map(([id, label]) => ({ id, label }))}
      points={cells.map((cell) => ({ row: cell.topic, column: cell.countyId, value: cell[measure] }))}
      unit={t('items')}
      rowTitle={t('topic')}
      href={({ row, column, value }) =>
        value ? drill({ categories: [row], counties: [column], ...(measure === 'open' ? { phase: 'OPEN' as const } : {}) }) : undefined
      }
    />
  );
}
