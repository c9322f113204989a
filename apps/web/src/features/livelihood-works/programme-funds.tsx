import { useTranslation } from 'react-i18next';
import { Columns } from '../../charts/series-chart.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import type { Funds } from './livelihood-query.ts';

type ProgrammeFundsProps = { funds: readonly Funds[]; filter: ItemFilter };

/** Planned, arrived and paid of each programme. */
export function ProgrammeFunds({ funds, filter }: ProgrammeFundsProps) {
  const { t } = useTranslation('livelihood-works');
  const english = useLanguage() === 'en';
  const href = useHref();
  const programmes = funds
    .filter(({ programme, number }) => programme !== null && number === null)
    .map((one) => ({ ...one, name: (english ? one.programmeNameEn : one.programmeName) ?? one.programme ?? '' }));
  const codeOf = (name: string) => programmes.find((one) => one.name === name)?.programme;
  return (
    <Columns
      label={t('funds.title')}
      points={programmes.map(({ name, planned, arrived, paid }) => ({ x: name, values: { planned, arrived, paid } }))}
      series={[
        { id: 'planned', label: t('funds.planned') },
        { id: 'arrived', label: t('funds.arrived') },
        { id: 'paid', label: t('funds.paid'), accent: true },
      ]}
      unit={t('tenThousand')}
      xTitle={t('programme')}
      href={({ x }) => {
        const code = codeOf(x);
        return code ? href({ to: '/items', search: ledgerSearch({ ...filter, categories: [code] }) }) : undefined;
      }}
    />
  );
}
