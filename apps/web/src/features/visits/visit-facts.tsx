import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKindWord } from './use-kind-word.ts';
import styles from './visits.module.css';
import type { VisitDetail } from './visits-query.ts';

/** What a visit's record says beside its needs. */
export function VisitFacts({ visit }: { visit: VisitDetail }) {
  const { t } = useTranslation('visits');
  const kindWord = useKindWord();
  const facts: [label: string, value: ReactNode][] = [
    [t('fields.visitedOn'), visit.visitedOn],
    [t('fields.contactPointId'), visit.contactPointName],
    [t('fields.place'), visit.place],
    [t('fields.countyId'), visit.countyName],
    [
      t('fields.kinds'),
      <>
        {visit.kinds.map(kindWord).join(t('calendar.separator'))}
        {visit.isFrontLine && <span className={styles.tag}>{t('frontLine')}</span>}
      </>,
    ],
    [t('fields.peopleMet'), t('page.people', { count: visit.peopleMet })],
    [t('fields.met'), visit.met],
    [t('fields.opinions'), visit.opinions],
    [t('fields.decision'), visit.decision],
    [t('page.entered'), t('page.enteredBy', { post: visit.enteredBy, day: visit.knownOn })],
  ];
  return (
    <>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {visit.isDemo && <p className={styles.faint}>{t('page.demo')}</p>}
    </>
  );
}
