import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useSession } from '../../ui/session.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './rectifications.module.css';

const OwedMonthsDocument = graphql(/* GraphQL */ `
  query OwedRectificationMonths {
    owedRectificationMonths {
      code
      name
      nameEn
      unitId
      unitName
      month
      state
    }
  }
`);

/**
 * What the viewer's own units still have to report: months that are over, then the running one. Each leads to its form. Nothing on a past day,
 * and nothing for those who report for no unit.
 */
export function OwedMonths() {
  const { t } = useTranslation('rectifications');
  const english = useLanguage() === 'en';
  const href = useHref();
  const { viewer, isPast } = useSession();
  const isOwing = viewer.desks.includes('REPORTING') && !isPast;
  const { data } = useQuery(OwedMonthsDocument, { fetchPolicy: 'cache-and-network', skip: !isOwing });
  const owed = data?.owedRectificationMonths ?? [];
  if (!isOwing || owed.length === 0) return null;
  return (
    <section className={styles.owed} aria-label={t('owed.title')}>
      <h2>{t('owed.title')}</h2>
      <ul>
        {owed.map(({ code, name, nameEn, unitId, unitName, month, state }) => (
          <li key={`${code} ${unitId} ${month}`}>
            <a href={href({ to: '/rectifications/$code', params: { code }, search: { enter: unitId, of: month } })}>
              {t('owed.line', { name: english ? nameEn : name, unit: unitName, month })}
            </a>{' '}
            <span className={state === 'MISSING' ? styles.late : styles.faint}>{t(state === 'MISSING' ? 'owed.late' : 'owed.open')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
