import { useTranslation } from 'react-i18next';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import type { ZeroContact as Counter } from './projects-query.ts';
import styles from './service-projects.module.css';

/** The two zero-contact counters against their target of none, each with its breaches in words. */
export function ZeroContact({ counters, filter }: { counters: readonly Counter[]; filter: ItemFilter }) {
  const { t } = useTranslation('service-projects');
  const href = useHref();
  return (
    <div className={styles.counters}>
      {counters.map(({ kind, breaches, projects, unsettled, thisMonth, entries }) => {
        const figure = (
          <>
            <span className={styles.count}>{breaches}</span>
            <span>{t('zero.target')}</span>
          </>
        );
        return (
          <section key={kind} className={styles.counter} aria-label={t(`zero.kinds.${kind}`)}>
            <h3>{t(`zero.kinds.${kind}`)}</h3>
            <p className={styles.figures}>
              {breaches > 0 ? (
                <a className={styles.figures} href={href({ to: '/items', search: ledgerSearch({ ...filter, breachKinds: [kind] }) })}>
                  {figure}
                </a>
              ) : (
                figure
              )}
            </p>
            <p className={styles.faint}>{breaches > 0 ? t('zero.facts', { projects, unsettled, thisMonth }) : t('zero.none')}</p>
            {entries.length > 0 && (
              <ul className={styles.entries}>
                {entries.map((entry) => (
                  <li key={`${entry.number} ${entry.occurredOn} ${entry.description}`}>
                    <a href={href({ to: '/items/$number', params: { number: entry.number } })}>
                      {entry.occurredOn} {entry.title}
                    </a>
                    <div className={styles.faint}>
                      {[entry.description, entry.unitName, entry.settledOn ? t('zero.settled', { day: entry.settledOn }) : t('zero.open')]
                        .filter(Boolean)
                        .join(' · ')}
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}
