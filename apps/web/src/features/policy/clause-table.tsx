import { useTranslation } from 'react-i18next';
import { LightsStrip } from '../../charts/lights-strip.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { Percent } from '../../ui/percent.tsx';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import { ClauseDuties } from './clause-duties.tsx';
import { ClauseGaps } from './clause-gaps.tsx';
import styles from './policy.module.css';
import type { Clause } from './policy-query.ts';

/** The clauses in their order, indented by depth, each figure leading to exactly its items. */
export function ClauseTable({ clauses }: { clauses: readonly Clause[] }) {
  const { t } = useTranslation(['policy', 'terms']);
  return (
    <section className={styles.scroll} aria-label={t('table')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('terms:clause')}</th>
            <th scope="col">{t('duties.title')}</th>
            <th scope="col" className={styles.figure}>
              {t('columns.items')}
            </th>
            <th scope="col" className={styles.figure}>
              {t('columns.complete')}
            </th>
            <th scope="col" className={styles.figure}>
              {t('terms:lights.RED')}
            </th>
            <th scope="col">{t('terms:light')}</th>
            <th scope="col">{t('columns.gaps')}</th>
          </tr>
        </thead>
        <tbody>
          {clauses.map((clause) => (
            <ClauseRow key={clause.number} clause={clause} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ClauseRow({ clause }: { clause: Clause }) {
  const { t } = useTranslation(['policy', 'terms']);
  const english = useLanguage() === 'en';
  const href = useHref();
  const { lights } = clause;
  const link = (filter: ItemFilter, count: number) =>
    count === 0 ? (
      <span className={styles.faint}>0</span>
    ) : (
      <a href={href({ to: '/items', search: ledgerSearch({ clauses: [clause.number], ...filter }) })}>{count}</a>
    );
  return (
    <tr className={clause.depth === 0 ? styles.part : undefined}>
      <th scope="row" style={{ paddingInlineStart: 8 + clause.depth * 20 }}>
        <span className={styles.number}>{clause.number}</span> {english ? clause.titleEn : clause.title}
        {clause.registers.map((register) => (
          <span key={register} className={styles.register}>
            {t(`terms:kinds.${register}`)}
          </span>
        ))}
      </th>
      <td className={styles.duties}>
        <ClauseDuties clause={clause} />
      </td>
      <td className={styles.figure}>{link({}, clause.items)}</td>
      <td className={styles.figure}>
        {clause.items > 0 && <Percent share={shareOf(clause.completePercent)} numerator={clause.complete} denominator={clause.items} />}
      </td>
      <td className={styles.figure}>{link({ lights: ['RED'] }, lights.red)}</td>
      <td className={styles.lights}>
        {clause.items > 0 && (
          <>
            <LightsStrip counts={{ GREEN: lights.green, YELLOW: lights.yellow, RED: lights.red, GREY: lights.grey }} />
            <span className="visually-hidden">{t('lights', { ...lights })}</span>
          </>
        )}
      </td>
      <td>
        <ClauseGaps clause={clause} />
      </td>
    </tr>
  );
}
