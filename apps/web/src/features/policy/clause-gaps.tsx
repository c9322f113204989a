import { useTranslation } from 'react-i18next';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './policy.module.css';
import { type Clause, gaps } from './policy-query.ts';

/** What the clause lacks: no owner, no register, no data, items without a plan. */
export function ClauseGaps({ clause }: { clause: Clause }) {
  const { t } = useTranslation('policy');
  const href = useHref();
  return (
    <>
      {gaps
        .filter((gap) => clause[gap])
        .map((gap) => (
          <span key={gap} className={styles.gap} title={t(`gapWhy.${gap}`)}>
            {t(`gaps.${gap}`)}
          </span>
        ))}
      {!clause.isHeading && clause.unplanned > 0 && (
        <a className={styles.gap} href={href({ to: '/items', search: ledgerSearch({ clauses: [clause.number], isPlanned: false }) })}>
          {t('gaps.unplanned', { count: clause.unplanned })}
        </a>
      )}
    </>
  );
}
