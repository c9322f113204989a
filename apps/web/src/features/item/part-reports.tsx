import { useTranslation } from 'react-i18next';
import { FilePreview } from '../../ui/file-preview/file-preview.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { clockInCity, dayInCity } from '../../ui/time-in-city.ts';
import styles from './item.module.css';
import type { ItemDetail } from './item-query.ts';

type Report = ItemDetail['parts'][number]['reports'][number];

/** What each unit reported, the newest first, with its evidence, its signature and what became of it: beside what was promised. */
export function PartReports({ item }: { item: ItemDetail }) {
  const { t } = useTranslation('item');
  const { asOf } = useSession();
  const parts = item.parts
    .map((part) => ({ ...part, reports: part.reports.filter(({ reportedAt }) => dayInCity(reportedAt) <= asOf) }))
    .filter(({ reports }) => reports.length > 0);
  if (parts.length === 0) return null;
  return (
    <Panel id="reports" title={t('reports.title')} chart={false}>
      {parts.map((part) => (
        <section key={part.id} className={styles.block} aria-label={part.unit.name}>
          <h3>
            {part.unit.name} <span className={styles.faint}>{t(`duties.${part.duty}`)}</span>
          </h3>
          <ul className={styles.list}>
            {part.reports.map((report) => (
              <ReportEntry key={report.id} report={report} />
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

function ReportEntry({ report }: { report: Report }) {
  const { t } = useTranslation('item');
  const { asOf } = useSession();
  const at = (instant: string) => `${dayInCity(instant)} ${clockInCity(instant)}`;
  const isJudged = report.verdict && report.verdictAt && dayInCity(report.verdictAt) <= asOf;
  return (
    <li>
      <p className={styles.said}>{report.text}</p>
      {report.evidence && (
        <p className={styles.said}>
          <span className={styles.faint}>{t('reports.evidence')}</span> {report.evidence}
        </p>
      )}
      {report.attachments.map((file) => (
        <FilePreview key={file.id} file={file} />
      ))}
      <div className={styles.faint}>
        {[
          t('reports.by', { post: report.reportedBy, at: at(report.reportedAt) }),
          report.isSignedOff
            ? t('reports.signed')
            : report.signOffs > 0
              ? t('reports.signedBy', { count: report.signOffs })
              : t('reports.unsigned'),
          t('round', { count: report.round }),
        ].join(' · ')}
      </div>
      {isJudged && (
        <p className={styles.verdict}>
          <strong>{t(`reports.verdicts.${report.verdict!}`)}</strong> {report.verdictNote}
          <span className={styles.faint}>
            {' '}
            {report.verdictBy} {at(report.verdictAt!)}
          </span>
        </p>
      )}
    </li>
  );
}
