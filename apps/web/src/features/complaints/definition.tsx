import { useTranslation } from 'react-i18next';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './complaints.module.css';
import type { ComplaintRate } from './complaints-query.ts';

/** What each rate counts, as the ledger lists it: all of it, what of that the rate praises, and the rest. */
export const countedIn: Record<ComplaintRate['rate'], { all: ItemFilter; some: ItemFilter; rest: ItemFilter }> = {
  RESPONSE: {
    all: { isDecisionDue: true },
    some: { isDecisionDue: true, isDecidedInTime: true },
    rest: { isDecisionDue: true, isDecidedInTime: false },
  },
  SETTLED: {
    all: { isTakenOn: true },
    some: { isTakenOn: true, isComplete: true },
    rest: { isTakenOn: true, isComplete: false },
  },
  SETTLED_ON_TIME: {
    all: { isSettlementDue: true },
    some: { isSettlementDue: true, closedOnTime: true },
    rest: { isSettlementDue: true, closedOnTime: false },
  },
  SATISFIED: {
    all: { satisfactions: ['VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED', 'VERY_DISSATISFIED'] },
    some: { satisfactions: ['VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED'] },
    rest: { satisfactions: ['DISSATISFIED', 'VERY_DISSATISFIED'] },
  },
  REWORKED: {
    all: { isTakenOn: true },
    some: { isTakenOn: true, isReworked: true },
    rest: { isTakenOn: true, isReworked: false },
  },
};

/** 口径: what a rate divides by what, in words, and the way to either. */
export function Definition({ rate: { rate, numerator, denominator } }: { rate: ComplaintRate }) {
  const { t } = useTranslation('complaints');
  const href = useHref();
  const { all, some, rest } = countedIn[rate];
  const way = (text: string, count: number, filter: ItemFilter) =>
    count === 0 ? (
      <span>{text}</span>
    ) : (
      <a href={href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], ...filter }) })}>{text}</a>
    );
  return (
    <details className={styles.definition}>
      <summary aria-label={t('definitionOf', { rate: t(`rates.${rate}`) })}>{t('definition')}</summary>
      <p>{t(`definitions.${rate}`)}</p>
      <p className={styles.ways}>
        {way(t('numerator', { count: numerator }), numerator, some)}
        {way(t('denominator', { count: denominator }), denominator, all)}
        {way(t('rest', { count: denominator - numerator }), denominator - numerator, rest)}
      </p>
    </details>
  );
}
