import { useTranslation } from 'react-i18next';
import { timeInCity } from '../../ui/time-in-city.ts';
import styles from './review.module.css';
import type { PartReport, ReviewedPart } from './review-query.ts';

/** What the unit reported: the open report large, the earlier ones with what became of them below. */
export function Reported({ part }: { part: ReviewedPart }) {
  const { t } = useTranslation('review');
  const [open] = part.reports.filter(({ verdict }) => verdict === null);
  const earlier = part.reports.filter(({ id }) => id !== open?.id);
  return (
    <section className={styles.side}>
      <h3 className={styles.sideTitle}>{t('reported')}</h3>
      {open ? <Report report={open} /> : <p className={styles.faint}>{t('fromLedger')}</p>}
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t('earlier', { count: earlier.length })}</summary>
          {earlier.map((report) => (
            <Report key={report.id} report={report} />
          ))}
        </details>
      )}
    </section>
  );
}

function Report({ report }: { report: PartReport }) {
  const { t } = useTranslation('review');
  return (
    <article className={styles.report}>
      <p className={styles.text}>{report.text}</p>
      <p className={styles.faint}>
        {report.reportedBy} · {timeInCity(report.reportedAt)} · {report.isSignedOff ? t('signedOff') : t('notSignedOff')}
      </p>
      {report.verdict && (
        <p className={styles.faint}>
          {t(`verdicts.${report.verdict}`, { by: report.verdictBy ?? '', day: report.verdictAt ? timeInCity(report.verdictAt) : '' })}
          {report.verdictNote && `：${report.verdictNote}`}
        </p>
      )}
    </article>
  );
}
