import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilePreview } from '../../ui/file-preview/file-preview.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { dayInCity } from '../../ui/time-in-city.ts';
import styles from './item.module.css';
import type { ItemDetail } from './item-query.ts';

/** Files that back what is reported, and what inspection handed on; what complainants brought stands apart. */
export function Evidence({ item }: { item: ItemDetail }) {
  const { t } = useTranslation('item');
  const files = item.attachments.filter(({ isFromComplainant }) => !isFromComplainant);
  return (
    <Panel id="evidence" title={t('evidence')} chart={false}>
      {files.length === 0 ? (
        <EmptyState why={t('noEvidence')} />
      ) : (
        <ul className={styles.list}>
          {files.map((file) => (
            <li key={file.id}>
              <FilePreview file={file} />
              <div className={styles.faint}>
                {[dayInCity(file.addedAt), file.isForwarded ? t('forward.byInspection') : file.addedBy].filter(Boolean).join(' · ')}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
