import { useTranslation } from 'react-i18next';
import { collectiveFrom } from '../../ui/complaint/collective.ts';
import styles from './item.module.css';
import type { Complaint } from './item-query.ts';

/** 集体投诉 and 重复投诉 beside the state. The server tells of earlier complaints to the inspection office alone. */
export function ComplaintMarks({ complaints }: { complaints: readonly Complaint[] }) {
  const { t } = useTranslation('item');
  const people = Math.max(0, ...complaints.map((complaint) => complaint.people));
  const earlier = Math.max(0, ...complaints.map(({ earlierCount }) => earlierCount ?? 0));
  return (
    <>
      {people >= collectiveFrom && <span className={styles.flag}>{t('case.collectiveMark', { count: people })}</span>}
      {earlier > 0 && (
        <a className={styles.flag} href="#earlier">
          {t('case.repeatedMark', { count: earlier })}
        </a>
      )}
    </>
  );
}
