import { useTranslation } from 'react-i18next';
import { FilePreview } from '../../ui/file-preview/file-preview.tsx';
import styles from './review.module.css';
import type { ReviewedPart } from './review-query.ts';

/** What backs the reports: the note and the files of the open one first. */
export function Evidence({ part }: { part: ReviewedPart }) {
  const { t } = useTranslation('review');
  const backed = part.reports.filter(({ evidence, attachments }) => evidence || attachments.length > 0);
  return (
    <section className={styles.side}>
      <h3 className={styles.sideTitle}>{t('evidence')}</h3>
      {backed.length === 0 && <p className={styles.faint}>{t('noEvidence')}</p>}
      {backed.map(({ id, evidence, attachments }) => (
        <div key={id} className={styles.report}>
          {evidence && <p className={styles.text}>{evidence}</p>}
          {attachments.map((file) => (
            <FilePreview key={file.id} file={file} />
          ))}
        </div>
      ))}
    </section>
  );
}
