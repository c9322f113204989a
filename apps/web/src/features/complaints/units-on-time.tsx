import type { RankGroup } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { DotPlot } from '../../charts/dot-plot.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './complaints.module.css';
import type { RankedUnit } from './complaints-query.ts';

/** Handling units of one group by 按时办结率 of their complaints, the slowest first; those with too few to compare are named below. */
export function UnitsOnTime({ units, group }: { units: readonly RankedUnit[]; group: RankGroup }) {
  const { t } = useTranslation(['complaints', 'terms', 'common']);
  const href = useHref();
  const ranked = units.filter(({ isRanked }) => isRanked);
  const tooFew = units.filter(({ isRanked }) => !isRanked);
  const whole = units[0];
  const linkOf = (unitId: string) => href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], settlementDueFrom: [unitId] }) });
  return (
    <>
      {ranked.length === 0 ? (
        <EmptyState why={t('units.none', { group: t(`groups.${group}`) })} next={t('units.noneNext')} />
      ) : (
        <div className={styles.tall}>
          <DotPlot
            label={t('units.title')}
            points={ranked.map(({ unitId, unitName, percent, numerator, denominator }) => ({
              id: unitId,
              label: unitName,
              share: shareOf(percent),
              numerator,
              denominator,
            }))}
            mean={whole ? { label: t('units.mean', { group: t(`groups.${group}`) }), share: shareOf(whole.groupPercent) } : null}
            rowTitle={t('terms:unit')}
            href={({ id }) => linkOf(id)}
          />
        </div>
      )}
      {tooFew.length > 0 && (
        <p className={styles.note}>
          {t('units.tooFew')}
          {tooFew.map(({ unitId, unitName, numerator, denominator }, index) => (
            <span key={unitId}>
              {index > 0 && t('common:listSeparator')}
              <a href={linkOf(unitId)}>{t('units.tooFewUnit', { unit: unitName, numerator, denominator })}</a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
