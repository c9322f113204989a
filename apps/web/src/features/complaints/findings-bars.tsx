import { useTranslation } from 'react-i18next';
import { BarList } from '../../charts/bar-list.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import type { FindingCount } from './complaints-query.ts';

/** What was found to be true. A bar leads to its complaints. */
export function FindingsBars({ findings }: { findings: readonly FindingCount[] }) {
  const { t } = useTranslation(['complaints', 'ledger']);
  const href = useHref();
  return (
    <BarList
      label={t('findings.title')}
      points={findings.map(({ finding, count }) => ({ id: finding, label: t(`ledger:findings.${finding}`), value: count }))}
      unit={t('items')}
      rowTitle={t('findings.finding')}
      href={({ id }) => {
        const found = findings.find(({ finding }) => finding === id);
        return found && href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], findings: [found.finding] }) });
      }}
    />
  );
}
