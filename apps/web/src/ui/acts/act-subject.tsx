import { useTranslation } from 'react-i18next';
import { FilePreview } from '../file-preview/file-preview.tsx';
import { timeInCity } from '../time-in-city.ts';
import type { ActPart } from './act-item.ts';
import type { ActSpec } from './act-spec.ts';
import styles from './acts.module.css';

/** What the act judges, above its form: the unit's report, the extension asked for, or why the duty came back. */
export function ActSubject({ shows, part }: { shows: NonNullable<ActSpec['shows']>; part: ActPart }) {
  const { t } = useTranslation('acts');
  if (shows === 'EXTENSION')
    return (
      <dl className={styles.subject}>
        <dt>{t('asked.until')}</dt>
        <dd>{t('asked.days', { from: part.dueOn, to: part.extensionAskedTo ?? '' })}</dd>
        <dt>{t('asked.why')}</dt>
        <dd>{part.extensionReason}</dd>
      </dl>
    );
  if (shows === 'RETURN')
    return (
      <dl className={styles.subject}>
        <dt>{t('returned.by')}</dt>
        <dd>{part.unit.name}</dd>
        <dt>{t('returned.why')}</dt>
        <dd>{part.returnReason}</dd>
      </dl>
    );
  const report = part.reports.find(({ verdict }) => verdict === null);
  if (!report) return <p className={styles.subject}>{t('report.none')}</p>;
  return (
    <dl className={styles.subject}>
      <dt>{t('report.text')}</dt>
      <dd>{report.text}</dd>
      {report.evidence && (
        <>
          <dt>{t('report.evidence')}</dt>
          <dd>{report.evidence}</dd>
        </>
      )}
      {report.attachments.length > 0 && (
        <>
          <dt>{t('report.files')}</dt>
          <dd>
            {report.attachments.map((file) => (
              <FilePreview key={file.id} file={file} />
            ))}
          </dd>
        </>
      )}
      <dt>{t('report.by')}</dt>
      <dd>
        {report.reportedBy} {timeInCity(report.reportedAt)}
      </dd>
    </dl>
  );
}
