import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { ActItem } from '../acts/act-item.ts';
import { ErrorNotice } from '../error/error-notice.tsx';
import { Panel } from '../panel/panel.tsx';
import { useSession } from '../session.ts';
import { Skeleton } from '../skeleton.tsx';
import styles from './complaint.module.css';
import { ComplaintDossierDocument } from './dossier-query.ts';
import { OwnWords } from './own-words.tsx';
import { RelatedComplaints } from './related-complaints.tsx';

/**
 * Own words of whoever complained, for the complaint office alone, and beside them what may be the same matter. Read for this screen, kept in
 * no cache; nothing is asked for those who may see neither.
 */
export function ComplaintDossier({ item, onMerged }: { item: ActItem; onMerged: () => Promise<unknown> }) {
  const { t } = useTranslation('item');
  const { viewer } = useSession();
  const isOffice = viewer.role === 'INSPECTION';
  const mayMerge = item.viewerActs.includes('MERGE');
  const { data, error, refetch } = useQuery(ComplaintDossierDocument, {
    variables: { id: item.id },
    fetchPolicy: 'no-cache',
    skip: !isOffice && !mayMerge,
  });
  if (!isOffice && !mayMerge) return null;
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  const complaints = data?.item?.__typename === 'ComplaintItem' ? data.item.complaints : null;
  return (
    <>
      {isOffice && (
        <Panel id="own-words" title={t('own.title')} extra={<span className={styles.only}>{t('own.only')}</span>} chart={false}>
          {!complaints && <Skeleton rows={4} height={140} />}
          {complaints?.every(({ statement }) => statement === null) && <p className={styles.faint}>{t('own.none')}</p>}
          {complaints?.map(({ id, statement }) => statement && <OwnWords key={id} statement={statement} />)}
        </Panel>
      )}
      {complaints && <RelatedComplaints item={item} complaints={complaints} onMerged={onMerged} />}
    </>
  );
}
