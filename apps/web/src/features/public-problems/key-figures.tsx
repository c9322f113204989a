import { useTranslation } from 'react-i18next';
import { KeyFigure } from '../../charts/key-figure.tsx';
import { useFigures } from '../../charts/use-figures.ts';
import type { ItemFilter } from '../../ui/ledger-link.ts';
import { shareOf } from '../../ui/share.ts';
import styles from './public-problems.module.css';
import type { Counts, Rate } from './public-problems-query.ts';
import { useDrill } from './use-drill.ts';

/** What each rate praises, as the ledger lists it. */
export const praised: Record<Rate['rate'], ItemFilter> = {
  CLOSED: { isComplete: true },
  CLOSED_ON_TIME: { isSettlementDue: true, closedOnTime: true },
  SATISFIED: { satisfactions: ['VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED'] },
};

/** Counts of items, each with the filter that lists them. */
const counted: readonly (readonly ['raised' | 'open' | 'answered' | 'withoutTopic', ItemFilter])[] = [
  ['raised', {}],
  ['open', { phase: 'OPEN' }],
  ['answered', { isAnswered: true }],
  ['withoutTopic', { categories: ['NONE'] }],
];

/** Rates with their fractions, then the counts, whom it concerns, and whether everybody who raised something was answered. */
export function KeyFigures({ counts, rates }: { counts: Counts; rates: readonly Rate[] }) {
  const { t } = useTranslation('public-problems');
  const { number } = useFigures();
  const drill = useDrill();
  return (
    <>
      <div className={styles.rates}>
        {rates.map((one) => (
          <div key={one.rate} className={styles.rate}>
            <KeyFigure
              theme={t(`rates.${one.rate}`)}
              label={t(`rateOf.${one.rate}`)}
              share={shareOf(one.percent)}
              numerator={one.numerator}
              denominator={one.denominator}
              change={one.changePoints}
              href={drill(praised[one.rate])}
            />
          </div>
        ))}
      </div>
      <section className={styles.counts} aria-label={t('counts.title')}>
        <ul>
          {counted.map(([name, filter]) => (
            <li key={name} title={t(`countsAre.${name}`)}>
              {counts[name] === 0 ? (
                <span>
                  {t(`counts.${name}`)} <strong>0</strong>
                </span>
              ) : (
                <a href={drill(filter)}>
                  {t(`counts.${name}`)} <strong>{number(counts[name])}</strong>
                </a>
              )}
            </li>
          ))}
        </ul>
        <ul>
          <li title={t('countsAre.peopleAffected')}>
            {t('counts.peopleAffected')} <strong>{number(counts.peopleAffected)}</strong>{' '}
            <span className={styles.faint}>{t('counts.peopleKnown', { count: counts.peopleKnown })}</span>
          </li>
          <li title={t('countsAre.raisings')}>
            {t('counts.raisings')} <strong>{number(counts.raisingsAnswered)}</strong>
            {t('counts.of', { count: counts.raisings })}
          </li>
        </ul>
      </section>
    </>
  );
}
