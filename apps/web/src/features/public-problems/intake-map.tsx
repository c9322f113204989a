import { useTranslation } from 'react-i18next';
import { HeatMap } from '../../charts/heat-map.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatMonth } from '../../ui/format.ts';
import type { IntakeCell } from './public-problems-query.ts';
import { useDrill } from './use-drill.ts';

/** Which channel brought how many in which month. A cell leads to its problems. */
export function IntakeMap({ cells }: { cells: readonly IntakeCell[] }) {
  const { t } = useTranslation('public-problems');
  const language = useLanguage();
  const drill = useDrill();
  if (cells.length === 0) return <EmptyState why={t('channels.none')} />;
  const months = new Map(cells.map((cell) => [cell.month, cell]));
  const channels = new Map(
    cells.map(({ channel, channelName, channelNameEn }) => [channel, language === 'en' ? channelNameEn : channelName]),
  );
  return (
    <HeatMap
      label={t('channels.title')}
      rows={[...channels].map(([id, label]) => ({ id, label }))}
      columns={[...months.keys()].map((month) => ({ id: month, label: formatMonth(month, language) }))}
      points={cells.map(({ month, channel, count }) => ({ row: channel, column: month, value: count }))}
      unit={t('items')}
      rowTitle={t('channels.channel')}
      href={({ row, column, value }) => {
        const month = months.get(column);
        return month && value ? drill({ channels: [row], found: { from: month.from, to: month.to } }) : undefined;
      }}
    />
  );
}
