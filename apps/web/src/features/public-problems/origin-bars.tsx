import { useTranslation } from 'react-i18next';
import { BarList } from '../../charts/bar-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Origin } from './public-problems-query.ts';
import { useDrill } from './use-drill.ts';

/** 征求意见 and 自身查找: how many each brought. A bar leads to its problems. */
export function OriginBars({ origins }: { origins: readonly Origin[] }) {
  const { t } = useTranslation(['public-problems', 'ledger']);
  const drill = useDrill();
  if (origins.every(({ raised }) => raised === 0)) return <EmptyState why={t('none')} />;
  return (
    <BarList
      label={t('origins.title')}
      points={origins.map(({ origin, raised }) => ({ id: origin, label: t(`ledger:origins.${origin}`), value: raised }))}
      unit={t('items')}
      rowTitle={t('ledger:fields.origins')}
      href={({ id, value }) => {
        const origin = origins.find((one) => one.origin === id)?.origin;
        return origin && value ? drill({ origins: [origin] }) : undefined;
      }}
    />
  );
}
