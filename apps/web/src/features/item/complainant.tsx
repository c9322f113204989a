import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from './facts.tsx';
import styles from './item.module.css';
import type { Complaint } from './item-query.ts';
import type { Revealed } from './reveal-drawer.tsx';

const RevealDrawer = lazy(() => import('./reveal-drawer.tsx').then((module) => ({ default: module.RevealDrawer })));

/** 查看投诉人, for inspection: asks why first. What is shown stays on this screen only: it goes into no cache, and each look is recorded. */
export function Complainant({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation('item');
  const [isAsking, setIsAsking] = useState(false);
  const [person, setPerson] = useState<Revealed | null>(null);
  const isNobody = person && !person.name && !person.phone && !person.identityNumber && !person.address;
  return (
    <div className={`${styles.protected} ${styles.block} no-print`}>
      <h3>{t('complainant.title')}</h3>
      {person ? (
        <>
          {isNobody ? (
            <p>{t('complainant.anonymous')}</p>
          ) : (
            <Facts
              facts={[
                { label: t('complainant.name'), value: person.name },
                { label: t('complainant.phone'), value: person.phone },
                { label: t('complainant.identityNumber'), value: person.identityNumber },
                { label: t('complainant.address'), value: person.address },
              ]}
            />
          )}
          <p role="status" className={styles.faint}>
            {t('complainant.recorded')}
          </p>
          <Button size="small" onClick={() => setPerson(null)}>
            {t('complainant.hide')}
          </Button>
        </>
      ) : (
        <>
          {complaint.maskedPhone && (
            <p>
              {t('complainant.phone')} {complaint.maskedPhone}
            </p>
          )}
          <p className={styles.faint}>{t('complainant.willBeRecorded')}</p>
          <Button size="small" onClick={() => setIsAsking(true)}>
            {t('complainant.reveal')}
          </Button>
        </>
      )}
      {isAsking && (
        <Suspense fallback={null}>
          <RevealDrawer
            complaintId={complaint.id}
            onClose={() => setIsAsking(false)}
            onRevealed={(found) => {
              setPerson(found);
              setIsAsking(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
