import { useTranslation } from 'react-i18next';
import { BarList } from '../../charts/bar-list.tsx';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import type { County } from './livelihood-query.ts';

type CountyCompletionProps = {
  counties: readonly County[];
  /** Number of one work; all works together when absent. */
  work: string | undefined;
  filter: ItemFilter;
};

/** Completion by county: of all works, or target and actual of one. The furthest behind first. */
export function CountyCompletion({ counties, work, filter }: CountyCompletionProps) {
  const { t } = useTranslation(['livelihood-works', 'terms']);
  const href = useHref();
  if (work) return <CountyShares counties={counties} work={work} />;
  return (
    <BarList
      label={t('counties.title')}
      points={counties.map(({ countyId, countyName, percent, completion, works }) => ({
        id: countyId,
        label: countyName,
        value: shareOf(percent),
        numerator: completion,
        denominator: works,
      }))}
      unit={t('completion')}
      format="percent"
      rowTitle={t('terms:county')}
      href={({ id, denominator }) =>
        denominator ? href({ to: '/items', search: ledgerSearch({ ...filter, targetCounties: [id] }) }) : undefined
      }
    />
  );
}

/** Target (tick) and actual (bar) of one work in each county that has a share of it. */
function CountyShares({ counties, work }: { counties: readonly County[]; work: string }) {
  const { t } = useTranslation(['livelihood-works', 'terms']);
  const href = useHref();
  const shares = counties
    .flatMap(({ countyId, countyName, shares: all }) =>
      all.filter(({ number }) => number === work).map((share) => ({ countyId, countyName, ...share })),
    )
    .sort((a, b) => (a.percent ?? 0) - (b.percent ?? 0));
  const one = shares[0];
  return (
    <BarList
      label={t('counties.ofWork', { title: one?.title ?? work })}
      points={shares.map(({ countyId, countyName, actual, target }) => ({
        id: countyId,
        label: countyName,
        value: actual,
        plan: target,
        numerator: actual,
        denominator: target,
      }))}
      unit={one?.quantityUnit ?? ''}
      rowTitle={t('terms:county')}
      href={() => href({ to: '/items/$number', params: { number: work } })}
    />
  );
}
