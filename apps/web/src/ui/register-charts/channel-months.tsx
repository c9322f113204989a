import type { Day, ItemKind } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { HeatMap } from '../../charts/heat-map.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../empty-state.tsx';
import { formatMonth } from '../format.ts';
import { ledgerSearch } from '../ledger-link.ts';
import { useHref } from '../use-href.ts';

/** What came in a month (`2014-09`, its days `from` to `to`) through a channel. */
type ChannelMonth = { month: string; from: Day; to: Day; channel: string; channelName: string; channelNameEn: string; count: number };

type ChannelMonthsProps = {
  cells: readonly ChannelMonth[];
  kind: ItemKind;
  label: string;
  /** Said when nothing came. */
  none: string;
  unit: string;
};

/** Which channel brought how many items of a register in which month. A cell leads to its items. */
export function ChannelMonths({ cells, kind, label, none, unit }: ChannelMonthsProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const href = useHref();
  if (cells.length === 0) return <EmptyState why={none} />;
  const months = new Map(cells.map((cell) => [cell.month, cell]));
  const channels = new Map(
    cells.map(({ channel, channelName, channelNameEn }) => [channel, language === 'en' ? channelNameEn : channelName]),
  );
  return (
    <HeatMap
      label={label}
      rows={[...channels].map(([id, name]) => ({ id, label: name }))}
      columns={[...months.keys()].map((month) => ({ id: month, label: formatMonth(month, language) }))}
      points={cells.map(({ month, channel, count }) => ({ row: channel, column: month, value: count }))}
      unit={unit}
      rowTitle={t('channel')}
      href={({ row, column, value }) => {
        const month = months.get(column);
        if (!month || !value) return undefined;
        const found = { from: month.from, to: month.to };
        return href({ to: '/items', search: ledgerSearch({ kinds: [kind], channels: [row], found }) });
      }}
    />
  );
}
