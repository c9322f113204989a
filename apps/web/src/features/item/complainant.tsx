import { useMutation } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RevealComplainantMutation } from '../../gql/graphql.ts';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { revealComplainantMutation } from './complainant-query.ts';
import { Facts } from './facts.tsx';
import styles from './item.module.css';
import type { Complaint } from './item-query.ts';

type Revealed = Extract<RevealComplainantMutation['revealComplainant'], { __typename: 'Complainant' }>;

/** 查看投诉人, for inspection. What is shown stays on this screen only: it goes into no cache, and each look is recorded. */
export function Complainant({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation('item');
  const [mutate, { loading }] = useMutation(revealComplainantMutation, { fetchPolicy: 'no-cache' });
  const [person, setPerson] = useState<Revealed | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(undefined);
  const reveal = async () => {
    setFailure(undefined);
    setRefusal(null);
    try {
      const { data } = await mutate({ variables: { complaintId: complaint.id } });
      if (data?.revealComplainant.__typename === 'Complainant') setPerson(data.revealComplainant);
      else if (data) setRefusal(data.revealComplainant.message);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <div className={`${styles.protected} ${styles.block} no-print`}>
      <h3>{t('complainant.title')}</h3>
      {person ? (
        <>
          <Facts
            facts={[
              { label: t('complainant.name'), value: person.name },
              { label: t('complainant.phone'), value: person.phone },
              { label: t('complainant.identityNumber'), value: person.identityNumber },
              { label: t('complainant.address'), value: person.address },
            ]}
          />
          <p className={styles.faint}>{t('complainant.recorded')}</p>
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
          <Button size="small" loading={loading} onClick={() => void reveal()}>
            {t('complainant.reveal')}
          </Button>
        </>
      )}
      {refusal && <p role="alert">{refusal}</p>}
      {failure !== undefined && <ErrorNotice error={failure} onRetry={() => void reveal()} tier="panel" />}
    </div>
  );
}
