import { type QueryRef, useReadQuery } from '@apollo/client/react';
import type { RankGroup } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { DotPlot } from '../../charts/dot-plot.tsx';
import type { UnitRankingQuery } from '../../gql/graphql.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './cockpit.module.css';

/** Units of one group by 按时办结率, the slowest first, each beside its fraction; those with too few to compare are named below. */
export function UnitRanking({ queryRef, group }: { queryRef: QueryRef<UnitRankingQuery>; group: RankGroup }) {
  const { t } = useTranslation(['cockpit', 'terms', 'common']);
  const href = useHref();
  const { data } = useReadQuery(queryRef);
  const ranked = data.unitRanking.filter(({ isRanked }) => isRanked);
  const tooFew = data.unitRanking.filter(({ isRanked }) => !isRanked);
  const group0 = data.unitRanking[0];
  return (
    <div className={styles.scroll}>
      {ranked.length === 0 ? (
        <EmptyState why={t('ranking.none', { group: t(`groups.${group}`) })} next={t('ranking.noneNext')} />
      ) : (
        <DotPlot
          label={t('ranking.title')}
          points={ranked.map((unit) => ({
            id: unit.unitId,
            label: unit.unitName,
            share: shareOf(unit.percent),
            numerator: unit.numerator,
            denominator: unit.denominator,
          }))}
          mean={group0 ? { label: t('ranking.mean', { group: t(`groups.${group}`) }), share: shareOf(group0.groupPercent) } : null}
          rowTitle={t('terms:unit')}
          href={({ id }) => href({ to: '/items', search: ledgerSearch({ settlementDueFrom: [id] }) })}
        />
      )}
      {tooFew.length > 0 && (
        <p className={styles.note}>
          {t('ranking.tooFew', {
            units: tooFew
              .map(({ unitName, numerator, denominator }) => t('ranking.tooFewUnit', { unit: unitName, numerator, denominator }))
              .join(t('common:listSeparator')),
          })}
        </p>
      )}
    </div>
  );
}
